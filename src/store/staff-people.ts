// Who works with Lotse, as administrators see and change it. Instants are epoch ms.

import { type Database, first, toText } from './database.ts'

export type StaffPerson = {
  id: string
  name: string
  email: string
  role: string
  centres: readonly string[]
  body: string | null
  closed: boolean
  secondFactor: boolean
  /** How they have signed in so far; `null`: not yet. */
  way: 'password' | 'provider' | null
}

export type StaffScope = {
  name: string
  role: string
  centres: readonly string[]
  body: string | null
}

type Row = Omit<StaffPerson, 'centres' | 'closed' | 'secondFactor' | 'way'> & {
  centres: string
  closed: number | bigint
  secondFactor: number | bigint
  providerId: string | null
}

const PEOPLE = `SELECT s."id", s."name", s."email", s."role", s."centres", s."body",
  s."disabledAt" IS NOT NULL AS "closed", COALESCE(s."twoFactorEnabled", 0) AS "secondFactor",
  (SELECT MAX(a."providerId") FROM "StaffAccount" a WHERE a."userId" = s."id") AS "providerId"
  FROM "Staff" s`

// In the same statement as the change, so that two administrators cannot end each other at once.
const NOT_THE_LAST = `("role" <> 'administrator' OR EXISTS (SELECT 1 FROM "Staff" o
  WHERE o."role" = 'administrator' AND o."disabledAt" IS NULL AND o."id" <> "Staff"."id"))`

export function createStaffPeople(db: Database) {
  const changed = async (sql: string, ...values: unknown[]) =>
    (await db.$queryRawUnsafe<unknown[]>(`${sql} RETURNING 1 AS "one"`, ...values)).length > 0

  return {
    /** Those who are in by name, then those whose account is closed. */
    async list(): Promise<StaffPerson[]> {
      const rows = await db.$queryRawUnsafe<Row[]>(
        `${PEOPLE} ORDER BY "closed", s."name" COLLATE NOCASE, s."email"`,
      )
      return rows.map(personOf)
    },

    async find(id: string): Promise<StaffPerson | null> {
      const row = await first<Row>(db, `${PEOPLE} WHERE s."id" = ?`, id)
      return row ? personOf(row) : null
    },

    /** False where nobody of this id is in, or where it would take the last administrator. */
    change: (id: string, { name, role, centres, body }: StaffScope, now: number) =>
      changed(
        `UPDATE "Staff" SET "name" = ?, "role" = ?, "centres" = ?, "body" = ?, "updatedAt" = ?
         WHERE "id" = ? AND "disabledAt" IS NULL
           AND (CAST(? AS TEXT) = 'administrator' OR ${NOT_THE_LAST})`,
        name,
        role,
        JSON.stringify(centres),
        body,
        toText(now),
        id,
        role,
      ),

    /** As `change`; who is closed has no session and no link any more. */
    close: (id: string, now: number) =>
      changed(
        `UPDATE "Staff" SET "disabledAt" = ?, "updatedAt" = ?
         WHERE "id" = ? AND "disabledAt" IS NULL AND ${NOT_THE_LAST}`,
        toText(now),
        toText(now),
        id,
      ),

    /** False where the account is not closed. */
    reopen: (id: string, now: number) =>
      changed(
        `UPDATE "Staff" SET "disabledAt" = NULL, "updatedAt" = ?
         WHERE "id" = ? AND "disabledAt" IS NOT NULL`,
        toText(now),
        id,
      ),

    /** Takes password and second factor away: only a new link leads in. May be done twice. */
    async forget(id: string): Promise<void> {
      await db.$executeRawUnsafe(
        `DELETE FROM "StaffAccount" WHERE "userId" = ? AND "providerId" = 'credential'`,
        id,
      )
      await db.$executeRawUnsafe('DELETE FROM "StaffTwoFactor" WHERE "userId" = ?', id)
      await db.$executeRawUnsafe('UPDATE "Staff" SET "twoFactorEnabled" = 0 WHERE "id" = ?', id)
    },
  }
}

function personOf({ providerId, centres, closed, secondFactor, ...row }: Row): StaffPerson {
  return {
    ...row,
    centres: JSON.parse(centres) as string[],
    closed: Number(closed) === 1,
    secondFactor: Number(secondFactor) === 1,
    way: providerId === null ? null : providerId === 'credential' ? 'password' : 'provider',
  }
}
