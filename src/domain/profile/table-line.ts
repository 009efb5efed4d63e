// A name in a table that somebody types as lines: columns are parted by |, so none stands in it.
import * as z from 'zod'

/** One line of so many signs at most. */
export const tableLine = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{C}|]*$/u, 'expected one line without | and hidden signs')
