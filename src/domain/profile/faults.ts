// A fault in how the entries of a profile refer to each other, and the two kinds there are of it.

/** A place in a profile and what is expected there. */
export type Fault = { path: (string | number)[]; expected: string }

/** Values that should be there once, each named where it comes again. */
export const repeated = (
  values: readonly (string | number)[],
  path: (index: number) => (string | number)[],
): Fault[] =>
  values.flatMap((value, index) =>
    values.indexOf(value) < index
      ? [{ path: path(index), expected: `a value of its own, "${value}" is there already` }]
      : [],
  )

/** A value that should be one of the known ones. */
export const oneOf = (
  value: string,
  known: readonly string[],
  path: (string | number)[],
): Fault[] =>
  known.includes(value) ? [] : [{ path, expected: `one of ${known.join(', ')}; got "${value}"` }]
