// The fields that several forms and queries have, as zod reads them.

import * as z from 'zod'

/** Typed text; what was not sent is empty. */
export const text = z.string().default('')

/** An id drawn when the form was shown, so that a form sent twice counts once. */
export const drawnId = z.string().regex(/^[\w-]{8,64}$/)

const YEAR_10000 = Date.UTC(10_000, 0)

/** An instant (epoch ms) from 1970 to 9999. */
export const instant = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)
  .pipe(z.number().lt(YEAR_10000))

/** The same in a query; `null` where there is none. */
export const instantOrNone = instant.nullable().catch(null).default(null)

/** When the appointment began that a page showed: `null` where it showed none, `undefined` where it does not say. */
export const seenStart = instant.or(z.literal('').transform(() => null)).optional()

/** A day of the calendar, YYYY-MM-DD; `null` for anything else. */
export const day = z.iso.date().nullable().catch(null).default(null)

/** A box that was ticked or not. */
export const tick = z.literal('yes').optional().catch(undefined).transform(Boolean)

/** One of a list; anything else is the first of it. */
export const oneOf = <const List extends readonly [string, ...string[]]>(list: List) =>
  z.enum(list).catch(list[0] as z.output<z.ZodEnum<{ [K in List[number]]: K }>>)

/** The beginning of a reference code, as somebody looks for it. */
export const reference = text.transform((typed) => typed.trim().toUpperCase().slice(0, 10))
