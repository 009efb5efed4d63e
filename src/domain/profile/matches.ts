// What another profile would do to how well booked appointments suit: none of it ends an appointment.

import { fitAt, needOf } from '../appointment/language-fit.ts'
import { counsellorAt } from '../calendar/counsellor-at.ts'
import type { Counsellor } from '../calendar/counsellors.ts'
import type { AnswersById } from '../questionnaire/question.ts'
import type { OpenBooking } from './outside.ts'
import { calendarOf, centreOf, type Profile } from './profile.ts'

/**
 * An appointment that is still to come, with what its person has answered, in codes. `counsellor`: whose account had
 * a request of theirs last.
 */
export type AnsweredBooking = Omit<OpenBooking, 'ref'> & {
  personId: string | null
  answers: AnswersById
  counsellor: string | null
}

/**
 * How many appointments lose (`lost`) or gain somebody who speaks the person's language, how many lose the woman or
 * man that the person asked for (`wishes`), and how many the counsellor who knows them (`known`).
 */
export type MatchChange = { lost: number; gained: number; wishes: number; known: number }

/** Compares by what is entered of who counsels; what is unknown counts as nobody. */
export function matchesBetween(
  before: Profile,
  after: Profile,
  bookings: readonly AnsweredBooking[],
): MatchChange {
  const change: MatchChange = { lost: 0, gained: 0, wishes: 0, known: 0 }
  for (const booking of bookings) {
    const { was, is } = fitsOf(before, after, booking)
    const [spoken, stays] = [was.language === 'spoken', is.language === 'spoken']
    if (spoken && !stays) change.lost += 1
    if (stays && !spoken) change.gained += 1
    if (was.gender === 'met' && is.gender !== 'met') change.wishes += 1
    if (was.isSameCounsellor && !is.isSameCounsellor) change.known += 1
  }
  return change
}

/**
 * The appointments whose person loses who speaks their language, the woman or man they asked for, or who knows them,
 * which is `wasKnown`.
 */
export const losing = (
  before: Profile,
  after: Profile,
  bookings: readonly AnsweredBooking[],
): { booking: AnsweredBooking; wasKnown: boolean }[] =>
  bookings.flatMap((booking) => {
    const { lost, wishes, known } = matchesBetween(before, after, [booking])
    return lost + wishes + known > 0 ? [{ booking, wasKnown: known > 0 }] : []
  })

function fitsOf(before: Profile, after: Profile, booking: AnsweredBooking) {
  const need = needOf(booking.answers, booking.counsellor)
  const at = (profile: Profile) => fitAt(counsellorOf(profile, booking), need, null)
  return { was: at(before), is: at(after) }
}

function counsellorOf(profile: Profile, booking: AnsweredBooking): Counsellor | undefined {
  const centre = centreOf(profile, booking.centre)
  return centre && counsellorAt(calendarOf(profile, centre), booking)
}
