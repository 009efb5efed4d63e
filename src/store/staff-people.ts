// Who works with Lotse, as administrators see and change it. Instants are epoch ms.

import type { Scope, StaffPerson } from '../domain/people/accounts.ts'
import type { StaffRow } from '../generated/node/client.ts'
import type { Database } from './engine/database.ts'
import { UNLESS_LAST } from './sql/staff.ts'

export function createStaffPeople(db: Database) {
  const { intake, staff, staffAccount, staffTwoFactor, staffPasskey, staffRow, staffCalendar } = db
  return {
    /** Those who are in by name, then those whose account is closed. */
    async list(): Promise<StaffPerson[]> {
      const rows = await staffRow.findMany({ orderBy: { email: 'asc' } })
      return rows.map(personOf).sort(byName)
    },

    async find(id: string): Promise<StaffPerson | null> {
      const row = await staffRow.findFirst({ where: { id } })
      return row && personOf(row)
    },

    /** Whether they have requests that are not closed, and requests that come up again on a day. */
    async has(id: string): Promise<{ requests: boolean; followUps: boolean }> {
      const own = { takenBy: id, bodyId: { not: null } }
      const find = (where: object) => intake.findFirst({ where, select: { id: true } })
      const [open, due] = await Promise.all([
        find({ ...own, status: { in: ['in-care', 'referred'] } }),
        find({ ...own, followUpOn: { not: null } }),
      ])
      return { requests: open !== null, followUps: due !== null }
    },

    /** False where nobody of this id is in, or where it would take the last administrator. */
    async change(id: string, scope: Scope & { name: string }, now: number): Promise<boolean> {
      const { centres, ...rest } = scope
      const change = staff.updateMany({
        where: { id, disabledAt: null },
        data: { ...rest, centres: JSON.stringify(centres), updatedAt: new Date(now) },
      })
      if (scope.role === 'administrator') return (await change).count > 0
      return (await db.batchIf([UNLESS_LAST(id), change])) !== null
    },

    /** As `change`; who is closed has no session, no link and no calendar any more. */
    async close(id: string, now: number): Promise<boolean> {
      const at = new Date(now)
      const close = staff.updateMany({ where: { id }, data: { disabledAt: at, updatedAt: at } })
      const calendars = staffCalendar.deleteMany({ where: { staffId: id } })
      return (await db.batchIf([UNLESS_LAST(id), close, calendars])) !== null
    },

    /** False where the account is not closed. */
    async reopen(id: string, now: number): Promise<boolean> {
      const opened = await staff.updateMany({
        where: { id, disabledAt: { not: null } },
        data: { disabledAt: null, updatedAt: new Date(now) },
      })
      return opened.count > 0
    },

    /**
     * Deletes accounts that were closed before `closedBefore` and whom no request names any more, with all that hangs on
     * them; how many.
     */
    async eraseClosed(closedBefore: number): Promise<number> {
      const disabledAt = { lt: new Date(closedBefore) }
      const closed = await staff.findMany({ where: { disabledAt }, select: { id: true } })
      if (closed.length === 0) return 0
      const ids = closed.map(({ id }) => id)
      const [takenBy, staffId] = [{ takenBy: { in: ids } }, { staffId: { in: ids } }]
      const named = await Promise.all([
        db.intake.findMany({ where: takenBy, select: { takenBy: true }, distinct: 'takenBy' }),
        db.staffNote.findMany({ where: staffId, select: { staffId: true }, distinct: 'staffId' }),
        db.finding.findMany({ where: staffId, select: { staffId: true }, distinct: 'staffId' }),
        db.referral.findMany({ where: staffId, select: { staffId: true }, distinct: 'staffId' }),
        db.callAttempt.findMany({ where: staffId, select: { staffId: true }, distinct: 'staffId' }),
      ])
      const kept = new Set(named.flat().flatMap((row) => Object.values(row)))
      const over = ids.filter((id) => !kept.has(id))
      await staff.deleteMany({ where: { id: { in: over }, disabledAt } })
      // D1 would also count what goes with them.
      return over.length
    },

    /** Takes password, second factor, passkeys and calendars away, as of a telephone that is lost: only a new link leads in. */
    async forget(id: string): Promise<void> {
      await db.batch([
        staffAccount.deleteMany({ where: { userId: id, providerId: 'credential' } }),
        staffTwoFactor.deleteMany({ where: { userId: id } }),
        staffPasskey.deleteMany({ where: { userId: id } }),
        staffCalendar.deleteMany({ where: { staffId: id } }),
        staff.updateMany({ where: { id }, data: { twoFactorEnabled: false } }),
      ])
    },
  }
}

function byName(a: StaffPerson, b: StaffPerson): number {
  return Number(a.closed) - Number(b.closed) || a.name.localeCompare(b.name, 'de')
}

const personOf = ({ centres, way, ...row }: StaffRow): StaffPerson => ({
  ...row,
  centres: JSON.parse(centres) as string[],
  way: way as StaffPerson['way'],
})
