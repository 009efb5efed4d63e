// Who else a city's centres work with: carriers, offices, programmes.
import * as z from 'zod'
import { idSchema } from '../calendar/rules.ts'
import { textsSchema } from './centre.ts'
import { controllerSchema } from './responsible.ts'
import { statusSchema } from './status.ts'

const line = z.string().min(1)
const date = z.iso.date('expected a date YYYY-MM-DD')

/** A carrier of counselling or a municipal office to which a person can be referred. */
export const partnerSchema = z.strictObject({
  id: idSchema,
  name: line,
  address: line.optional(),
  phones: z.array(line).optional(),
  website: z.url('expected a web address').optional(),
})

/** A carrier, which may answer for the data of the centres it runs. */
export const bodySchema = partnerSchema.extend({ controller: controllerSchema.optional() })

/** Whom a programme is for; what is left out does not restrict. */
const audienceSchema = z.strictObject({
  /** both included */
  ages: z.strictObject({ from: z.int().min(0), until: z.int().max(120) }).optional(),
  /** options of the question after the residence document */
  residenceGroups: z.array(idSchema).min(1).optional(),
  topics: z.array(idSchema).min(1).optional(),
  districts: z.array(idSchema).min(1).optional(),
})

/**
 * A programme: suggested to staff with the reason, to the person only where `shown` says so and it
 * is confirmed that it runs.
 */
export const programmeSchema = z.strictObject({
  id: idSchema,
  name: line,
  /** id of a body or office */
  provider: idSchema,
  /** what it is, in each language where it is shown; whose is missing reads German */
  what: textsSchema.optional(),
  audience: audienceSchema,
  /** first and last day; an ended programme is data, not offered */
  runsFrom: date.optional(),
  runsUntil: date.optional(),
  /** the programme that took its place */
  followedBy: idSchema.optional(),
  shown: z.boolean(),
  status: statusSchema,
})

export type Partner = z.infer<typeof partnerSchema>
export type Programme = z.infer<typeof programmeSchema>
