// That somebody else counsels at an appointment, owed when a profile is changed; worded when it is sent.

import { awake, isQuiet } from '../../domain/appointment/quiet-hours.ts'
import { fitOfSeat, knowing } from '../../domain/dialog/fitting.ts'
import { showOtherCounsellor } from '../../domain/dialog/show/counsellor.ts'
import { factsOf } from '../conversation/step.ts'
import type { Compose } from './outbox.ts'

/** `wasKnown`: who counselled there before knows the person. */
export type OtherCounsellor = { wasKnown: boolean }

/** Dropped where it is as it was said after all: the change was not made, or the seat is another by now. */
export const composeOtherCounsellor: Compose = async (deps, city, message, now) => {
  const booking = await deps.store.appointments.find(message.bookingId ?? '')
  if (!booking) return { drop: 'gone' }
  if (booking.state !== 'booked') return { drop: booking.state }
  if (booking.startsAt <= now) return { drop: 'past' }
  const facts = { ...factsOf(deps, city, now), ...knowing(booking), hasChat: message.hasChat }
  const { wasKnown } = message.payload as OtherCounsellor
  const { language, gender, isSameCounsellor } = fitOfSeat(booking, booking, facts)
  const isUnderstood = language === 'spoken' || language === 'no-need'
  const isAsWished = gender === 'met' || gender === 'no-wish'
  if (isUnderstood && isAsWished && (isSameCounsellor || !wasKnown)) return { drop: 'fits' }
  const { quietHours } = city.profile.reminders
  if (isQuiet(quietHours, now)) return { later: awake(quietHours, now) }
  return { screen: showOtherCounsellor(booking, facts) }
}
