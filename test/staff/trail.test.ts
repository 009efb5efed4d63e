// The way through a list on the record's page: the one before, the one after, back to the same place; from every list.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mondayOf } from '../../src/domain/calendar/week.ts'
import { createSeal } from '../../src/store/engine/seal.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'

let house: House
let anna: Visitor & { id: string }
type Guest = Awaited<ReturnType<typeof guestBooks>>

beforeAll(async () => {
  house = await openHouse()
  anna = await house.signedIn({ email: 'anna@rsc.example', centres: ['hochfeld', 'hamborn'] })
})
afterAll(() => house.stop())
beforeEach(async () => {
  house.clock.at += 60_000
  await house.db.intake.updateMany({ where: {}, data: { status: 'closed' } })
})

const plain = (text: string) => text.replaceAll('&amp;', '&')
/** The link to a record in a list. */
const linkTo = (text: string, { id }: Pick<Guest, 'id'>) =>
  plain(new RegExp(`href="(/staff/intakes/${id}[^"]*)"`).exec(text)?.[1] ?? '')
/** The links of the way through the list. */
const trailIn = (text: string) => {
  const nav = /<nav class="trail.*?<\/nav>/s.exec(text)?.[0] ?? ''
  const href = (rel: string) =>
    plain(new RegExp(`href="([^"]*)" rel="${rel}"`).exec(nav)?.[1] ?? '') || null
  return {
    back: plain(/href="([^"]*)">Zur Liste/.exec(nav)?.[1] ?? '') || null,
    previous: href('prev'),
    next: href('next'),
  }
}
const sealed = async (text: string) => (await createSeal(house.dataKey)).seal(text)
const recordIn = (href: string | null) => /intakes\/([^?]+)/.exec(href ?? '')?.[1] ?? null
const open = async (href: string | null, visitor: Visitor = anna) =>
  trailIn((await visitor.get(href ?? '')).text)
/** Records from a list on, one after the other. */
async function walked(list: string, first: Pick<Guest, 'id'>, visitor: Visitor = anna) {
  const ids: (string | null)[] = []
  let href: string | null = linkTo((await visitor.get(list)).text, first)
  while (href && ids.length < 200) {
    ids.push(recordIn(href))
    href = (await open(href, visitor)).next
  }
  return ids
}
const three = async (more: Parameters<typeof guestBooks>[1] = {}) => {
  const guests: Guest[] = []
  for (const urgent of ['no', 'no', 'yes'] as const) {
    house.clock.at += 60_000
    guests.push(await guestBooks(house, { body: null, urgent, ...more }))
  }
  // As every list has them: the urgent first, then the latest.
  return [guests[2], guests[1], guests[0]] as [Guest, Guest, Guest]
}
const idsOf = (guests: readonly Guest[]) => guests.map(({ id }) => id)
const hidden = (text: string) => plain(/name="list" value="([^"]*)"/.exec(text)?.[1] ?? '')

describe('from the inbox', () => {
  test('the record leads on in the order of its list, back, and to the list as it was filtered', async () => {
    const [red, late, early] = await three()
    const other = await guestBooks(house, { centre: 'hamborn', body: null })
    const list = '/staff/intakes?box=new&centre=hochfeld&language=ckb'
    await house.db.intake.updateMany({
      where: { id: { in: idsOf([red, late, early, other]) } },
      data: { talk: '{"answers":{"spoken":"ckb","topics":["housing"],"urgent":"no"}}' },
    })
    expect(await walked(list, red)).toEqual(idsOf([red, late, early]))
    const middle = await open((await open(linkTo((await anna.get(list)).text, red))).next)
    expect(recordIn(middle.previous)).toBe(red.id)
    expect(recordIn(middle.next)).toBe(early.id)
    expect(middle.back).toBe(`/staff/intakes?box=new&centre=hochfeld&language=ckb#r-${late.id}`)
    expect((await anna.get(middle.back ?? '')).text).toContain(`<tr id="r-${late.id}"`)
    // Opened from nowhere it leads nowhere.
    expect(await open(`/staff/intakes/${late.id}`)).toEqual({
      back: null,
      previous: null,
      next: null,
    })
  })

  test('what was done keeps the list and the next one, also where the request has left it', async () => {
    const [red, late, early] = await three()
    const first = linkTo((await anna.get('/staff/intakes?box=new')).text, late)
    const { text } = await anna.get(first)
    const list = hidden(text)
    const taken = await anna.post(`/staff/intakes/${late.id}/take`, { from: '', list })
    const after = await anna.get(taken.location ?? '')
    expect(after.text).toContain('Die Anfrage ist jetzt bei Ihnen.')
    expect(trailIn(after.text)).toMatchObject({
      // Gone from its list, the place is where the next one stands.
      back: `/staff/intakes?box=new#r-${early.id}`,
    })
    expect(recordIn(trailIn(after.text).previous)).toBe(red.id)
    expect(recordIn(trailIn(after.text).next)).toBe(early.id)
    // Mine now, and nothing to go on to; once closed there is.
    expect(after.text).not.toContain('Weiter zur nächsten Anfrage')
    const shut = await anna.post(`/staff/intakes/${late.id}/status`, {
      to: 'closed',
      appointment: 'keep',
      list,
    })
    const closed = await anna.get(shut.location ?? '')
    const on = plain(/href="([^"]*)">Weiter zur nächsten Anfrage/.exec(closed.text)?.[1] ?? '')
    expect(recordIn(on)).toBe(early.id)
    expect(recordIn((await open(on)).previous)).toBe(red.id)
  })

  test('a form that is refused, and a page below the record, keep the list', async () => {
    const guest = await guestBooks(house)
    await anna.get('/staff/account')
    await anna.post(`/staff/intakes/${guest.id}/take`, { from: '' })
    const href = linkTo((await anna.get('/staff/intakes?box=mine')).text, guest)
    const list = hidden((await anna.get(href)).text)
    expect(list).toContain('box=mine')
    const refused = await anna.post(`/staff/intakes/${guest.id}/follow-up`, {
      on: 'x',
      line: 'y',
      list,
    })
    expect(refused.status).toBe(409)
    expect(hidden(refused.text)).toBe(list)
    expect(trailIn(refused.text).back).toContain('box=mine')
    const times = await anna.get(
      `/staff/intakes/${guest.id}/times?${new URLSearchParams({ list })}`,
    )
    expect(linkTo(times.text, guest)).toBe(href)
  })

  test('an answer that is marked as read moves its request down, and is not its own neighbour', async () => {
    const [one, two] = [await guestBooks(house), await guestBooks(house)]
    await anna.get('/staff/account')
    for (const { id } of [one, two]) await anna.post(`/staff/intakes/${id}/take`, { from: '' })
    const at = new Date(house.clock.at).toISOString()
    await house.db.reply.create({
      data: {
        intakeId: two.id,
        input: 'i-1',
        language: 'ckb',
        sealed: await sealed('Ja'),
        createdAt: at,
      },
    })
    const href = linkTo((await anna.get('/staff/intakes?box=mine')).text, two)
    expect(recordIn((await open(href)).next)).toBe(one.id)
    await house.db.reply.updateMany({ where: {}, data: { readAt: at } })
    expect(recordIn((await open(href)).next)).toBe(one.id)
  })

  test('over the end of a page the way leads on, and back to the page one has come to', async () => {
    const guest = await guestBooks(house, { body: null })
    const copies = Array.from({ length: 60 }, (_, nth) => nth + 1)
    const row = await house.db.intake.findUniqueOrThrow({ where: { id: guest.id } })
    for (const nth of copies) {
      const submittedAt = new Date(house.clock.at - nth * 1000).toISOString()
      await house.db.intake.create({
        data: { ...row, id: `trail-${nth}`, ref: `T${nth}`, submittedAt },
      })
    }
    const all = [guest.id, ...copies.map((nth) => `trail-${nth}`)]
    const list = '/staff/intakes?box=new'
    expect(await walked(list, guest)).toEqual(all)
    // The last row of the page, and a step beyond it.
    const last = linkTo((await anna.get(list)).text, { id: 'trail-49' })
    const beyond = await open((await open(last)).next)
    const there = (await anna.get(beyond.back ?? '')).text
    expect(there).toContain('<tr id="r-trail-50"')
    expect(there).not.toContain('<tr id="r-trail-49"')
    // Back over the same edge.
    const again = await open(beyond.previous)
    expect((await anna.get(again.back ?? '')).text).toContain('<tr id="r-trail-49"')
    await house.db.intake.deleteMany({ where: { id: { startsWith: 'trail-' } } })
  })
})

describe('walls', () => {
  test('nothing leads to what another carrier or centre has, whatever the list says', async () => {
    const [red, late, early] = await three()
    await house.db.intake.update({ where: { id: late.id }, data: { bodyId: 'caritas' } })
    const rhein = await house.signedIn({ email: 'r@rsc.example', centres: ['rheinhausen'] })
    expect(await walked('/staff/intakes?box=all', red)).toEqual(idsOf([red, early]))
    const href = linkTo((await anna.get('/staff/intakes?box=all')).text, early)
    const list = new URL(href, 'http://x').searchParams.get('list') ?? ''
    const own = await guestBooks(house, { centre: 'rheinhausen', body: 'drk' })
    const found = new URLSearchParams({
      of: 'day',
      day: '2026-11-22',
      found: [red.ref, own.ref, early.ref].join('.'),
    }).toString()
    for (const said of [
      list,
      found,
      'of=calls&at=2026-11-22.0.0.1.x',
      'of=day&day=2026-11-23',
      'of=week&day=2026-11-23&centre=hochfeld',
      'of=week&day=2026-11-23',
      'x=%',
      '%3Cscript%3E',
    ]) {
      const query = new URLSearchParams({ list: said })
      const { status, text } = await rhein.get(`/staff/intakes/${own.id}?${query}`)
      expect(status).toBe(200)
      const { previous, next } = trailIn(text)
      for (const one of [red, late, early]) {
        expect([recordIn(previous), recordIn(next)], said).not.toContain(one.id)
      }
    }
    expect(
      (await rhein.get(`/staff/intakes/${early.id}?${new URLSearchParams({ list })}`)).status,
    ).toBe(404)
  })

  test('who is looked at by the way alone is not noted as seen', async () => {
    const [red, late] = await three()
    const href = linkTo((await anna.get('/staff/intakes?box=new')).text, red)
    await house.db.audit.deleteMany({ where: {} }).catch(() => undefined)
    const before = await house.db.audit.count()
    const { text } = await anna.get(href)
    expect(await house.db.audit.count()).toBe(before + 1)
    expect(recordIn(trailIn(text).next)).toBe(late.id)
    expect(text).not.toContain(late.ref)
  })
})

describe('from other lists', () => {
  const wait = async (guest: Guest) => {
    await house.db.intake.update({
      where: { id: guest.id },
      data: { callBack: 'phone', status: 'new', calledAt: null },
    })
  }

  test('Rückrufe: in its order, also after somebody was reached', async () => {
    const [red, late, early] = await three({ body: 'drk' })
    for (const guest of [red, late, early]) await wait(guest)
    expect(await walked('/staff/calls', red)).toEqual(idsOf([red, late, early]))
    const href = linkTo((await anna.get('/staff/calls')).text, late)
    const list = hidden((await anna.get(href)).text)
    const call = { id: 'call-0001', outcome: 'reached', place: 'record', list }
    const { location } = await anna.post(`/staff/intakes/${late.id}/called`, call)
    const { text } = await anna.get(location ?? '')
    expect(text).toContain('Der Anruf ist vermerkt.')
    expect(recordIn(trailIn(text).next)).toBe(early.id)
    expect(recordIn(trailIn(text).previous)).toBe(red.id)
    expect(trailIn(text).back).toBe(`/staff/calls#r-${early.id}`)
    // On the list itself it is said above it.
    const there = await anna.post(`/staff/intakes/${early.id}/called`, {
      ...call,
      id: 'call-0002',
      place: 'calls',
    })
    expect(there.location).toBe('/staff/calls?done=called#done')
    expect((await anna.get(there.location ?? '')).text).toContain('Der Anruf ist vermerkt.')
  })

  test('a day: who comes next, also after their appointment was cancelled; answers in their own order', async () => {
    const guests = [await guestBooks(house), await guestBooks(house), await guestBooks(house)]
    const taken = await guestBooks(house, { body: 'caritas' })
    const [a, b, c] = guests as [Guest, Guest, Guest]
    const day = async (id: string) =>
      (await house.db.booking.findFirstOrThrow({ where: { intakeId: id } })).startsAt
    const date = String(await day(a.id)).slice(0, 10)
    for (const guest of [b, c, taken]) expect(String(await day(guest.id)).slice(0, 10)).toBe(date)
    const list = `/staff?day=${date}`
    const page = (await anna.get(list)).text
    expect(page).not.toContain(taken.id)
    const order = [...page.matchAll(/<tr id="r-([^"]+)"/g)].map(([, id]) => id)
    expect(order).toEqual(expect.arrayContaining(idsOf(guests)))
    expect(await walked(list, { id: order[0] ?? '' })).toEqual(order)
    const href = linkTo(page, b)
    const before = await open(href)
    const fields = { list: hidden((await anna.get(href)).text) }
    await anna.post(`/staff/intakes/${b.id}/cancel`, fields)
    const after = await open(href)
    expect(recordIn(after.next)).toBe(recordIn(before.next))
    expect(after.back).toContain(`/staff?day=${date}`)
    const at = new Date(house.clock.at).toISOString()
    for (const [nth, { id: intakeId }] of [c, a].entries()) {
      await house.db.reply.create({
        data: {
          intakeId,
          input: `t-${nth}`,
          language: 'ckb',
          sealed: await sealed('Ja'),
          createdAt: at,
        },
      })
      await house.db.intake.update({ where: { id: intakeId }, data: { status: 'in-care' } })
    }
    const news = (await anna.get(list)).text.split('id="replies"')[1] ?? ''
    const [first] = [...news.matchAll(/intakes\/([^?"]+)\?list/g)].map(([, id]) => id)
    const from = await open(linkTo(news, { id: first ?? '' }))
    expect(idsOf([a, c])).toContain(recordIn(from.next))
    expect(from.back).toMatch(/^\/staff\?day=/)
  })

  test('a week: through the days of one centre, back to the appointment, also after it was cancelled', async () => {
    const guests: Guest[] = []
    for (const _ of [1, 2, 3]) guests.push(await guestBooks(house))
    const elsewhere = await guestBooks(house, { centre: 'hamborn' })
    const [, b] = guests as [Guest, Guest, Guest]
    const { startsAt } = await house.db.booking.findFirstOrThrow({ where: { intakeId: b.id } })
    const monday = mondayOf(String(startsAt).slice(0, 10))
    const list = `/staff/week?centre=hochfeld&week=${monday}`
    const page = (await anna.get(list)).text
    const order = [...page.matchAll(/<li id="r-([^"]+)"/g)].map(([, id]) => id)
    expect(order).toContain(b.id)
    expect(order.length).toBeGreaterThan(1)
    expect(order).not.toContain(elsewhere.id)
    expect(await walked(list, { id: order[0] ?? '' })).toEqual(order)
    const href = linkTo(page, b)
    const before = await open(href)
    expect(before.back).toBe(`/staff/week?centre=hochfeld&week=${monday}#r-${b.id}`)
    await anna.post(`/staff/intakes/${b.id}/cancel`, {
      list: hidden((await anna.get(href)).text),
    })
    const after = await open(href)
    expect(recordIn(after.previous)).toBe(recordIn(before.previous))
    expect(recordIn(after.next)).toBe(recordIn(before.next))
    expect((await anna.get(after.back ?? '')).status).toBe(200)
  })

  test('what a name has found: no name in an address, and the list is there again', async () => {
    const { seal } = await createSeal(house.dataKey)
    const guests = await three({ body: 'drk' })
    for (const { id } of guests) {
      const data = { sealed: await seal(JSON.stringify({ alias: 'Rojin' })), status: 'new' }
      await house.db.intake.update({ where: { id }, data })
    }
    await anna.get('/staff/account')
    const { text } = await anna.post('/staff/find', { find: 'rojin' })
    const href = linkTo(text, guests[0])
    expect(href).not.toMatch(/rojin/i)
    const step = await open(href)
    expect(recordIn(step.next)).toBe(guests[1].id)
    const back = (await anna.get(step.back ?? '')).text
    for (const { id } of guests) expect(back).toContain(`<tr id="r-${id}"`)
    expect([...back.matchAll(/<tr id="r-/g)]).toHaveLength(3)
  })
})

describe('what ends the care of a request', () => {
  test.each([
    ['erase', {}, 'Die Anfrage ist gelöscht.'],
    [
      'hand-over',
      { id: 'handed-over-1', centre: 'hamborn', body: 'caritas', why: 'agreed', line: '' },
      'Die Anfrage ist abgegeben.',
    ],
  ])(
    '%s leads to the list it was opened from, says so there, and on to the next',
    async (act, fields, said) => {
      const cem = await house.signedIn({
        ...{ email: `${act}@rsc.example`, centres: ['hamborn'], body: 'caritas' },
      })
      await cem.get('/staff/account')
      const [, late, early] = await three({ body: 'drk' })
      for (const { id } of [late, early]) {
        await anna.get(`/staff/intakes/${id}`)
        await anna.post(`/staff/intakes/${id}/cancel`, {})
      }
      const href = linkTo((await anna.get('/staff/intakes?box=all&centre=hochfeld')).text, late)
      const list = hidden((await anna.get(href)).text)
      const { location, status } = await anna.post(`/staff/intakes/${late.id}/${act}`, {
        ...fields,
        list,
      })
      expect(status).toBe(303)
      const { text } = await anna.get(location ?? '')
      expect(text).toContain(said)
      expect(text).toContain('<option value="hochfeld" selected>')
      const on = plain(/href="([^"]*)">Weiter zur nächsten Anfrage/.exec(text)?.[1] ?? '')
      expect(recordIn(on)).toBe(early.id)
      expect((await open(on)).back).toContain('centre=hochfeld')
    },
  )
})

describe('what is gone', () => {
  test('what another carrier was faster with says so, as what never was does, and leads on', async () => {
    const [red, late, early] = await three()
    const href = linkTo((await anna.get('/staff/intakes?box=new')).text, late)
    const list = new URL(href, 'http://x').searchParams.get('list') ?? ''
    await house.db.intake.update({ where: { id: late.id }, data: { bodyId: 'caritas' } })
    const answers = [
      await anna.post(`/staff/intakes/${late.id}/take`, { from: '', list }),
      await anna.get(href),
      await anna.get(href.replace(late.id, 'nowhere-at-all')),
    ]
    for (const { status, text } of answers) {
      expect(status).toBe(404)
      expect(text).toContain('Vielleicht hat sie inzwischen jemand anderes übernommen')
      expect(text).not.toContain(late.ref)
      expect(plain(text)).toContain('href="/staff/intakes?box=new')
      expect([recordIn(trailIn(text).previous), recordIn(trailIn(text).next)]).toEqual([
        red.id,
        early.id,
      ])
    }
  })
})
