// What the disk under a database is asked for: whether it can be written, and that nothing erased stays on it.

import type { Database } from './engine/database.ts'
import type { NotReady } from './engine/readiness.ts'

const TRIED = 'disk-tried'

export function createDisk({ meta, troubles, upkeep }: Database) {
  /** Writes a word, so that it is known whether writing works. Throws where it does not. */
  async function tryIt(now: number): Promise<void> {
    const value = new Date(now).toISOString()
    await meta.upsert({ where: { key: TRIED }, create: { key: TRIED, value }, update: { value } })
    troubles.over()
  }

  return {
    /** What its faults have said of it since the process began; where it could not be written it is tried again. */
    async trouble(now: number): Promise<NotReady | null> {
      const why = troubles.now()
      if (why !== 'disk') return why && { why, names: [] }
      return await tryIt(now).then(
        () => null,
        () => ({ why, names: [] }),
      )
    },

    /**
     * Each minute on Node: tries whether the file can be written, and empties the write-ahead log, where what
     * was taken out since still stands. Throws where it cannot be written.
     */
    async settle(now: number): Promise<void> {
      await tryIt(now)
      await upkeep.emptyLog()
    },

    /** Writes the file anew without what its pages hold beside their rows. Nobody is served meanwhile. */
    rewrite: () => upkeep.rewrite(),

    /** Bytes of the file; 0 for D1, which is kept elsewhere. */
    size: () => upkeep.size(),
  }
}
