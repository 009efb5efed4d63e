// The data that says when a centre is open: windows, rules for bookable times, closures.
import * as z from 'zod'

const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'expected a time HH:MM from 00:00 to 24:00')
const date = z.iso.date('expected a date YYYY-MM-DD')
const weekday = z.int().min(1).max(7)
const count = z.int().min(0).max(99)

/** A name for data that other data points to. */
export const idSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'expected small letters, digits and hyphens, a letter first')

/** Every how many weeks. */
export const intervalSchema = z.int().min(1).max(52)

/**
 * On which days. `interval` counts weeks (Monday to Sunday) from the week that holds `anchor`;
 * `nth` counts the weekdays of a month, -1 being the last.
 */
const repeatSchema = z
  .discriminatedUnion('every', [
    z.strictObject({
      every: z.literal('week'),
      weekdays: z.array(weekday).min(1),
      interval: intervalSchema.optional(),
      anchor: date.optional(),
    }),
    z.strictObject({
      every: z.literal('month'),
      weekday,
      nth: z.array(z.union([z.int().min(1).max(5), z.literal(-1)])).min(1),
    }),
    z.strictObject({ every: z.literal('date'), dates: z.array(date).min(1) }),
  ])
  .refine((repeat) => repeat.every !== 'week' || !repeat.interval || repeat.anchor, {
    path: ['anchor'],
    message: 'expected a date YYYY-MM-DD in the first week, since "interval" is given',
  })

type Hours = { opens: string; closes: string }
type Validity = { validFrom?: string | undefined; validUntil?: string | undefined }

// Both are strings of equal length that sort as they count.
const closesLater = (rule: Hours) => rule.opens < rule.closes
const later = { path: ['closes'], message: 'expected a time after "opens", on the same day' }
const endsLater = (rule: Validity) =>
  !rule.validFrom || !rule.validUntil || rule.validFrom <= rule.validUntil
const ends = { path: ['validUntil'], message: 'expected a date not before "validFrom"' }

/** Hours of the week in which a centre is open to all, or its phone is answered. */
export const weeklyHoursSchema = z
  .strictObject({ weekdays: z.array(weekday).min(1), opens: clock, closes: clock })
  .refine(closesLater, later)

/** A place away from the centre where its counsellors sit at these hours. */
const siteSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1),
  address: z.string().min(1),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
})

/** The key of a language somebody speaks: `ar`, `kmr-bahdini`, `dgs`; see i18n/spoken.ts. */
export const spokenKeySchema = z
  .string()
  .regex(/^[a-z]{2,3}(-[a-z]+)?$/, 'expected the key of a spoken language like "ckb"')

/**
 * Who counsels at a rule's seats, as far as a centre has entered it: at one or all of them, in all weeks or
 * on some days. What nobody has entered is unknown, which is not the same as no languages but German.
 */
const counsellingSchema = z
  .strictObject({
    /** its number; without it all seats of the rule */
    seat: z.int().min(1).max(999).optional(),
    /** first and last day, both included; the same day twice is that day alone */
    from: date.optional(),
    until: date.optional(),
    /** spoken beside German; empty where it is known that there are none */
    languages: z.array(spokenKeySchema).max(30),
    gender: z.enum(['woman', 'man']).optional(),
    /** whose account, so that a follow-up can be with the same one; nothing is counted by it */
    staffId: z.string().min(1).max(64).optional(),
  })
  .refine((one) => !one.from || !one.until || one.from <= one.until, {
    path: ['until'],
    message: 'expected a date not before "from"',
  })

/**
 * Hours that are cut into bookable slots. What a rule leaves out comes from the calendar's numbers.
 * Its seats are numbered from `firstSeat`: first the public ones, then the staff-only ones, then
 * the walk-in quota. Two rules of a centre that run at the same time at two sites need different
 * numbers, since a seat at a time exists once.
 */
export const openingRuleSchema = z
  .strictObject({
    id: idSchema,
    repeat: repeatSchema,
    opens: clock,
    closes: clock,
    /** first and last day, both included */
    validFrom: date.optional(),
    validUntil: date.optional(),
    slotMinutes: z.int().min(5).max(480).optional(),
    seats: count.optional(),
    walkInSeats: count.optional(),
    staffSeats: count.optional(),
    firstSeat: z.int().min(1).max(999).optional(),
    site: siteSchema.optional(),
    counselling: z.array(counsellingSchema).max(200).optional(),
  })
  .refine(closesLater, later)
  .refine(endsLater, ends)

/**
 * Days on which opening rules do not hold. Without `centreId` all centres are closed, with `seat`
 * only that seat; with `closedFrom`/`closedUntil` only these hours of each day.
 */
export const closedDaysSchema = z
  .strictObject({
    centreId: idSchema.optional(),
    seat: z.int().min(1).optional(),
    /** first and last day, both included */
    from: date,
    until: date,
    closedFrom: clock.optional(),
    closedUntil: clock.optional(),
    /** German, for staff */
    reason: z.string().min(1),
  })
  .refine((closed) => closed.from <= closed.until, {
    path: ['until'],
    message: 'expected a date not before "from"',
  })
  .refine((closed) => (closed.closedFrom ?? '00:00') < (closed.closedUntil ?? '24:00'), {
    path: ['closedUntil'],
    message: 'expected a time after "closedFrom", on the same day',
  })

/** The numbers of a city's calendar; a rule may say otherwise for its own hours. */
export const calendarNumbersSchema = z.strictObject({
  slotMinutes: z.int().min(5).max(480),
  /** all seats of a slot, the following two included */
  seats: count,
  walkInSeats: count,
  staffSeats: count,
  /** a person books at least so long before the slot; staff may book until it ends */
  leadMinutes: z
    .int()
    .min(0)
    .max(366 * 24 * 60),
  /** the last bookable day is today + this */
  horizonDays: z.int().min(1).max(366),
})

export type Repeat = z.infer<typeof repeatSchema>
export type WeeklyHours = z.infer<typeof weeklyHoursSchema>
export type Site = z.infer<typeof siteSchema>
export type Counselling = z.infer<typeof counsellingSchema>
export type OpeningRule = z.infer<typeof openingRuleSchema>
export type ClosedDays = z.infer<typeof closedDaysSchema>
export type CalendarNumbers = z.infer<typeof calendarNumbersSchema>
