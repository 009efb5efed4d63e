// Chance that can be drawn again: the same seed gives the same town.

export type Chance = {
  /** From 0 to below 1. */
  share: () => number
  /** A whole number below `limit`. */
  below: (limit: number) => number
  /** True in `share` of all cases. */
  is: (share: number) => boolean
  oneOf: <T>(list: readonly T[]) => T
  /** One of the entries, as often as its weight says. */
  weighted: <T>(entries: readonly (readonly [T, number])[]) => T
}

/** A small repeatable generator (mulberry32), good enough for people who are made up: 0 ≤ x < 1. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** What can be drawn with a seed. */
export function createChance(seed: number): Chance {
  const share = seeded(seed)
  const below = (limit: number) => Math.floor(share() * limit)
  const oneOf = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new Error('nothing to choose from')
    return list[below(list.length)] as T
  }
  return {
    share,
    below,
    oneOf,
    is: (wanted) => share() < wanted,
    weighted: (entries) => {
      const whole = entries.reduce((sum, [, weight]) => sum + weight, 0)
      let left = share() * whole
      for (const [entry, weight] of entries) {
        left -= weight
        if (left < 0) return entry
      }
      return oneOf(entries)[0]
    },
  }
}
