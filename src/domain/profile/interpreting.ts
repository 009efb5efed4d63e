// How a city orders interpreting: the pools that can be asked, and what each asks for.
import * as z from 'zod'
import { idSchema, spokenKeySchema } from '../calendar/rules.ts'
import { statusSchema } from './status.ts'

/**
 * How an interpreter takes part, the best first: by interpreters' own judgement a psychosocial talk is
 * adequate by video in 52 to 87 %, by telephone in 25 to 70 % (PMC4059012).
 */
export const MODES = ['on-site', 'video', 'telephone'] as const
export type InterpretingMode = (typeof MODES)[number]

const minutes = z.int().min(5).max(480)

/** Whom a centre asks for interpreters. What a pool says of itself; nothing is assumed. */
export const poolSchema = z.strictObject({
  id: idSchema,
  /** as staff know it */
  name: z.string().min(1).max(80),
  /** how its interpreters take part */
  modes: z.array(z.enum(MODES)).min(1),
  /** ids of the centres that may ask it; without it all */
  centres: z.array(idSchema).min(1).optional(),
  /** what its interpreters speak; see i18n/spoken.ts */
  languages: z.array(spokenKeySchema).min(1),
  /** whether one can ask for a woman or a man */
  genderWish: z.boolean().optional(),
  /**
   * nobody orders it: the counsellor calls it by telephone or video when the talk begins. What can be ordered in
   * time comes before it.
   */
  onCall: z.literal(true).optional(),
  /** an order comes in at least so many working days before the day of the talk; 0: on the same day, or on call */
  leadWorkingDays: z.int().min(0).max(30),
  /** within so many working days it says whether somebody can; without it at once */
  answersInWorkingDays: z.int().min(0).max(30).optional(),
  /** no talk may be longer */
  longestMinutes: minutes.optional(),
  /** until so many hours before the talk an order can be cancelled without a fee; without it always */
  freeCancelHours: z.int().min(0).max(720).optional(),
  /** topics (codes) it does not interpret: lay pools exclude talks with legal consequences */
  excludes: z.array(z.string().min(1)).optional(),
  /** where orders go, or how it is called */
  contact: z.strictObject({
    mail: z.email().optional(),
    phone: z
      .string()
      .regex(/^[+\d][\d -]{4,}$/, 'expected a phone number')
      .optional(),
    url: z.url({ protocol: /^https$/ }).optional(),
  }),
  /** Lotse itself mails orders and cancellations, as soon as they are needed */
  byMail: z.boolean().optional(),
  status: statusSchema,
})

/** Which is asked first stands first, among those of the same mode. */
export const interpretingSchema = z.array(poolSchema).max(40)

export type Pool = z.infer<typeof poolSchema>
