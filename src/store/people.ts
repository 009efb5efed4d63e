// People: who has agreed, in which language, whether they can be reached.

import type { BlockedReason } from '../domain/appointment/delivery.ts'
import type { Address } from '../domain/people/address.ts'
import { keysOf } from './address-keys.ts'
import { type Database, isTaken, numbered, toText } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'

/** A consent as it is given: which purpose, to which text, in which language. */
export type GivenConsent = { id: string; scope: string; textHash: string; language: string }

// While keys rotate, an address may still stand under the older one.
const BEGIN = numbered(`
INSERT INTO "Person" ("id", "language", "createdAt", "seenAt") SELECT ?1, ?2, ?3, ?3
WHERE NOT EXISTS (SELECT 1 FROM "Address" WHERE "key" IN (?4, ?5) AND "current")`)

const STAND = numbered(`
INSERT INTO "Address" ("personId", "channel", "key", "sealed", "createdAt") VALUES (?1, ?2, ?3, ?4, ?5)`)

// A form sent twice finds the person it made.
const WRITE_DOWN = numbered(`
INSERT INTO "Person" ("id", "language", "createdAt", "seenAt", "unreachable")
VALUES (?1, ?2, ?3, ?3, 'no-chat') ON CONFLICT ("id") DO UPDATE SET "seenAt" = ?3
WHERE EXISTS (SELECT 1 FROM "Address" a WHERE a."personId" = ?1 AND a."channel" = 'staff')`)

export function createPeople(db: Database, seal: Seal) {
  const { person, consent } = db

  return {
    /** Makes the person behind an address; false where somebody stands behind it by now. */
    async begin(id: string, address: Address, language: string, now: number): Promise<boolean> {
      const [key, olderKey] = await keysOf(seal, address)
      const at = toText(now)
      const sealed = await seal.seal(address.id)
      try {
        const made = await db.batchIf([
          BEGIN(id, language, at, key, olderKey),
          STAND(id, address.channel, key, sealed, at),
        ])
        return made !== null
      } catch (fault) {
        if (isTaken(fault)) return false
        throw fault
      }
    },

    /** Somebody who is known agrees anew, in a language. */
    async beginAgain(id: string, language: string, now: number): Promise<void> {
      const data = { language, seenAt: toText(now), unreachable: null }
      await person.updateMany({ where: { id }, data })
    },

    /**
     * Somebody on the telephone or at the counter, whom no message is ever sent to. May run twice; false
     * where the id is somebody's who came by themselves.
     */
    async writeDown(id: string, language: string, now: number): Promise<boolean> {
      const address: Address = { channel: 'staff', id }
      const [key] = await keysOf(seal, address)
      const at = toText(now)
      const [sql, ...values] = STAND(id, address.channel, key, await seal.seal(id), at)
      const written = await db.batchIf([
        WRITE_DOWN(id, language, at),
        [`${sql} ON CONFLICT DO NOTHING`, ...values],
      ])
      return written !== null
    },

    /**
     * Erases what people staff wrote down are called and their numbers, once they have no appointment
     * to come; until then they may have to be called, also about one that was displaced.
     */
    async forgetWrittenDown(now: number): Promise<void> {
      await db.$executeRawUnsafe(
        `UPDATE "Intake" SET "sealed" = NULL WHERE "sealed" IS NOT NULL AND "personId" IN (
           SELECT a."personId" FROM "Address" a WHERE a."channel" = 'staff'
           AND a."createdAt" < ? AND NOT EXISTS (SELECT 1 FROM "Booking" b
             WHERE b."personId" = a."personId" AND b."endsAt" > ?
             AND (b."state" = 'booked' OR b."changedBy" LIKE 'closure:%')))`,
        // Somebody is being booked for just now.
        toText(now - 60_000),
        toText(now),
      )
    },

    async setLanguage(id: string, language: string): Promise<void> {
      await person.updateMany({ where: { id }, data: { language } })
    },

    async withdraw(personId: string, scope: string, now: number): Promise<void> {
      await consent.updateMany({
        where: { personId, scope, withdrawnAt: null },
        data: { withdrawnAt: toText(now) },
      })
    },

    /** Marks for everybody behind an address whether messages arrive: the reason why not, or `null`. */
    async setUnreachable(address: Address, reason: BlockedReason | null): Promise<void> {
      const keys = await keysOf(seal, address)
      await person.updateMany({
        where: { addresses: { some: { key: { in: [...keys] } } } },
        data: { unreachable: reason },
      })
    },

    /** Everybody who can be written to, with the language they read; in the order of their ids. */
    async reachable(): Promise<{ id: string; language: string }[]> {
      return await person.findMany({
        where: { unreachable: null },
        select: { id: true, language: true },
        orderBy: { id: 'asc' },
      })
    },
  }
}
