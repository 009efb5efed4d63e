// The part of a profile about the wall between the carriers of a centre.

import * as z from 'zod'
import { idSchema } from '../calendar/rules.ts'
import { LEADS_REACH } from '../people/rights.ts'

export const wallsSchema = z.strictObject({
  /** how far leads and their audit reach: their own carrier, which it is where nothing is said, or the whole centre */
  leads: z.enum(LEADS_REACH).optional(),
  /** questions whose answers some carriers never see, such as the residence document for a city's own counsellors */
  notShown: z
    .array(z.strictObject({ question: idSchema, bodies: z.array(idSchema).min(1) }))
    .optional(),
})
