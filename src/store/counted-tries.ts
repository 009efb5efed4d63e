// How often something was tried that can be guessed: the instant until which the tries count, by key.

import { type Database, fromText, isTaken, toText } from './engine/database.ts'

/** What is kept of tries under a key: `until` they count, `before` as it was read (epoch ms), `null`: none. */
export type Tried = { key: string; before: number | null }
export type Counted = Tried & { until: number }

export function createCountedTries(db: Database) {
  const { countedTry } = db

  /** The statement that writes down how a count stands unless somebody else did since it was read. */
  const noted = ({ key, before, until }: Counted) =>
    before === null
      ? countedTry.createMany({ data: { key, until: toText(until) } })
      : countedTry.updateMany({
          where: { key, until: toText(before) },
          data: { until: toText(until) },
        })

  return {
    /** How tries stand under some keys. */
    async read<const K extends readonly string[]>(keys: K): Promise<{ [I in keyof K]: Tried }> {
      const rows = await countedTry.findMany({ where: { key: { in: [...keys] } } })
      const tried = keys.map((key): Tried => {
        const row = rows.find((found) => found.key === key)
        return { key, before: row ? fromText(row.until) : null }
      })
      return tried as { [I in keyof K]: Tried }
    },

    /**
     * Counts a try under one key, or under two. False where somebody else's was counted since they were read; where
     * that was one under the first key, it counts under the second all the same: many may come from one client, and
     * whoever is too late there has counted nothing.
     */
    async count(...tries: readonly Counted[]): Promise<boolean> {
      try {
        const counts = await db.batchIf(tries.map(noted), tries.length - 1)
        return counts?.every(({ count }) => count > 0) ?? false
      } catch (fault) {
        if (isTaken(fault)) return false
        throw fault
      }
    },

    /** Gives a try back that was right; where more were counted since, they stay. */
    async giveBack(counted: Counted, until: number): Promise<void> {
      await noted({ key: counted.key, before: counted.until, until })
    },
  }
}
