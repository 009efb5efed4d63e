// Who was erased, by keyed hashes of ids that lead nowhere any more: told to nobody, but enough to
// know them again in a backup that is brought back. A trigger writes the ids down.

import { type Database, numbered } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'

const PAGE = 500

const AFTER = numbered(`SELECT "rowid" AS "place", "id" FROM "Erased" WHERE "rowid" > ?1
  ORDER BY "rowid" LIMIT ${PAGE}`)

type Table = 'Person' | 'Intake'

export function createErased(db: Database, seal: Seal) {
  const namesOf = (id: string) => seal.lookup(`erased ${id}`)

  async function among(table: Table, hashes: ReadonlySet<string>): Promise<string[]> {
    const found: string[] = []
    for (let after = ''; ; ) {
      const rows = await db.$queryRawUnsafe<{ id: string }[]>(
        `SELECT "id" FROM "${table}" WHERE "id" > ? ORDER BY "id" LIMIT ${PAGE}`,
        after,
      )
      for (const { id } of rows) {
        const names = await namesOf(id)
        if (names.some((name) => hashes.has(name))) found.push(id)
        after = id
      }
      if (rows.length < PAGE) return found
    }
  }

  return {
    /** Some of the hashes after a place in the list, and the place where the next ones begin. */
    async after(place: number): Promise<{ hashes: string[]; place: number }> {
      const rows = await db.$queryRawUnsafe<{ place: number | bigint; id: string }[]>(
        ...AFTER(place),
      )
      const hashes = await Promise.all(rows.map(async ({ id }) => (await namesOf(id))[0]))
      return { hashes, place: Number(rows.at(-1)?.place ?? place) }
    },

    /** The people and requests in this database that a list names. */
    async stillHere(
      hashes: ReadonlySet<string>,
    ): Promise<{ people: string[]; requests: string[] }> {
      return { people: await among('Person', hashes), requests: await among('Intake', hashes) }
    },
  }
}
