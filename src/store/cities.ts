// City profiles and closures.

import type { Closure } from '../domain/calendar/closures.ts'
import { type Database, fromText, toText, unlessThere } from './engine/database.ts'
import { CITY, CITY_VERSION, CLOSURES, OTHER_CITY } from './sql/meta.ts'

export type LoadedCity = { version: number; profile: unknown; closures: Closure[] }

export function createCities(db: Database) {
  const { city } = db

  const row = (profile: object, now: number) => ({
    profile: JSON.stringify(profile),
    updatedAt: toText(now),
  })

  async function closures(): Promise<Closure[]> {
    const rows = await db.all(CLOSURES())
    return rows.map(({ startsAt, endsAt, ...closure }) => ({
      ...closure,
      startsAt: fromText(startsAt),
      endsAt: fromText(endsAt),
    }))
  }

  /** Grows with every change; 0 where there is no such city. */
  const version = async (id: string) => (await db.first(CITY_VERSION(id)))?.version ?? 0

  return {
    version,

    /** Writes a profile unless the city is already there: what staff edited is never overwritten. */
    async seed(id: string, profile: object, now: number): Promise<void> {
      if ((await version(id)) > 0) return
      await unlessThere(city.createMany({ data: { id, ...row(profile, now) } }))
    },

    /** The city this database holds where it is not the one with this id. */
    other: async (id: string) => (await db.first(OTHER_CITY(id)))?.id,

    /** Puts a profile in the place of the one there is, or that is not there yet. */
    async replace(id: string, profile: object, now: number): Promise<void> {
      await city.upsert({
        where: { id },
        create: { id, ...row(profile, now) },
        update: { version: { increment: 1 }, ...row(profile, now) },
      })
    },

    /** Replaces the profile as it was at `version`; false where somebody has changed it since. */
    async replaceAt(id: string, version: number, profile: object, now: number): Promise<boolean> {
      const changed = await city.updateMany({
        where: { id, version },
        data: { version: { increment: 1 }, ...row(profile, now) },
      })
      return changed.count > 0
    },

    /** The profile as it stands, unchecked, with its closures. */
    async load(id: string): Promise<LoadedCity | null> {
      const row = await db.first(CITY(id))
      if (!row) return null
      return {
        version: row.version,
        profile: JSON.parse(row.profile),
        closures: await closures(),
      }
    },

    /** What staff have closed. */
    closures,
  }
}
