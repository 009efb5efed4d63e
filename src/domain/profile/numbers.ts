// Danger numbers and the settings a city can change.
import * as z from 'zod'
import { weeklyHoursSchema } from '../calendar/rules.ts'
import { CRY_KINDS } from '../danger/cry-list.ts'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time HH:MM')
const positive = z.int().positive()

/** A number for people in danger or distress. Only confirmed ones are shown, with what is known of them. */
export const dangerNumberSchema = z.strictObject({
  number: z.string().regex(/^[\d ]{3,}$/, 'expected digits and spaces'),
  /** key of the text that names it */
  name: z
    .string()
    .regex(/^[a-z-]+(\.[a-z-]+)+$/, 'expected a text key like "danger.number.police"'),
  /** what it helps with */
  for: z.array(z.enum(CRY_KINDS)).min(1),
  /** when somebody answers */
  hours: z.union([z.literal('always'), z.array(weeklyHoursSchema).min(1)]).optional(),
  /** keys of the languages spoken there */
  speaks: z.array(z.string().min(2)).min(1).optional(),
  confirmed: z.boolean(),
  source: z.string().min(1).optional(),
})

export type DangerNumber = z.infer<typeof dangerNumberSchema>

/** When reminders go out, relative to the appointment, and when the chat stays quiet. */
export const reminderSettingsSchema = z.strictObject({
  daysBefore: z.array(positive),
  hoursBefore: z.array(positive),
  /** wall-clock; runs past midnight when `until` is the earlier time */
  quietHours: z.strictObject({ from: time, until: time }),
})

/** How long a freed seat is held for the person to whom it is offered. */
export const waitingListSchema = z.strictObject({ holdMinutes: positive })

export const noticesSchema = z.strictObject({
  /** after how many minutes a centre is told once more of somebody in danger whom nobody has looked at; else half an hour */
  redAgainMinutes: positive.optional(),
  /** whether groups of staff in Telegram are told as well as mailboxes: not where nothing is said */
  telegram: z.boolean().optional(),
})

/** How long what is kept; the audit log and proofs of consent outlive the content. */
export const retentionSchema = z.strictObject({
  abandonedHours: positive,
  contentDays: positive,
  noShowDays: positive,
  auditMonths: positive,
  consentMonths: positive,
})

/** How often a booking may be changed in seven days, by all who stand behind one address together. */
export const limitsSchema = z.strictObject({
  movesPerWeek: positive,
  cancellationsPerWeek: positive,
  /** how many people may stand behind one address; three where it says nothing */
  peopleTogether: positive.max(10).optional(),
})
