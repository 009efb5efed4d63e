// Who works with Lotse, as administrators see and change it. Instants are epoch ms.

import type { Scope, StaffPerson } from '../domain/people/accounts.ts'
import type { Database } from './engine/database.ts'

const SHOWN = {
  id: true,
  name: true,
  email: true,
  role: true,
  centres: true,
  body: true,
  disabledAt: true,
  twoFactorEnabled: true,
  accounts: { select: { providerId: true } },
} as const

type Row = Pick<StaffPerson, 'id' | 'name' | 'email' | 'role' | 'body'> & {
  centres: string
  disabledAt: Date | null
  twoFactorEnabled: boolean | null
  accounts: { providerId: string }[]
}

// Two administrators cannot end each other at once: what follows in a batch is done only where this
// finds the account, and somebody else who administrates.
const UNLESS_LAST = `UPDATE "Staff" SET "updatedAt" = ? WHERE "id" = ? AND "disabledAt" IS NULL
  AND ("role" <> 'administrator' OR EXISTS (SELECT 1 FROM "Staff" o WHERE o."role" = 'administrator'
    AND o."disabledAt" IS NULL AND o."id" <> "Staff"."id"))`

export function createStaffPeople(db: Database) {
  const { staff, staffAccount, staffTwoFactor } = db
  return {
    /** Those who are in by name, then those whose account is closed. */
    async list(): Promise<StaffPerson[]> {
      const rows = await staff.findMany({ select: SHOWN, orderBy: { email: 'asc' } })
      return rows.map(personOf).sort(byName)
    },

    async find(id: string): Promise<StaffPerson | null> {
      const row = await staff.findUnique({ select: SHOWN, where: { id } })
      return row && personOf(row)
    },

    /** False where nobody of this id is in, or where it would take the last administrator. */
    async change(id: string, scope: Scope & { name: string }, now: number): Promise<boolean> {
      const { centres, ...rest } = scope
      const change = staff.updateMany({
        where: { id, disabledAt: null },
        data: { ...rest, centres: JSON.stringify(centres), updatedAt: new Date(now) },
      })
      if (scope.role === 'administrator') return (await change).count > 0
      return (await db.batchIf([[UNLESS_LAST, instant(now), id], change])) !== null
    },

    /** As `change`; who is closed has no session and no link any more. */
    async close(id: string, now: number): Promise<boolean> {
      const close = staff.updateMany({ where: { id }, data: { disabledAt: new Date(now) } })
      return (await db.batchIf([[UNLESS_LAST, instant(now), id], close])) !== null
    },

    /** False where the account is not closed. */
    async reopen(id: string, now: number): Promise<boolean> {
      const opened = await staff.updateMany({
        where: { id, disabledAt: { not: null } },
        data: { disabledAt: null, updatedAt: new Date(now) },
      })
      return opened.count > 0
    },

    /** Takes password and second factor away: only a new link leads in. */
    async forget(id: string): Promise<void> {
      await db.batch([
        staffAccount.deleteMany({ where: { userId: id, providerId: 'credential' } }),
        staffTwoFactor.deleteMany({ where: { userId: id } }),
        staff.updateMany({ where: { id }, data: { twoFactorEnabled: false } }),
      ])
    },
  }
}

/** As Prisma writes a DateTime, so that raw statements write the same. */
const instant = (at: number) => new Date(at).toISOString().replace('Z', '+00:00')

function byName(a: StaffPerson, b: StaffPerson): number {
  return Number(a.closed) - Number(b.closed) || a.name.localeCompare(b.name, 'de')
}

function personOf({ accounts, centres, disabledAt, twoFactorEnabled, ...row }: Row): StaffPerson {
  const ways = accounts.map(({ providerId }) => providerId).sort()
  const last = ways.at(-1)
  return {
    ...row,
    centres: JSON.parse(centres) as string[],
    closed: disabledAt !== null,
    secondFactor: twoFactorEnabled ?? false,
    way: last === undefined ? null : last === 'credential' ? 'password' : 'provider',
  }
}
