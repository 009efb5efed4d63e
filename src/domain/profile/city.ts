// The part of a profile that says where people live and which centre is suggested to them.
import * as z from 'zod'
import { idSchema } from '../calendar/rules.ts'
import { placeNamesSchema } from './place-names.ts'

const code = z.string().regex(/^\d{5}$/, 'expected a postal code of five digits')

/** Official number and name of a part of the city (Ortsteil). */
const partSchema = z.strictObject({
  number: z.int().positive(),
  name: z.string().min(1),
  ...placeNamesSchema,
})

/** A Stadtbezirk, or another area people know by name. Numbers are official. */
export const districtSchema = z.strictObject({
  id: idSchema,
  number: z.int().positive(),
  name: z.string().min(1),
  ...placeNamesSchema,
  /** empty while they have not been entered */
  parts: z.array(partSchema),
})

/** Degrees; for a postal code those of a point about in its middle. */
export const pointSchema = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
})

/** A place on earth, in degrees. */
export type Point = z.infer<typeof pointSchema>

/**
 * A postal code with homes. It names its (main) district, and a centre only where that is not the
 * district's; or it names the parts between which a person has to choose. With
 * points a shared location suggests the district of the nearest one.
 */
export const postalCodeSchema = z.union(
  [
    z.strictObject({
      code,
      district: idSchema,
      centre: idSchema.optional(),
      point: pointSchema.optional(),
    }),
    z.strictObject({
      code,
      ask: z.array(z.int().positive()).min(2),
      point: pointSchema.optional(),
    }),
  ],
  {
    error: 'expected { code, district, centre?, point? } or { code, ask: [part, part, …], point? }',
  },
)

/** A town whose postal codes begin so: shown by name, never turned away. */
export const neighbourSchema = z.strictObject({
  prefix: z.string().regex(/^\d{1,5}$/, 'expected the first one to five digits of a postal code'),
  name: z.string().min(1),
})

/** Which centre is suggested: by district, where a part differs by its number. */
export const routingSchema = z.strictObject({
  districts: z.record(idSchema, idSchema),
  parts: z.record(z.string().regex(/^\d+$/, 'expected the number of a part'), idSchema).optional(),
})

/** One code or an inclusive range `47001-47050`. */
export const poBoxSchema = z
  .string()
  .regex(/^\d{5}(-\d{5})?$/, 'expected a postal code or a range like 47001-47050')

export type PostalCode = z.infer<typeof postalCodeSchema>
export type District = z.infer<typeof districtSchema>
