// Between which numbers a field of the profile lies, for those who are asked for it.

import * as z from 'zod'

/** The least and the most, both included. */
export type Ends = readonly [least: number, most: number]

/** The ends of a whole number, as its schema has them. */
export function endsOf(field: z.ZodInt | z.ZodOptional<z.ZodInt>): Ends {
  const { minValue, maxValue } = field instanceof z.ZodOptional ? field.unwrap() : field
  return [minValue ?? 0, maxValue ?? 0]
}
