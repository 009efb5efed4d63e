import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'

let house: House
let anna: Visitor & { id: string }
beforeEach(async () => {
  // Sunday 22 November 2026; the guests come on the Monday after.
  house = await openHouse()
  anna = await house.signedIn({ email: 'anna@rsc.example', centres: ['hochfeld', 'hamborn'] })
})
afterEach(() => house.stop())

const NEXT = '/staff/week?centre=hochfeld&week=2026-11-23'
const plain = (page: string) => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const dayOf = (page: string, date: string) =>
  new RegExp(`<section[^>]*aria-labelledby="day-${date}">[\\s\\S]*?</section>`).exec(page)?.[0] ??
  ''
const gapsIn = (page: string) =>
  [...page.matchAll(/class="gap" href="([^"]+)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  )

test('shows who comes with topic and language, what is free and kept back, and the hours without an appointment', async () => {
  const guest = await guestBooks(house, { language: 'ar', urgent: 'yes' })
  const { text } = await anna.get(NEXT)
  const monday = dayOf(text, '2026-11-23')
  expect(monday).toMatch(new RegExp(`href="/staff/intakes/${guest.id}[^"]*">${guest.ref}`))
  expect(plain(monday)).toContain('1 ohne Termin')
  expect(plain(monday)).toMatch(/Ohne Termin: \d\d:\d\d/)
  expect(plain(text)).toContain('RSC Hochfeld: 23.11.2026 bis 27.11.2026')
  expect(text.match(/<h2 id="day-/g)).toHaveLength(5)
})

test('asks the database at most four times, what it notes included, and notes once', async () => {
  const guest = await guestBooks(house)
  await guestBooks(house)
  await anna.get(NEXT)
  const before = house.count.statements
  const lines = await house.db.audit.count()
  expect((await anna.get(NEXT)).status).toBe(200)
  expect(house.count.statements - before).toBeLessThanOrEqual(4)
  const noted = await house.db.audit.findMany({
    where: { action: 'see-week' },
    include: { subjects: true },
    orderBy: { id: 'desc' },
  })
  expect((await house.db.audit.count()) - lines).toBe(1)
  expect(noted[0]?.subjects.map(({ subject }) => subject)).toContain(guest.id)
})

describe('a press on a gap', () => {
  test('leads to the form for a caller with that time chosen and nothing else', async () => {
    const [gap = ''] = gapsIn(dayOf((await anna.get(NEXT)).text, '2026-11-25'))
    const at = /at=(\d+)/.exec(gap)?.[1] ?? ''
    const { text } = await anna.get(gap)
    expect(text).toContain(`<option value="${at}" selected>`)
    expect(text.match(/<option value="[^"]+" selected/g)).toHaveLength(3)
  })

  test('far ahead is in the form, too, and says so once it is gone', async () => {
    const week = '/staff/week?centre=hochfeld&week=2026-12-14'
    const gap = gapsIn((await anna.get(week)).text).at(-1) ?? ''
    const at = /at=(\d+)/.exec(gap)?.[1] ?? ''
    const form = await anna.get(gap)
    expect(form.text).toContain(`<option value="${at}" selected>`)
    const id = /name="id" value="([^"]+)"/.exec(form.text)?.[1] ?? ''
    const caller = {
      id,
      at,
      centre: 'hochfeld',
      door: 'walk-in',
      urgent: 'no',
      topic: 'work',
      language: 'ar',
      spoken: 'ar',
    }
    const booked = await anna.post('/staff/callers', caller)
    expect(booked.location).toBe(`/staff/intakes/${id}/slip?booked=yes#done`)
    await house.db.closure.create({
      data: {
        ...{ id: 'c', centreId: 'hochfeld', reason: 'Umzug', createdAt: '', createdBy: 's' },
        ...{ startsAt: '2026-12-14T00:00:00.000Z', endsAt: '2026-12-20T00:00:00.000Z' },
      },
    })
    await house.db.city.updateMany({ data: { version: { increment: 1 } } })
    expect((await anna.get(gap)).text).toContain('Diese Zeit ist nicht mehr frei.')
  })

  test('moves the request a time is looked for, once that is confirmed', async () => {
    const guest = await guestBooks(house)
    const times = await anna.get(`/staff/intakes/${guest.id}/times`)
    expect(times.text).toContain(`/staff/week?centre=hochfeld&amp;for=${guest.id}`)
    const { text } = await anna.get(`${NEXT}&for=${guest.id}`)
    expect(plain(text)).toContain(`Sie suchen eine Zeit für ${guest.ref}`)
    const gaps = gapsIn(dayOf(text, '2026-11-25'))
    expect(gaps.length).toBeGreaterThan(0)
    const [gap = ''] = gaps
    expect(gap).toMatch(new RegExp(`^/staff/intakes/${guest.id}/times\\?`))
    const chosen = await anna.get(gap)
    expect(plain(chosen.text)).toContain('Gewählte Zeit: Mittwoch, 25.11.2026')
    const before = await house.db.booking.findUniqueOrThrow({ where: { id: guest.booking } })
    expect(before.startsAt.slice(0, 10)).toBe('2026-11-23')
    const at = /at=(\d+)/.exec(gap)?.[1] ?? ''
    await anna.post(`/staff/intakes/${guest.id}/times`, { centre: 'hochfeld', at })
    const after = await house.db.booking.findUniqueOrThrow({ where: { id: guest.booking } })
    expect(Date.parse(after.startsAt)).toBe(Number(at))
  })
})

test('nobody chooses a time for a request that is not theirs', async () => {
  const guest = await guestBooks(house, { body: 'caritas' })
  const answer = await anna.get(`${NEXT}&for=${guest.id}`)
  expect(answer.status).toBe(404)
  expect(answer.text).not.toContain(guest.ref)
  expect(await house.db.audit.count({ where: { outcome: 'refused', subject: guest.id } })).toBe(1)
})

test('a wall stands in it: of another carrier time, code and language alone, of nobody’s request the front', async () => {
  const others = await guestBooks(house, { body: 'caritas', language: 'ar' })
  const free = await guestBooks(house, { body: null, topic: 'work' })
  const { text } = await anna.get(NEXT)
  expect(text).toContain(others.ref)
  expect(text).not.toContain(others.id)
  const [seat = ''] = text.split('<li>').filter((item) => item.includes(others.ref))
  expect(plain(seat)).toContain('Bei einem anderen Träger')
  expect(plain(seat)).not.toContain('Wohn')
  expect(text).toContain(`/staff/intakes/${free.id}`)
})

test('of somebody without a carrier no seat is said to be free', async () => {
  await guestBooks(house)
  const nobody = await house.signedIn({ email: 'n@rsc.example', body: null })
  const { status, text } = await nobody.get(NEXT)
  expect(status).toBe(200)
  expect(gapsIn(text)).toEqual([])
  expect(text).toContain('gehört noch zu keinem Träger')
})

test('only the own centres are there, whatever the address says', async () => {
  const guest = await guestBooks(house, { centre: 'rheinhausen' })
  const { text } = await anna.get('/staff/week?centre=rheinhausen&week=2026-11-23')
  expect(text).not.toContain(guest.ref)
  expect(plain(text)).toContain('RSC Hochfeld: 23.11.2026')
  expect(text).toContain('/staff/week?centre=hamborn&amp;week=2026-11-23')
})

test('closed days and hours say why, holidays their name', async () => {
  await anna.get('/staff/closures')
  const closing = {
    centre: 'hochfeld',
    date: '2026-11-23',
    reason: 'Teamtag <b>',
    id: 'closing-0001',
  }
  await anna.post('/staff/closures', closing)
  const monday = dayOf((await anna.get(NEXT)).text, '2026-11-23')
  expect(monday).toContain('Geschlossen: <bdi dir="auto">Teamtag &lt;b&gt;</bdi>')
  expect(gapsIn(monday)).toEqual([])
  const christmas = await anna.get('/staff/week?centre=hochfeld&week=2026-12-25')
  expect(plain(dayOf(christmas.text, '2026-12-25'))).toContain('(Feiertag)')
})

test('a seat that is held for somebody is no gap', async () => {
  const guest = await guestBooks(house)
  await anna.get('/staff/closures')
  const closing = { centre: 'hochfeld', date: '2026-11-23', reason: 'krank', id: 'closing-0001' }
  await anna.post('/staff/closures', closing)
  await house.tick()
  const held = await house.db.booking.count({ where: { state: 'offered', centreId: 'hochfeld' } })
  expect(held).toBe(3)
  const texts = await Promise.all(
    ['2026-11-23', '2026-11-30'].map(
      async (week) => (await anna.get(NEXT.replace('2026-11-23', week))).text,
    ),
  )
  expect(texts.join(' ').match(/1 reserviert/g)).toHaveLength(3)
  expect(texts.join(' ')).not.toContain(guest.ref)
})
