// What an appointment needs and has, in codes: for other systems, which are told no names.

import * as z from 'zod'
import { fitAt, needOf } from '../appointment/language-fit.ts'
import { counsellorAt } from '../calendar/counsellor-at.ts'
import { calendarOf, centreOf, type Profile } from '../profile/profile.ts'
import type { AnswersById } from '../questionnaire/question.ts'
import type { InterpreterOrder } from './order.ts'
import { interpretableOf, interpretingOf } from './orders.ts'

/** How the seat answers what its person needs, and what has become of an interpreter. */
export const fitCodes = {
  languageFit: z
    .enum(['no-need', 'spoken', 'nobody', 'unknown'])
    .describe('whether who counsels speaks it; unknown: nobody has entered who counsels'),
  genderFit: z.enum(['no-wish', 'met', 'not-met', 'unknown']),
  interpreting: z
    .enum([
      ...(['no-need', 'spoken', 'unknown', 'needed', 'ordered', 'confirmed'] as const),
      ...(['on-call', 'unavailable'] as const),
    ])
    .describe(
      'nothing but confirmed says that somebody interprets; on-call: a service is called when the talk begins',
    ),
}

/** The same with what its person needs. */
export const needCodes = {
  spokenLanguage: z
    .string()
    .nullable()
    .describe(
      'needed to be understood; null: German will do, they bring somebody, or nobody asked',
    ),
  counsellorWish: z.enum(['woman', 'man']).nullable(),
  ...fitCodes,
}

type FitCodes = { [Key in keyof typeof fitCodes]: z.infer<(typeof fitCodes)[Key]> }
type NeedCodes = { [Key in keyof typeof needCodes]: z.infer<(typeof needCodes)[Key]> }

/** An appointment with its seat and all its orders; times are epoch milliseconds. */
type Seated = Parameters<typeof interpretableOf>[0] & { orders: readonly InterpreterOrder[] }

/** @param now which pools can still be asked is said as of then (epoch milliseconds) */
export function fitCodesOf(
  at: Seated,
  answers: AnswersById,
  profile: Profile,
  now: number,
): FitCodes {
  const need = needOf(answers)
  const centre = centreOf(profile, at.centre)
  const counsellor = centre && counsellorAt(calendarOf(profile, centre), at)
  const { language, gender } = fitAt(counsellor, need, null)
  const { state } = interpretingOf(interpretableOf(at, answers), at.orders, profile, now)
  return {
    // Who interprets is told below.
    languageFit: language === 'interpreter' || language === 'on-call' ? 'nobody' : language,
    genderFit: gender,
    interpreting: state,
  }
}

export function needCodesOf(
  at: Seated,
  answers: AnswersById,
  profile: Profile,
  now: number,
): NeedCodes {
  const { language, gender } = needOf(answers)
  const codes = fitCodesOf(at, answers, profile, now)
  return { spokenLanguage: language, counsellorWish: gender, ...codes }
}
