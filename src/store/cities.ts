// City profiles and closures.

import type { Closure } from '../domain/calendar/closures.ts'
import { type Database, fromText, toText, unlessThere } from './engine/database.ts'
import { CITY, CITY_VERSION } from './sql/meta.ts'

export type LoadedCity = { version: number; profile: unknown; closures: Closure[] }

export function createCities(db: Database) {
  const { city } = db

  const row = (profile: object, now: number) => ({
    profile: JSON.stringify(profile),
    updatedAt: toText(now),
  })

  const there = async () => await db.first(CITY_VERSION())

  /** Grows with every change; 0 where there is no such city. */
  async function version(id: string): Promise<number> {
    const one = await there()
    return one?.id === id ? one.version : 0
  }

  return {
    version,

    /** Writes a profile unless the city is already there: what staff edited is never overwritten. */
    async seed(id: string, profile: object, now: number): Promise<void> {
      if ((await version(id)) > 0) return
      await unlessThere(city.createMany({ data: { id, ...row(profile, now) } }))
    },

    /** The city this database holds where it is not the one with this id. */
    async other(id: string): Promise<string | undefined> {
      const one = await there()
      return one?.id === id ? undefined : one?.id
    },

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
        closures: (JSON.parse(row.closures) as ClosureRow[]).map(closureOf),
      }
    },

    /** What staff have closed. */
    closures: async () => (await db.closure.findMany()).map(closureOf),
  }
}

type ClosureRow = {
  centreId: string | null
  seat: number | null
  startsAt: string
  endsAt: string
  reason: string
}

const closureOf = ({ startsAt, endsAt, centreId, seat, reason }: ClosureRow): Closure => ({
  centreId,
  seat,
  reason,
  startsAt: fromText(startsAt),
  endsAt: fromText(endsAt),
})
