// A centre as its profile describes it.
import * as z from 'zod'
import { idSchema, openingRuleSchema, weeklyHoursSchema } from '../calendar/rules.ts'
import { pointSchema } from './city.ts'
import { placeNamesSchema } from './place-names.ts'
import { controllerSchema } from './responsible.ts'
import { statusSchema } from './status.ts'

const line = z.string().min(1)
const ONE_LINE = /^[^\p{Cc}\u2028\u2029]*$/u
const oneLine = line.regex(ONE_LINE, 'expected one line')

/** A text for people, by language key; German at least. */
export const textsSchema = z
  .record(z.string().regex(/^[a-z]{2,3}$/, 'expected a language key like "ar"'), line)
  .refine((texts) => 'de' in texts, 'expected a German text ("de") among the languages')

/**
 * A counselling centre. What is not known stays out: a centre without `openings` can be named and
 * phoned but not booked, one without coordinates is shown without a pin.
 */
export const centreSchema = z.strictObject({
  id: idSchema,
  name: oneLine,
  /** for a button beside other centres */
  short: oneLine.max(20),
  ...placeNamesSchema,
  /** two letters that name it in its own links and posters; codes of requests name no centre */
  code: z.string().regex(/^[A-Z]{2}$/, 'expected two capital letters'),
  /** one line as it is shown and copied; empty while it has not been entered */
  address: z.string().regex(ONE_LINE, 'expected one line'),
  postalCode: z
    .string()
    .regex(/^\d{5}$/, 'expected a postal code of five digits')
    .optional(),
  coordinates: pointSchema.optional(),
  /** how one gets there and in; nothing is said of what is not known */
  way: z
    .strictObject({
      /** the nearest stop as its sign has it, with the lines: "Hochfeld Mitte (U79)" */
      stop: line.optional(),
      /** address of a photo of the door, on a page that anybody can open */
      doorPhoto: z.url({ protocol: /^https$/ }).optional(),
      stepFree: z.boolean().optional(),
    })
    .optional(),
  phones: z.array(z.string().regex(/^[+\d][\d -]{4,}$/, 'expected a phone number')),
  phoneHours: z.array(weeklyHoursSchema),
  walkIn: z.array(weeklyHoursSchema),
  /** of walk-in and phone hours */
  hoursStatus: statusSchema,
  openings: z.array(openingRuleSchema),
  /** ids of `bodies` */
  bodies: z.array(idSchema).optional(),
  whoWeAre: textsSchema.optional(),
  /** what lies on the way for whoever lives elsewhere, such as a river; said before a time is booked */
  onTheWay: textsSchema.optional(),
  /** only where it is none of its bodies, such as the city itself */
  controller: controllerSchema.optional(),
})

export type Centre = z.infer<typeof centreSchema>
