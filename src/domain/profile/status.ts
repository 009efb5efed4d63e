// How sure it is what a profile says.
import * as z from 'zod'

/** How sure published facts are, or that a programme runs. */
export const statusSchema = z.strictObject({
  /** whether those concerned have confirmed it for this deployment */
  confirmed: z.boolean(),
  /** month of the source, YYYY-MM */
  asOf: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'expected a month YYYY-MM')
    .optional(),
  source: z.string().min(1).optional(),
})
