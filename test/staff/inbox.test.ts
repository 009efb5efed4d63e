// The inbox: in which box a request stands, what is unread of it, who finds it, and that paging neither repeats nor skips.

import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createSeal } from '../../src/store/engine/seal.ts'
import { runs } from '../support/runs.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'
import { sendsAtDesk } from '../support/staff-writes.ts'

/** The address of what is only shown: it says nothing of what was typed. */
const KEPT = /^\/staff\/typed\/[\w-]+$/

let house: House
let anna: Visitor & { id: string }
let ben: Visitor & { id: string }
let rhein: Visitor
type Guest = Awaited<ReturnType<typeof guestBooks>>

beforeAll(async () => {
  house = await openHouse()
  anna = await house.signedIn({ email: 'anna@rsc.example', centres: ['hochfeld', 'hamborn'] })
  ben = await house.signedIn({ email: 'ben@rsc.example', name: 'Ben Test', body: 'caritas' })
  rhein = await house.signedIn({ email: 'r@rsc.example', centres: ['rheinhausen'] })
})
afterAll(() => house.stop())
beforeEach(async () => {
  house.clock.at += 60_000
  await house.db.intake.updateMany({ where: {}, data: { status: 'closed' } })
})

const list = async (query: string, visitor: Visitor = anna) =>
  (await visitor.get(`/staff/intakes?${query}`)).text
const refsIn = (text: string) =>
  [...text.matchAll(/<th scope="row"><a href="[^"]+">([^<]+)</g)].map(([, ref]) => ref)
/** Codes of the requests that paging has made by the hundred. */
const isMade = (ref: string | undefined) => /^P\d+$/.test(ref ?? '')
const refs = async (query: string, visitor: Visitor = anna) => refsIn(await list(query, visitor))
const act = (guest: Guest, path: string, fields: Record<string, string> = {}) =>
  anna.post(`/staff/intakes/${guest.id}/${path}`, fields)
/** The badges beside a code in a list. */
const unread = async (guest: Guest, query = 'box=all') => {
  const row = (await list(query)).split('<tr').find((one) => one.includes(`>${guest.ref}<`))
  const head = /<th scope="row">.*?<\/th>/s.exec(row ?? '')?.[0] ?? ''
  return [...head.matchAll(/class="badge [a-z]+">([^<]+)</g)].map(([, word]) => word)
}

describe('boxes', () => {
  test('what somebody takes over leaves what is new and is theirs, and nobody else’s', async () => {
    const guest = await guestBooks(house, { body: null })
    expect(await refs('')).toEqual([guest.ref])
    expect(await refs('box=mine')).toEqual([])
    expect(await refs('box=new', ben)).toEqual([guest.ref])
    await act(guest, 'take', { from: '' })
    expect(await refs('box=new')).toEqual([])
    expect(await refs('box=mine')).toEqual([guest.ref])
    expect(await refs('box=all')).toEqual([guest.ref])
    for (const box of ['new', 'mine', 'waiting', 'all']) {
      expect(await refs(`box=${box}`, ben), box).toEqual([])
      expect(await refs(`box=${box}`, rhein), box).toEqual([])
    }
    await act(guest, 'status', { to: 'closed', appointment: 'keep' })
    expect(await refs('box=mine')).toEqual([])
    expect(await refs('box=all')).toEqual([])
    expect(await refs('box=all&status=closed')).toContain(guest.ref)
  })

  test('whoever was written to waits there until they answer, and then stands first among one’s own', async () => {
    const guest = await guestBooks(house, { body: null })
    house.clock.at += 60_000
    const other = await guestBooks(house)
    house.clock.at += 60_000
    for (const one of [guest, other]) await act(one, 'take', { from: '' })
    await sendsAtDesk(anna, `/staff/intakes/${guest.id}`, 'call')
    await house.tick()
    expect(await refs('box=waiting')).toEqual([guest.ref])
    expect(await refs('box=mine')).toEqual([other.ref, guest.ref])
    house.clock.at += 60_000
    await guest.user.sends('Ich komme morgen')
    expect(await refs('box=waiting')).toEqual([])
    expect(await refs('box=mine')).toEqual([guest.ref, other.ref])
    expect(await list('')).toContain('Meine <span class="count">2</span>')
  })

  test('what rests until a day stands last, and from that day on first; where nobody has it, among what is new', async () => {
    const [guest, other] = [await guestBooks(house), await guestBooks(house)]
    house.clock.at += 60_000
    for (const one of [guest, other]) await act(one, 'take', { from: '' })
    const set = (on: string, more = {}) =>
      house.db.intake.update({ where: { id: guest.id }, data: { followUpOn: on, ...more } })
    await set('2026-11-25')
    expect(await refs('box=mine')).toEqual([other.ref, guest.ref])
    await set('2026-11-22')
    expect(await refs('box=mine')).toEqual([guest.ref, other.ref])
    expect(await list('box=mine')).toContain('Wiedervorlage fällig')
    expect(await refs('box=all')).toEqual([guest.ref, other.ref])
    await set('2026-11-22', { takenBy: null })
    const fresh = await guestBooks(house, { urgent: 'yes' })
    expect(await refs('box=new')).toEqual([guest.ref, fresh.ref])
    await set('2026-11-25', { status: 'new' })
    expect(await refs('box=new')).toEqual([fresh.ref])
  })

  test('every box says how many are in it, to each as far as they may see', async () => {
    await guestBooks(house, { body: null })
    await guestBooks(house, { body: 'caritas' })
    await guestBooks(house, { body: null, centre: 'hamborn' })
    expect(await list('')).toContain('Neu <span class="count">2</span>')
    expect(await list('', ben)).toContain('Neu <span class="count">2</span>')
    expect(await list('', rhein)).toContain('Neu <span class="count">0</span>')
  })
})

describe('unread', () => {
  test('is not ended by opening but by an act', async () => {
    const guest = await guestBooks(house, { urgent: 'yes', body: null })
    const { text } = await anna.get(`/staff/intakes/${guest.id}`)
    expect(text).toContain(guest.ref)
    expect(await unread(guest)).toEqual(['neu'])
    house.clock.at += 1000
    await act(guest, 'take', { from: '' })
    expect(await unread(guest)).toEqual([])
  })

  test('is an answer until somebody has marked it as read', async () => {
    const guest = await guestBooks(house)
    house.clock.at += 1000
    await act(guest, 'take', { from: '' })
    await sendsAtDesk(anna, `/staff/intakes/${guest.id}`, 'call')
    await house.tick()
    house.clock.at += 1000
    await guest.user.sends('Gut')
    await anna.get(`/staff/intakes/${guest.id}`)
    expect(await unread(guest)).toEqual(['neue Antwort'])
    await act(guest, 'replies/read', { until: String(house.clock.at) })
    expect(await unread(guest)).toEqual([])
  })

  test('is that somebody will be late, or has cancelled', async () => {
    const guest = await guestBooks(house)
    house.clock.at += 1000
    await act(guest, 'take', { from: '' })
    house.clock.at += 1000
    const at = new Date(house.clock.at).toISOString()
    const where = { id: guest.booking }
    await house.db.booking.update({ where, data: { answer: 'late', answeredAt: at } })
    expect(await unread(guest)).toEqual(['verspätet sich'])
    const gone = {
      state: 'cancelled',
      changedBy: 'person',
      changedAt: at,
      seat: null,
      answer: null,
    }
    await house.db.booking.update({ where, data: gone })
    expect(await unread(guest)).toEqual(['hat abgesagt'])
    house.clock.at += 1000
    await act(guest, 'notes', { id: 'a-note-0001', text: 'angerufen' })
    expect(await unread(guest)).toEqual([])
  })

  test('tells nothing of what a front does not show', async () => {
    const guest = await guestBooks(house, { body: null })
    const at = new Date(house.clock.at + 1000).toISOString()
    await house.db.booking.update({
      where: { id: guest.booking },
      data: { answer: 'late', answeredAt: at },
    })
    expect(await unread(guest)).toEqual(['neu'])
  })
})

describe('searching', () => {
  const find = async (typed: string, visitor: Visitor = anna) => {
    await visitor.get('/staff/account')
    return await visitor.post('/staff/find', { find: typed })
  }
  let guest: Guest
  beforeAll(async () => {
    guest = await guestBooks(house)
    const { seal } = await createSeal(house.dataKey)
    await house.db.intake.update({
      where: { id: guest.id },
      data: { sealed: await seal(JSON.stringify({ alias: 'ڕۆژین كمال Müller' })), ref: '7F3-K2D' },
    })
  })

  test.each(['7F3-K2D', '7f3k2d', ' 7f3 k2d ', '٧F٣-K٢D', '۷f۳k۲d', '7F3–K2D'])(
    'a whole code in any spelling (%s) leads to its record in one step',
    async (typed) => {
      const { status, location } = await find(typed)
      expect([status, location]).toEqual([303, `/staff/intakes/${guest.id}`])
    },
  )

  test.each(['K2D', 'k2d', '7f3', 'F3K', 'Müller', 'muller', 'MULLER', 'ڕۆژین', 'روژین', 'کمال'])(
    'a piece of a code, or a name without its marks (%s) finds them',
    async (typed) => {
      const { location, text } = await find(typed)
      expect(location === `/staff/intakes/${guest.id}` || text.includes(guest.id)).toBe(true)
    },
  )

  test('a day leads to the list of that day, in which received and booked ones stand', async () => {
    const { location } = await find('23.11.')
    expect(location).toBe('/staff/intakes?box=all&status=all&day=2026-11-23')
    const onDay = await refs(`box=all&status=all&day=2026-11-22`)
    expect(onDay).toContain('7F3-K2D')
    expect(await refs('box=all&status=all&day=2025-01-01')).toEqual([])
  })

  test('nothing is found that may not be read: by another centre, another carrier, of a front by name', async () => {
    for (const visitor of [rhein, ben]) {
      for (const typed of ['7F3-K2D', 'K2D', 'Müller']) {
        const { status, location, text } = await find(typed, visitor)
        expect([status, location]).toEqual([200, expect.stringMatching(KEPT)])
        expect(text).not.toContain(guest.id)
      }
    }
    await house.db.intake.update({ where: { id: guest.id }, data: { bodyId: null, status: 'new' } })
    expect((await find('Müller', ben)).text).not.toContain(guest.id)
    expect((await find('K2D', ben)).location).toBe(`/staff/intakes/${guest.id}`)
    await house.db.intake.update({ where: { id: guest.id }, data: { bodyId: 'drk' } })
  })

  test('what was looked for stands in no address, and nobody outside finds anything', async () => {
    const { location, text } = await find('Niemand Müllerin')
    expect(location).toMatch(KEPT)
    expect(text).toContain('Dazu gibt es nichts')
    expect((await house.visit().post('/staff/find', { find: '7F3-K2D' })).status).toBe(401)
    const chief = await house.signedIn({ email: 'c@x.example', role: 'coordinator', centres: [] })
    await chief.get('/staff/account')
    expect((await chief.post('/staff/find', { find: '7F3-K2D' })).status).toBe(403)
  })

  describe('several of one name', () => {
    const NAME = 'Zerdest'
    let two: Guest[]
    beforeAll(async () => {
      two = [await guestBooks(house), await guestBooks(house)]
      const { seal } = await createSeal(house.dataKey)
      for (const { id } of two) {
        const sealed = await seal(JSON.stringify({ alias: NAME }))
        await house.db.intake.update({ where: { id }, data: { sealed } })
      }
    })
    const listed = (text: string) => two.every(({ id }) => text.includes(`<tr id="r-${id}"`))
    const noted = () => house.db.audit.count({ where: { staffId: anna.id, action: 'see-list' } })

    test('stand at an address, to be loaded again and come back to from a record', async () => {
      const { location, text } = await find(NAME)
      expect(location).toMatch(KEPT)
      expect(listed(text)).toBe(true)
      const again = await anna.get(location ?? '')
      expect([again.status, listed(again.text)]).toEqual([200, true])
      // Searched for from there, a code leads on; what was found before is still what was found before.
      const Referer = `http://localhost${location}`
      const code = await anna.post('/staff/find', { find: '7F3-K2D' }, { Referer })
      expect(code.location).toBe(`/staff/intakes/${guest.id}`)
      const one = await anna.post('/staff/find', { find: 'Müller' }, { Referer })
      expect(one.location).toBe(`/staff/intakes/${guest.id}`)
      expect(listed((await anna.get(location ?? '')).text)).toBe(true)
    })

    test('are noted once for a search that finds them by code and by name alike', async () => {
      const [{ id }] = two as [Guest, Guest]
      await house.db.intake.update({ where: { id }, data: { ref: 'ZER-DE5' } })
      const before = await noted()
      const { text } = await find('Zerd')
      expect(listed(text)).toBe(true)
      expect((await noted()) - before).toBe(1)
    })

    test('are nobody else’s: no stranger sees them, no other account, not in the same browser either', async () => {
      const { location } = await find(NAME)
      const stranger = await house.visit().get(location ?? '')
      expect([stranger.status, listed(stranger.text)]).toEqual([401, false])
      const other = await ben.get(location ?? '')
      expect([other.status, other.text.includes(NAME)]).toEqual([410, false])
      const key = anna.jar.get('lotse.typed') ?? ''
      ben.jar.set('lotse.typed', key)
      expect((await ben.get(location ?? '')).status).toBe(410)
      ben.jar.delete('lotse.typed')
    })
  })
})

describe('paging', () => {
  const many = (count: number, from: number) =>
    house.db.$executeRawUnsafe(
      `INSERT INTO "Intake" ("id", "personId", "version", "questionnaire", "talk", "ref", "centreId",
         "urgency", "rank", "status", "createdAt", "updatedAt", "submittedAt")
       WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i < ${from + count - 1})
       SELECT 'page-' || i, x."personId", 1, 1, x."talk", 'P' || i, 'hochfeld',
         CASE i % 3 WHEN 0 THEN 'orange' ELSE 'green' END, CASE i % 3 WHEN 0 THEN 1 ELSE 3 END, 'new',
         x."createdAt", x."updatedAt", strftime('%Y-%m-%dT%H:%M:%fZ', '2026-11-01', (i % 40) || ' minutes')
       FROM n, (SELECT * FROM "Intake" WHERE "ref" = '7F3-K2D') x`,
    )
  const next = (text: string, name: 'after' | 'before') =>
    new RegExp(`href="/staff/intakes\\?([^"]*${name}=[^"]*)"`)
      .exec(text)?.[1]
      ?.replaceAll('&amp;', '&')

  test('repeats and skips nothing while requests come in', async () => {
    let made = 0
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 180 }),
        fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 4 }),
        async (count, arrivals) => {
          await house.db.intake.deleteMany({ where: { id: { startsWith: 'page-' } } })
          if (count > 0) await many(count, made)
          const there = await house.db.intake.findMany({ where: { status: 'new' } })
          made += count
          const seen: (string | undefined)[] = []
          let query: string | undefined = 'box=new'
          for (let turn = 0; query !== undefined && turn < 20; turn += 1) {
            const text: string = await list(query)
            seen.push(...refsIn(text))
            const come = arrivals[turn] ?? 0
            if (come > 0) await many(come, made)
            made += come
            query = next(text, 'after')
          }
          expect(new Set(seen).size).toBe(seen.length)
          for (const { ref } of there) expect(seen).toContain(ref)
        },
      ),
      { numRuns: runs(8) },
    )
  })

  test('leads back to where one came from', async () => {
    await house.db.intake.deleteMany({ where: { id: { startsWith: 'page-' } } })
    await many(130, made0)
    const first = await list('box=new')
    const second = await list(next(first, 'after') ?? '')
    const third = await list(next(second, 'after') ?? '')
    expect(next(third, 'after')).toBeUndefined()
    expect(refsIn(await list(next(third, 'before') ?? ''))).toEqual(refsIn(second))
    const back = await list(next(second, 'before') ?? '')
    expect(refsIn(back)).toEqual(refsIn(first))
    expect(next(back, 'before')).toBeUndefined()
  })
})
const made0 = 100_000

describe('filters', () => {
  test('narrow the list and the table alike', async () => {
    const guest = await guestBooks(house, { topic: 'work', spoken: 'ckb', body: null })
    const other = await guestBooks(house, { topic: 'housing', spoken: 'ar', centre: 'hamborn' })
    await house.db.intake.update({ where: { id: other.id }, data: { urgency: 'orange', rank: 1 } })
    const cases = [
      ['language=ckb', [guest.ref]],
      ['language=ar', [other.ref]],
      ['topic=work', [guest.ref]],
      ['centre=hamborn', [other.ref]],
      ['centre=rheinhausen', []],
      ['urgency=orange', [other.ref]],
      ['urgency=green&topic=work&centre=hochfeld&language=ckb', [guest.ref]],
      ['from=2026-11-22&until=2026-11-22', [other.ref, guest.ref]],
      ['from=2026-11-23', []],
      ['until=2026-11-21', []],
      [`q=${guest.ref.slice(4)}`, [guest.ref]],
      ['q=%25', []],
    ] as const
    for (const [query, expected] of cases) {
      expect(
        (await refs(`box=all&${query}`)).filter((ref) => !isMade(ref)),
        query,
      ).toEqual(expected)
      const table = (await anna.get(`/staff/intakes.csv?box=all&${query}`)).text
      const rows = table.trim().split('\r\n').slice(1)
      expect(rows.map((row) => row.split(';')[0]).filter((ref) => !isMade(ref))).toEqual(expected)
    }
  })

  test('who is not shown a paper learns nothing of it from a list', async () => {
    const city = await house.signedIn({ email: 'stadt@rsc.example', body: 'stadt-duisburg' })
    const first = await guestBooks(house, { body: null })
    house.clock.at += 60_000
    const second = await guestBooks(house)
    await house.db.intake.update({ where: { id: first.id }, data: { urgency: 'yellow', rank: 2 } })
    await house.db.intake.update({ where: { id: second.id }, data: { bodyId: null } })
    const both = (await refs('box=new', city)).filter((ref) => !isMade(ref))
    expect(both).toEqual([second.ref, first.ref])
    for (const urgency of ['yellow', 'green']) {
      const narrowed = await refs(`box=new&urgency=${urgency}`, city)
      expect(narrowed.filter((ref) => !isMade(ref))).toEqual(both)
    }
    expect(await refs('box=new&urgency=yellow')).toEqual([first.ref])
  })
})
