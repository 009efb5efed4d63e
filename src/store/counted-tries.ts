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
    noted,

    /** How tries stand under two keys. */
    async read([one, other]: readonly [string, string]): Promise<[Tried, Tried]> {
      const rows = await countedTry.findMany({ where: { key: { in: [one, other] } } })
      const tried = (key: string): Tried => {
        const row = rows.find((found) => found.key === key)
        return { key, before: row ? fromText(row.until) : null }
      }
      return [tried(one), tried(other)]
    },

    /**
     * Counts a try for both. False where somebody else's was counted since they were read; where that
     * was one under the first key, it counts under the second all the same: many may come from one client, and
     * whoever is too late there has counted nothing.
     */
    async count(first: Counted, second: Counted): Promise<boolean> {
      try {
        const counts = await db.batchIf([noted(first), noted(second)], 1)
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
