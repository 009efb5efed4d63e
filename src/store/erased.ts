// Who was erased, by keyed hashes of ids that lead nowhere any more: told to nobody, but enough to
// know them again in a backup that is brought back. A trigger writes the ids down.

import type { Database } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'
import { ERASED_AFTER } from './sql/erase.ts'

const PAGE = 500

const words = (id: string) => `erased ${id}`

/** What stands in a list for somebody who was erased: the newest key names them. */
export const erasedMark = (seal: Seal, id: string): string => seal.mark(words(id))

export function createErased(db: Database, seal: Seal) {
  const namesOf = (id: string) => seal.lookup(words(id))

  async function among(
    hashes: ReadonlySet<string>,
    page: (after: string) => PromiseLike<{ id: string }[]>,
  ): Promise<string[]> {
    const found: string[] = []
    for (let after = ''; ; ) {
      const rows = await page(after)
      for (const { id } of rows) {
        const names = await namesOf(id)
        if (names.some((name) => hashes.has(name))) found.push(id)
        after = id
      }
      if (rows.length < PAGE) return found
    }
  }

  const idsAfter = (after: string) =>
    ({
      where: { id: { gt: after } },
      orderBy: { id: 'asc' },
      take: PAGE,
      select: { id: true },
    }) as const

  return {
    /** Some of the hashes after a place in the list, and the place where the next ones begin. */
    async after(place: number): Promise<{ hashes: string[]; place: number }> {
      const rows = await db.all(ERASED_AFTER(place, PAGE))
      const hashes = await Promise.all(rows.map(async ({ id }) => (await namesOf(id))[0]))
      return { hashes, place: rows.at(-1)?.place ?? place }
    },

    /** The people, requests, speakers and reports of barriers in this database that a list names. */
    async stillHere(hashes: ReadonlySet<string>): Promise<{
      people: string[]
      requests: string[]
      speakers: string[]
      barriers: string[]
    }> {
      return {
        people: await among(hashes, (after) => db.person.findMany(idsAfter(after))),
        requests: await among(hashes, (after) => db.intake.findMany(idsAfter(after))),
        speakers: await among(hashes, (after) => db.speaker.findMany(idsAfter(after))),
        barriers: await among(hashes, (after) => db.barrierReport.findMany(idsAfter(after))),
      }
    },
  }
}
