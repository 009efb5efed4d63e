// When a pool answers that does so behind the link of a mail.

import { atDay, dayOf } from '../../src/domain/calendar/wall-clock.ts'
import { isWorkingDay } from '../../src/domain/calendar/working-days.ts'
import type { Booked } from './booked.ts'
import { drawn } from './chance.ts'
import { assumed } from './figure.ts'
import type { World } from './world.ts'

// Wall-clock minutes between which pools are at work: what they answer on the day, they answer at any moment of it.
const AT_WORK = { from: assumed(8 * 60), until: assumed(17 * 60) }

/**
 * When the answer to an order that leaves now is known where it comes on the same day (epoch ms); `null` where the day
 * is over, or none on which anybody works: staff read it in the morning, as they do any other.
 */
export function answeredToday(
  { seed, profile, now }: World,
  { id, orders }: Booked,
): number | null {
  const today = dayOf(now)
  const [opens, closes] = [atDay(today, AT_WORK.from.is), atDay(today, AT_WORK.until.is)]
  if (!isWorkingDay(today, profile.state) || now >= closes) return null
  const since = Math.max(now, opens)
  return since + drawn(seed, 'answers at', id, orders.length) * (closes - since)
}
