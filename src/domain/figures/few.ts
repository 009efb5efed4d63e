// Which counts of people may be shown.

/** Fewer than this may nowhere be shown, whatever a profile says: so it is promised to people and in the papers. */
export const FEWEST = 5

/** A count of people that may be shown; `null` where it is hidden. */
export type Shown = number | null

/** From how many on people are counted in a city's figures. */
export const fewestShown = (profile: { fewestShown?: number | undefined }): number =>
  profile.fewestShown ?? FEWEST

/** Hidden where it is less than `fewest`. That there was nobody is not told from that there were few. */
export const shown = (count: number, fewest: number): Shown => (count >= fewest ? count : null)
