// Once a day is over, what funders ask of a quarter is counted, before anybody is erased.

import type { Deps } from '../../deps.ts'
import { addDays, atDay, dayNumber } from '../../domain/calendar/wall-clock.ts'
import { countedOf, type QuarterCount } from '../../domain/figures/quarter-counts.ts'
import { quarterOf } from '../../domain/figures/quarters.ts'
import { answersShownTo, notShownTo } from '../../domain/people/wall.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import type { City } from '../city.ts'

// So long after its appointment an outcome can be put right.
const DAYS_TO_MARK = 2

const stretchOf = (day: string) => [atDay(dayNumber(day), 0), atDay(dayNumber(day) + 1, 0)] as const

/**
 * What is counted once a day (YYYY-MM-DD) is over: the requests that carriers took over and the referrals of it, and
 * the appointments kept two days before, since their outcome can be put right until then.
 */
export async function quartersOf(
  deps: Deps,
  { profile }: City,
  day: string,
): Promise<QuarterCount[]> {
  const { usageQuarters } = deps.store.staff
  const before = addDays(day, -DAYS_TO_MARK)
  const centres = profile.centres.map(({ id }) => id)
  const [taken, referred, kept] = await Promise.all([
    usageQuarters.taken(...stretchOf(day)),
    usageQuarters.referred(...stretchOf(day)),
    usageQuarters.kept(centres, ...stretchOf(before)),
  ])
  const one = { quarter: quarterOf(day), count: 1 }
  return [
    ...taken.flatMap((request) => {
      const { centre, body } = request
      const notShown = notShownTo(body, profile)
      const seen = { ...request, ...answersShownTo(request, notShown) }
      return countedOf(seen, notShown).map((code) => ({ ...one, centre, body, ...code }))
    }),
    ...referred.map(({ target, ...place }) => {
      return { ...one, ...place, kind: 'referral' as const, code: kindOf(profile, target) }
    }),
    ...kept.map((place) => {
      return { ...one, quarter: quarterOf(before), ...place, kind: 'kept' as const, code: 'kept' }
    }),
  ]
}

/** Where to somebody was referred: to an authority, to another carrier, to a programme. */
function kindOf({ offices = [], bodies = [] }: Profile, target: string): string {
  if (offices.some(({ id }) => id === target)) return 'office'
  return bodies.some(({ id }) => id === target) ? 'body' : 'programme'
}
