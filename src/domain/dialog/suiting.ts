// An answer that says whom somebody with an appointment needs: another seat of the same time, or an answer in
// words. A wish is never met with silence.

import { type Appointment, isOpen } from '../appointment/appointment.ts'
import { type Fit, fitAt, type Need, seatsInOrder } from '../appointment/language-fit.ts'
import { seatsBeside } from '../calendar/seats-beside.ts'
import { calendarOf, centreOf } from '../profile/profile.ts'
import { fitOfSeat, needIn } from './fitting.ts'
import { moved, type Step } from './step.ts'
import { type Facts, go, type Talk } from './talk.ts'
import { say } from './text.ts'

/** The questions whose answers do. */
const ASKING: readonly string[] = ['spoken', 'counsellor']

/** A step after an answer to the question `id`, with what becomes of it for the appointment there is. */
export function suited(step: Step, id: string, facts: Facts): Step {
  const { appointment, now } = facts
  if (!ASKING.includes(id) || !appointment || !isOpen(appointment, now)) return step
  const isWish = id === 'counsellor'
  const seats = betterSeats(appointment, step.talk, facts)
  if (seats.length > 0) {
    const reseat = { do: 'reseat', appointment: appointment.id, seats, isWish } as const
    return { ...step, intents: [...step.intents, reseat] }
  }
  return isWish ? wishAnswered(step, facts) : step
}

/**
 * What is said of the wish for a woman or a man at the time there is. Where such times are known they are shown;
 * "back" leads on from there.
 */
export function wishAnswered(step: Step, facts: Facts): Step {
  const { appointment } = facts
  const { talk } = step
  const { gender } = needIn(talk, facts)
  if (!appointment || gender === null) return step
  const fit = fitOfSeat(appointment, talk, facts)
  if (fit.gender !== 'met' && isKnownAt(appointment.centre, gender, facts)) {
    return { ...moved(go(talk, { at: 'wished' })), intents: step.intents }
  }
  return { ...step, notice: say(`language.${fit.gender}.${gender}`) }
}

function isKnownAt(centreId: string, gender: 'woman' | 'man', { profile }: Facts): boolean {
  const { openings = [] } = centreOf(profile, centreId) ?? {}
  return openings.some(({ counselling = [] }) => counselling.some((one) => one.gender === gender))
}

/** The seats of the same time that suit better than the one somebody has, the best first. */
function betterSeats(has: Appointment, talk: Talk, facts: Facts): readonly number[] {
  const { profile, closures } = facts
  const centre = centreOf(profile, has.centre)
  const beside = centre && seatsBeside(calendarOf(profile, centre), closures, has)
  if (!beside) return []
  const need = needIn(talk, facts)
  const at = (seat: number | null) => fitAt(beside.counsellors?.get(seat ?? 0), need, null)
  const own = at(has.seat)
  return seatsInOrder(beside, need).filter((seat) => isBetter(at(seat), own, need))
}

// Never at the price of the language: who is a woman and not understood is of no help.
function isBetter(fit: Fit, own: Fit, { language, gender }: Need): boolean {
  const [speaks, spoke] = [fit.language === 'spoken', own.language === 'spoken']
  if (language !== null && speaks !== spoke) return speaks
  return gender !== null && fit.gender === 'met' && own.gender !== 'met'
}
