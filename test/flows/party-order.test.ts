import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isAbout } from '../../src/domain/dialog/party.ts'
import type { Screen } from '../../src/domain/dialog/screen.ts'
import type { Tap } from '../../src/domain/dialog/tap.ts'
import { signOf } from '../../src/domain/people/party.ts'
import { createConversation } from '../../src/flows/conversation/conversation.ts'
import { duisburg } from '../support/duisburg.ts'
import { engine } from '../support/engine.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { agreed, answers, books, does, type Page } from '../support/page.ts'
import { runs } from '../support/runs.ts'

type Row = Record<string, string | null>
type Act = { act: (typeof ACTS)[number]; pick: number }

const ACTS = [
  'press',
  'press-older',
  'bring',
  'turn',
  'answer',
  'book',
  'move',
  'cancel',
  'erase',
  'wait',
  'type',
  'command',
] as const
const RELATIONS = ['mother', 'child', 'child', 'other', 'self'] as const
const COMMANDS = ['start', 'appointment', 'help', 'mydata', 'delete'] as const
const CODE = /\b[A-Z]{2}-[0-9A-Z]{4,}\b/g
const MOST = 3

const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.record({
    // What meets the limits comes more often than what ends it all.
    act: fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom('bring', 'turn', 'book', 'move', 'press-older') },
      { weight: 1, arbitrary: fc.constantFrom(...ACTS) },
    ),
    pick: fc.nat(1000),
  }),
  { minLength: 40, maxLength: 60 },
)

it('any order of bringing, turning, booking, moving, cancelling and erasing keeps people apart', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (order) => {
      const lotse = await startLotse()
      try {
        const conversation = createConversation(lotse.deps)
        const page = await agreed(conversation)
        const own = await keyOf(lotse)
        const stranger = await agreed(conversation, 'another')
        await books(stranger, 'last')
        const other = await keyOf(lotse, own)
        const theirs = await behind(lotse, other)
        let begun = 1
        for (const one of order) {
          lotse.clock.at += 20_000
          const sign = await done(page, one)
          await check(lotse, page, own, sign)
          const { people } = await behind(lotse, own)
          if (people.length === 0) begun += 1
          await limited(lotse, begun)
        }
        expect(await behind(lotse, other)).toEqual(theirs)
      } finally {
        await lotse.stop()
      }
    }),
    { numRuns: runs(engine.serve ? 2 : 6), endOnFailure: true },
  )
})

/** The sign that the screen of the last pressed button bore, where the button is about somebody. */
async function done(page: Page, { act, pick }: Act): Promise<string | undefined> {
  const choose = <T>(from: readonly T[]): T | undefined => from[pick % from.length]
  const taps = async (screen: Screen, wanted: (tap: Tap) => boolean = () => true) => {
    const tap = choose(page.taps(screen).filter(wanted))
    if (!tap) return undefined
    await page.send({ kind: 'tap', tap }, undefined, screen.of)
    return isAbout(tap, screen.of)
  }
  const sends = async (tap: Tap) => {
    await page.send({ kind: 'tap', tap }, undefined, page.latest().of)
    return undefined
  }
  switch (act) {
    case 'press':
      return await taps(page.latest())
    case 'press-older':
      return await taps(choose(page.screens) ?? page.latest())
    case 'bring': {
      const relation = choose(RELATIONS) ?? 'other'
      await sends({ do: 'bring', relation })
      return await sends({ do: 'vouch', relation })
    }
    case 'turn':
      await sends({ do: 'people' })
      return await taps(page.latest(), does('for'))
    case 'answer':
      await sends({ do: 'on' })
      return await taps(page.latest(), (tap) => answers('no')(tap) || does('answer')(tap))
    case 'book':
      await sends({ do: 'times' })
      await taps(page.latest(), does('time'))
      return await taps(page.latest(), does('book'))
    case 'move':
      await sends({ do: 'move' })
      await taps(page.latest(), does('time'))
      return await taps(page.latest(), does('book'))
    case 'cancel':
      await sends({ do: 'cancel' })
      return await taps(page.latest(), does('cancel-yes'))
    case 'erase':
      await page.send({ kind: 'command', command: 'delete' })
      await taps(page.latest(), (tap) => tap.do === 'erase' && tap.whom !== 'all')
      return await taps(page.latest(), does('erase-yes'))
    case 'wait':
      await sends({ do: 'wait' })
      for (const about of ['days', 'parts', 'centres'] as const) {
        await sends({ do: 'wish-on', about })
      }
      return
    case 'type':
      await page.send({ kind: 'text', text: choose(['Amina', 'Hallo', '47053']) ?? '' })
      return
    case 'command':
      await page.send({ kind: 'command', command: choose(COMMANDS) ?? 'help' })
      return
  }
}

/**
 * However often people are brought and erased, all together change and book no more than the limits let
 * one; only who erases everybody begins anew. The stranger has booked once.
 */
async function limited({ db }: TestLotse, begun: number): Promise<void> {
  const { movesPerWeek, cancellationsPerWeek } = duisburg().limits
  const [made] = await db.$queryRawUnsafe<{ booked: bigint; moved: bigint }[]>(
    `SELECT count(*) FILTER (WHERE NOT "later") AS "booked", count(*) FILTER (WHERE "later") AS "moved"
      FROM (SELECT EXISTS (SELECT 1 FROM "BookingEvent" f WHERE f."bookingId" = e."bookingId"
        AND f."id" < e."id") AS "later" FROM "BookingEvent" e
        WHERE e."by" = 'person' AND e."state" = 'booked')`,
  )
  expect(Number(made?.moved)).toBeLessThanOrEqual(movesPerWeek * begun)
  const mostBooked = MOST + cancellationsPerWeek - 1
  expect(Number(made?.booked) - 1).toBeLessThanOrEqual(mostBooked * begun)
}

/** What the database holds must be within the limits, and what is seen must be of whom it is about. */
async function check(
  lotse: TestLotse,
  page: Page,
  key: string,
  pressed: string | undefined,
): Promise<void> {
  const { people, codes, bookings, moves } = await behind(lotse, key)
  const booked = bookings.filter(({ state }) => state === 'booked')
  expect(people.length).toBeLessThanOrEqual(MOST)
  expect(people.filter(({ current }) => Number(current) === 1).length).toBe(
    people.length === 0 ? 0 : 1,
  )
  expect(people.filter(({ relation }) => relation === null).length).toBeLessThanOrEqual(1)
  expect(new Set(booked.map(({ personId }) => personId)).size).toBe(booked.length)
  expect(booked.length).toBeLessThanOrEqual(people.length)
  expect(moves).toBeLessThanOrEqual(duisburg().limits.movesPerWeek)
  const now = people.find(({ current }) => Number(current) === 1)
  if (!now?.['id']) return
  const screen = page.latest()
  const signs = people.map(signIn)
  expect(screen.of ?? 'self', screen.id).toBe(signIn(now))
  // A button acts for whom it was shown to, or for nobody.
  if (pressed !== undefined && signs.includes(pressed)) expect(screen.of ?? 'self').toBe(pressed)
  const own = (rows: Row[]) => rows.filter(({ personId }) => personId === now['id'])
  const shown = JSON.stringify(screen.lines).match(CODE) ?? []
  const known = own(codes).map(({ ref }) => ref)
  for (const code of shown) expect(known, screen.id).toContain(code)
  const mine = own(bookings).map(({ id }) => id)
  for (const tap of page.taps(screen)) if ('booking' in tap) expect(mine).toContain(tap.booking)
}

const signIn = ({ id, relation }: Row) =>
  signOf({ id: String(id), relation: relation as 'mother' | null })

async function keyOf({ db }: TestLotse, but = ''): Promise<string> {
  const rows = await db.$queryRawUnsafe<Row[]>(
    `SELECT "key" FROM "Address" WHERE "key" <> '${but}' LIMIT 1`,
  )
  return String(rows[0]?.['key'])
}

/** Everything behind an address, by the key under which it is found. */
async function behind({ db }: TestLotse, key: string) {
  const rows = (sql: string) => db.$queryRawUnsafe<Row[]>(sql)
  const people = await rows(
    `SELECT "personId" AS "id", "relation", "current" FROM "Address" WHERE "key" = '${key}'`,
  )
  const whose = `"personId" IN (${people.map(({ id }) => `'${id}'`).join(', ')})`
  const bookings = await rows(`SELECT * FROM "Booking" WHERE ${whose} ORDER BY "id"`)
  const requests = await rows(
    `SELECT "personId", "ref" FROM "Intake" WHERE ${whose} AND "ref" IS NOT NULL ORDER BY "id"`,
  )
  const moves =
    await rows(`SELECT e."id" FROM "BookingEvent" e JOIN "Booking" b ON b."id" = e."bookingId"
    WHERE b.${whose} AND e."by" = 'person' AND e."state" = 'booked' AND EXISTS (
      SELECT 1 FROM "BookingEvent" f WHERE f."bookingId" = b."id" AND f."id" < e."id")`)
  return { people, bookings, codes: [...bookings, ...requests], moves: moves.length }
}
