// The code of a request: short enough to read aloud, without signs that look or sound alike.

// No 0/O, no 1/I/L, no U/V, no B/8: heard over the telephone and copied by hand.
const SIGNS = '2345679ACDEFGHJKMNPQRSTWXYZ'

/** A code such as HO-7F3K for a centre; `random` gives a whole number below its argument. */
export function referenceCode(centreCode: string, random: (below: number) => number): string {
  const signs = Array.from({ length: 4 }, () => SIGNS[random(SIGNS.length)])
  return `${centreCode}-${signs.join('')}`
}
