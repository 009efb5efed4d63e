// Whether small counts can be worked out from what is told, by trying every way in which they can be.

/** A town as it is, and everything that anybody is told of it. */
export type Town = { counts: readonly number[]; told: unknown }

/**
 * Whoever knows every answer, every rule by which they are made and the opening hours can still only
 * tell apart towns whose answers differ. So all towns with the same answers are put side by side: a
 * small count that is the same in all of them has been given away.
 */
export function givenAway(towns: readonly Town[]): string[] {
  const alike = Map.groupBy(towns, ({ told }) => JSON.stringify(told))
  return [...alike].flatMap(([told, some]) =>
    (some[0]?.counts ?? []).flatMap((_, index) => {
      const values = new Set(some.map(({ counts }) => counts[index] ?? 0))
      const [only = 0] = values
      return values.size === 1 && only > 0 && only < 5 ? [`${index} is ${only} in ${told}`] : []
    }),
  )
}

/** All lists of `length` numbers from 0 to `most`. */
export function lists(length: number, most: number): number[][] {
  if (length === 0) return [[]]
  return lists(length - 1, most).flatMap((list) =>
    Array.from({ length: most + 1 }, (_, n) => [...list, n]),
  )
}
