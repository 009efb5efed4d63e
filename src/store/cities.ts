// City profiles and closures.

import type { Closure } from '../domain/calendar/closures.ts'
import { type Database, first, fromText, toText } from './engine/database.ts'

export type LoadedCity = { version: number; profile: unknown; closures: Closure[] }

export function createCities(db: Database) {
  return {
    /** Writes a profile unless the city is already there: what staff edited is never overwritten. */
    async seed(id: string, profile: object, now: number): Promise<void> {
      await db.$executeRawUnsafe(
        `INSERT INTO "City" ("id", "version", "profile", "updatedAt") VALUES (?, 1, ?, ?)
         ON CONFLICT ("id") DO NOTHING`,
        id,
        JSON.stringify(profile),
        toText(now),
      )
    },

    /** The city this database holds where it is not the one with this id. */
    async other(id: string): Promise<string | undefined> {
      return (await first<{ id: string }>(db, 'SELECT "id" FROM "City" WHERE "id" <> ?', id))?.id
    },

    /** Puts a profile in the place of the one there is, or that is not there yet. */
    async replace(id: string, profile: object, now: number): Promise<void> {
      await db.$executeRawUnsafe(
        `INSERT INTO "City" ("id", "version", "profile", "updatedAt") VALUES (?, 1, ?, ?)
         ON CONFLICT ("id") DO UPDATE SET "version" = "version" + 1,
           "profile" = excluded."profile", "updatedAt" = excluded."updatedAt"`,
        id,
        JSON.stringify(profile),
        toText(now),
      )
    },

    /** Replaces the profile as it was at `version`; false where somebody has changed it since. */
    async replaceAt(id: string, version: number, profile: object, now: number): Promise<boolean> {
      const changed = await db.$executeRawUnsafe(
        `UPDATE "City" SET "version" = "version" + 1, "profile" = ?, "updatedAt" = ?
         WHERE "id" = ? AND "version" = ?`,
        JSON.stringify(profile),
        toText(now),
        id,
        version,
      )
      return changed > 0
    },

    /** Grows with every change; 0 where there is no such city. */
    async version(id: string): Promise<number> {
      const row = await first<{ version: number }>(
        db,
        'SELECT "version" FROM "City" WHERE "id" = ?',
        id,
      )
      return Number(row?.version ?? 0)
    },

    /** The profile as it stands, unchecked, with its closures. */
    async load(id: string): Promise<LoadedCity | null> {
      const row = await first<{ version: number; profile: string }>(
        db,
        'SELECT "version", "profile" FROM "City" WHERE "id" = ?',
        id,
      )
      if (!row) return null
      return {
        version: Number(row.version),
        profile: JSON.parse(row.profile),
        closures: await closuresIn(db),
      }
    },

    /** What staff have closed. */
    closures: () => closuresIn(db),
  }
}

type ClosureRow = { centreId: string | null; seat: number | null; startsAt: string; endsAt: string }

async function closuresIn(db: Database): Promise<Closure[]> {
  const rows = await db.$queryRawUnsafe<ClosureRow[]>('SELECT * FROM "Closure"')
  return rows.map(closureOf)
}

function closureOf(row: ClosureRow): Closure {
  return {
    centreId: row.centreId,
    seat: row.seat === null ? null : Number(row.seat),
    startsAt: fromText(row.startsAt),
    endsAt: fromText(row.endsAt),
  }
}
