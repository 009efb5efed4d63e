// Whatever happens to an appointment, and in whatever order: the files that came, put into a calendar one
// after the other, leave exactly the present appointment in it, or nothing.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { duisburgProfile, MONDAY } from '../../scripts/gallery/talk-facts.ts'
import { NO_WISHES } from '../../src/domain/appointment/wishes.ts'
import { atWall, dateOf } from '../../src/domain/calendar/wall-clock.ts'
import type { Tap } from '../../src/domain/dialog/tap.ts'
import { encodeTap } from '../../src/domain/dialog/tap-code.ts'
import { freeTimes } from '../../src/flows/appointment/free-times.ts'
import { wait } from '../../src/flows/appointment/hand-on.ts'
import { currentCity } from '../../src/flows/city.ts'
import type { Actor as Staff } from '../../src/flows/staff/actor.ts'
import { cancelTime, giveTime } from '../../src/flows/staff/change-booking.ts'
import { closeDays } from '../../src/flows/staff/close-day.ts'
import { eraseRecord } from '../../src/flows/staff/erase-record.ts'
import { reopenDays } from '../../src/flows/staff/reopen-day.ts'
import { createActor } from '../support/actor.ts'
import { startLotse } from '../support/lotse.ts'
import { createPhoneCalendar } from '../support/phone-calendar.ts'
import { runs } from '../support/runs.ts'
import { bookSara } from '../support/talks.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const isD1 = process.env['LOTSE_ENGINE'] === 'd1'

// A week before each change of the clocks: the times to choose from lie before, between and after.
const SPRING = MONDAY
const AUTUMN = Date.parse('2026-10-12T06:00:00Z')
const BOOKED = { [SPRING]: '2026-03-25', [AUTUMN]: '2026-10-21' }

const STEPS = [
  ...(['books', 'moves', 'cancels', 'reminds', 'reminds-not', 'takes', 'waits'] as const),
  ...([
    'staff-gives',
    'staff-cancels',
    'staff-erases',
    'closes',
    'reopens',
    'night',
    'minute',
  ] as const),
]
type Step = readonly [(typeof STEPS)[number], number]

const staff: Staff = {
  ...{ id: 'anna', client: 'test', role: 'lead', body: 'drk' },
  centres: ['hochfeld', 'hamborn', 'rheinhausen'],
}

async function begin(now: number) {
  const profile = duisburgProfile()
  const limits = { ...profile.limits, movesPerWeek: 99, cancellationsPerWeek: 99 }
  const lotse = await startLotse({ now, profile: { ...profile, limits } })
  const { deps, db } = lotse
  const user = createActor(lotse.world)
  await bookSara(user, BOOKED[now])
  const { id: personId, language } = await db.person.findFirstOrThrow()
  const { id: intakeId } = await db.intake.findFirstOrThrow()
  const closed: string[] = []

  const open = () => deps.store.appointments.openOf(personId)
  const press = (tap: Tap) => user.tapsData(encodeTap(tap, false))

  /** One of the times more than a week ahead. */
  async function time(n: number) {
    const city = await currentCity(deps)
    const sought = { now: lotse.clock.at, audience: 'public', most: 400 } as const
    const times = await freeTimes(deps, city, city.profile.centres, sought)
    const far = times.filter(({ startsAt }) => startsAt > now + 8 * DAY)
    const one = far[(n * 37) % far.length]
    if (!one) throw new Error('nothing is free')
    return { centre: one.centreId, startsAt: one.startsAt }
  }

  async function takesTime(n: number) {
    const at = await time(n)
    await press({ do: 'time', ...at })
    await press({ do: 'book', ...at, remind: n % 2 === 0 ? 'yes' : 'no' })
  }

  async function closesItsDay(n: number) {
    const own = await open()
    if (!own) return
    const day = dateOf(own.startsAt)
    const [startsAt, endsAt] = [atWall(day, 0), atWall(day, 24 * 60 - 1)]
    const id = `00000000-0000-4000-9000-${String(closed.length).padStart(12, '0')}.${n}`
    const closing = { id, centre: own.centre, seat: null, startsAt, endsAt, reason: 'krank' }
    expect(await closeDays(deps, staff, [closing])).toBe('done')
    closed.push(id)
  }

  const steps: Record<Step[0], (n: number) => Promise<unknown>> = {
    books: async (n) => ((await open()) ? undefined : takesTime(n)),
    moves: async (n) => ((await open()) ? takesTime(n) : undefined),
    cancels: async () => {
      const own = await open()
      if (own) await press({ do: 'cancel-yes', booking: own.id })
    },
    reminds: () => press({ do: 'remind' }),
    'reminds-not': () => press({ do: 'withdraw', scope: 'reminders' }),
    takes: async (n) => {
      const held = await db.booking.findMany({
        where: { state: 'offered' },
        orderBy: { id: 'asc' },
      })
      const one = held[n % Math.max(1, held.length)]
      if (one) await press({ do: 'take', booking: one.id })
    },
    waits: async () => {
      if ((await db.intake.count({ where: { id: intakeId } })) === 0) return
      const who = { personId, intakeId, language }
      const asking = { answers: {}, has: null }
      await wait(deps, await currentCity(deps), who, asking, { wishes: NO_WISHES, still: true })
    },
    'staff-gives': async (n) => giveTime(deps, staff, intakeId, await time(n)),
    'staff-cancels': () => cancelTime(deps, staff, intakeId),
    'staff-erases': () => eraseRecord(deps, staff, intakeId),
    closes: closesItsDay,
    reopens: async (n) => {
      const id = closed[n % Math.max(1, closed.length)]
      if (id) await reopenDays(deps, staff, id)
    },
    night: () => lotse.passes(14 * HOUR),
    minute: async () => {
      lotse.clock.at += 60_000
      await lotse.tick()
    },
  }
  return { lotse, user, open, steps }
}

const anyStory = fc.record({
  now: fc.constantFrom(SPRING, AUTUMN),
  story: fc.array(fc.tuple(fc.constantFrom(...STEPS), fc.nat(9)), { minLength: 4, maxLength: 14 }),
  shuffle: fc.nat(1000),
})

async function told(now: number, story: readonly Step[], shuffle: number): Promise<void> {
  const { lotse, user, open, steps } = await begin(now)
  try {
    for (const [name, n] of story) await steps[name](n)
    // Until the morning, so that what was owed in quiet hours has come too.
    await lotse.passes(14 * HOUR)
    const files = user.documents().map(({ text }) => text)
    const ahead = ({ endsAt }: { endsAt: number }) => endsAt > lotse.clock.at
    const kept = await open()
    const own = kept && ahead(kept) ? kept : null
    // Nothing rings for what begins within two hours of its file.
    const rings = own && own.startsAt - now > DAY ? { rings: own.remind } : {}
    const present = own ? [{ uid: own.id, startsAt: own.startsAt, ...rings }] : []
    for (const order of [files, [...files, ...files], shuffled(files, shuffle)]) {
      const calendar = createPhoneCalendar()
      for (const file of order) calendar.put(file)
      // What is over stays in a calendar, as it should.
      expect(calendar.entries().filter(ahead)).toMatchObject(present)
      expect(calendar.entries().filter(ahead)).toHaveLength(present.length)
    }
    expect(user.unansweredTaps()).toBe(0)
  } finally {
    await lotse.stop()
  }
}

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const left = [...list]
  const out: T[] = []
  for (let i = seed; left.length > 0; i = (i * 7919 + 13) % 10_007) {
    out.push(...left.splice(i % left.length, 1))
  }
  return out
}

test('in any order of what a person, staff and closures do', { timeout: 400_000 }, async () => {
  const property = fc.asyncProperty(anyStory, ({ now, story, shuffle }) =>
    told(now, story, shuffle),
  )
  await fc.assert(property, { numRuns: runs(isD1 ? 2 : 8) })
})

test.each<[string, Step[]]>([
  [
    'moved twice in one minute',
    [
      ['moves', 1],
      ['moves', 2],
    ],
  ],
  [
    'cancelled and booked anew',
    [
      ['cancels', 0],
      ['books', 4],
    ],
  ],
  [
    'moved by staff, then cancelled before that was told',
    [
      ['staff-gives', 3],
      ['cancels', 0],
    ],
  ],
  [
    'closed, erased by staff, then opened again',
    [
      ['closes', 0],
      ['staff-erases', 0],
      ['reopens', 0],
    ],
  ],
  [
    'closed, told and opened again',
    [
      ['closes', 0],
      ['night', 0],
      ['reopens', 0],
    ],
  ],
  [
    'closed, told, opened again, closed again',
    [
      ['closes', 0],
      ['night', 0],
      ['reopens', 0],
      ['closes', 1],
    ],
  ],
  [
    'closed, and a held time taken',
    [
      ['closes', 0],
      ['night', 0],
      ['takes', 1],
    ],
  ],
  [
    'closed, and another time booked before that was told',
    [
      ['closes', 0],
      ['books', 5],
    ],
  ],
  [
    'given by staff after a cancellation',
    [
      ['cancels', 0],
      ['staff-gives', 2],
      ['minute', 0],
      ['reminds', 0],
    ],
  ],
  [
    'an offer taken',
    [
      ['waits', 0],
      ['minute', 0],
      ['takes', 0],
    ],
  ],
  [
    'an offer taken and over, and another time given',
    [
      ['waits', 0],
      ['takes', 0],
      ['night', 0],
      ['staff-gives', 0],
    ],
  ],
  [
    'erased by staff',
    [
      ['staff-erases', 0],
      ['minute', 0],
    ],
  ],
  [
    'moved by staff, and erased before that was told',
    [
      ['staff-gives', 3],
      ['staff-erases', 0],
    ],
  ],
  [
    'closed, and erased before that was told',
    [
      ['closes', 0],
      ['staff-erases', 0],
    ],
  ],
  [
    'cancelled by staff, and erased before that was told',
    [
      ['staff-cancels', 0],
      ['staff-erases', 0],
    ],
  ],
  [
    'reminders off and on',
    [
      ['reminds-not', 0],
      ['reminds', 0],
      ['reminds-not', 0],
    ],
  ],
] as [string, Step[]][])('%s', { timeout: 60_000 }, async (_, story) => {
  await told(SPRING, story, 5)
})
