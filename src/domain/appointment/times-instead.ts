// What somebody is shown instead of a time at which nobody was found to interpret for them.

import type { BookableTime } from '../calendar/bookable.ts'
import { type FittingTime, fitOf, type Interpreted, type Need } from './language-fit.ts'

/** The place and start (epoch ms) of the appointment they have. */
type Has = { centre: string; startsAt: number }

/**
 * At most three free times at which they may be understood after all, by time: the soonest at their centre at which
 * it is spoken; and where they are sooner, the soonest elsewhere, and the soonest at their centre for which one can
 * still be ordered.
 */
export function timesInstead(
  free: readonly BookableTime[],
  need: Need,
  has: Has,
  interpreted: (time: BookableTime) => Interpreted,
): FittingTime[] {
  const other = free
    .filter(({ startsAt }) => startsAt !== has.startsAt)
    .map((time) => ({ time, fit: fitOf(time, need, interpreted(time)) }))
    .sort((a, b) => a.time.startsAt - b.time.startsAt)
  const soonest = (language: 'spoken' | 'interpreter', isHere: boolean) =>
    other.find(
      ({ time, fit }) => fit.language === language && (time.centreId === has.centre) === isHere,
    )
  const here = soonest('spoken', true)
  const found = [here, soonest('spoken', false), soonest('interpreter', true)].filter(
    (one) => one !== undefined,
  )
  return found
    .filter((one) => one === here || !here || one.time.startsAt < here.time.startsAt)
    .sort((a, b) => a.time.startsAt - b.time.startsAt)
}
