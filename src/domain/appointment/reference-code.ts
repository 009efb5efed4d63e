// The code of a request: short enough to read aloud, without signs that look or sound alike. It is the same
// at every centre, so it names none: an appointment may move.

// No 0/O, no 1/I/L, no U/V, no B/8: heard over the telephone and copied by hand.
const SIGNS = '2345679ACDEFGHJKMNPQRSTWXYZ'

/** A code such as 7F3-K2D; `random` gives a whole number below its argument. */
export function referenceCode(random: (below: number) => number): string {
  const three = () => Array.from({ length: 3 }, () => SIGNS[random(SIGNS.length)]).join('')
  return `${three()}-${three()}`
}
