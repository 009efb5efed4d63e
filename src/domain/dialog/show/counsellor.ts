// That somebody else counsels at an appointment than was said, and how it is there now.

import type { AppointmentNow } from '../../appointment/appointment.ts'
import { fitOfSeat, needIn } from '../fitting.ts'
import { type Screen, strong } from '../screen.ts'
import type { Facts } from '../talk.ts'
import { fitLines } from './fit.ts'
import { cardWith } from './interpreting.ts'

/** The appointment as its card, with whether the language is spoken there and the wish is met by now. */
export function showOtherCounsellor(
  booking: Omit<AppointmentNow, 'body' | 'hasOther' | 'counsellor'>,
  facts: Facts,
): Screen {
  const fit = fitOfSeat(booking, booking, facts)
  const news = [
    strong('interpreting.other-counsellor'),
    ...fitLines(fit, needIn(booking, facts), booking, booking, facts),
  ]
  return cardWith('other-counsellor', news, booking, facts)
}
