// A quarter of requests that carriers took over, of referrals and of appointments, drawn from one generator.

import { addDays, atWall } from '../../src/domain/calendar/wall-clock.ts'
import { countedHour } from '../../src/domain/figures/counted-hour.ts'
import { TOPICS } from '../../src/domain/questionnaire/first-questions.ts'
import { DOCUMENTS } from '../../src/domain/questionnaire/optional-questions.ts'
import { RANKS, urgencyOf } from '../../src/domain/questionnaire/triage.ts'
import { currentCity } from '../../src/flows/city.ts'
import { countPeople } from '../../src/flows/upkeep/count-people.ts'
import { readsNow } from './reads.ts'
import type { House } from './staff-house.ts'

const DAY = 86_400_000
const text = (at: number) => new Date(at).toISOString()

const CENTRES = ['hamborn', 'hochfeld', 'rheinhausen']
const BODIES = ['drk', 'caritas', 'stadt-duisburg', 'ziuma']
const LANGUAGES = ['ckb', 'ar', 'fa', 'tr', 'de', 'uk', 'other']
const AGES = ['under-18', '18-26', '27-plus']
const TARGETS = ['jobcenter', 'sozialamt', 'caritas', 'kim']

/** Draws a request for each of `count`, from a day (YYYY-MM-DD) on over so many days. */
export async function requestsFrom(
  { db }: House,
  random: () => number,
  { from, days, count }: { from: string; days: number; count: number },
) {
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const [people, intakes, referrals, bookings]: Record<string, unknown>[][] = [[], [], [], []]
  for (let n = 0; n < count; n += 1) {
    const at = atWall(from, 0) + Math.floor(random() * days * DAY)
    const isKnown = n > 0 && random() < 0.2
    const personId = isKnown ? `p-${Math.floor(random() * n)}` : `p-${n}`
    people?.push({ id: `p-${n}`, language: 'ckb', createdAt: text(at), seenAt: text(at) })
    const answers = {
      urgent: random() < 0.2 ? 'yes' : 'no',
      ...(random() < 0.1 ? { reason: 'letter', urgent: 'yes' } : {}),
      topics: [...new Set([oneOf(TOPICS.slice(0, 5)), oneOf(TOPICS)])],
      spoken: oneOf(LANGUAGES),
      ...(random() < 0.7 ? { age: oneOf(AGES) } : {}),
      ...(random() < 0.6 ? { document: oneOf(DOCUMENTS) } : {}),
    }
    const urgency = urgencyOf(answers)
    const isTaken = random() < 0.9
    const [centreId, bodyId] = [oneOf(CENTRES), oneOf(BODIES)]
    const since = text(at + Math.floor(random() * 5 * DAY))
    intakes?.push({
      ...{
        id: `i-${n}`,
        personId,
        version: 1,
        questionnaire: 1,
        ref: `XX-${n}`,
        centreId,
        urgency,
      },
      ...{ talk: JSON.stringify({ answers }), rank: RANKS[urgency], status: 'new' },
      ...{ createdAt: text(at), updatedAt: text(at), submittedAt: text(at) },
      ...(isTaken ? { bodyId, bodySince: since } : {}),
    })
    const intakeId = `i-${n}`
    if (random() < 0.4) {
      referrals?.push({
        ...{ id: `r-${n}`, intakeId, staffId: 's', target: oneOf(TARGETS), agreed: '[]' },
        ...{ createdAt: text(at + 3 * DAY), answer: oneOf([null, 'yes', 'no']) },
      })
    }
    if (random() < 0.7) {
      const startsAt = at + 6 * DAY
      bookings?.push({
        ...{ id: `b-${n}`, ref: `XX-${n}`, personId, intakeId, centreId, seat: null },
        ...{ startsAt: text(startsAt), endsAt: text(startsAt + 1_800_000), changedBy: 'person' },
        ...{ state: oneOf(['attended', 'attended', 'missed', 'cancelled']) },
        ...{ channel: random() < 0.1 ? 'walk-in' : 'telegram' },
        ...{ createdAt: text(at), changedAt: text(at), ...countedHour(startsAt) },
      })
    }
  }
  const make = async (rows: unknown[] = [], create: (data: never) => Promise<unknown>) => {
    // As many as a statement has room for.
    for (let n = 0; n < rows.length; n += 5) await create(rows.slice(n, n + 5) as never)
  }
  await make(people, (data) => db.person.createMany({ data }))
  await make(intakes, (data) => db.intake.createMany({ data }))
  await make(referrals, (data) => db.referral.createMany({ data }))
  await make(bookings, (data) => db.booking.createMany({ data }))
}

/** Lets night after night pass, up to a day (YYYY-MM-DD), in which the day before is counted. */
export async function countedUntil(house: House, from: string, until: string) {
  for (let day = from; day <= until; day = addDays(day, 1)) {
    house.clock.at = atWall(day, 30)
    await countPeople(house.deps, await currentCity(house.deps), await readsNow(house.deps))
  }
}
