// Erasing what has been kept long enough, each kind with statements that may run twice.

import type { Deadlines, Erased, SignInOver } from '../domain/people/retention.ts'
import { createAudit } from './audit.ts'
import { createBarriers } from './barriers.ts'
import { type Database, toText } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'
import { AT_ONCE, COUNT_STOPPED, PEOPLE, REQUESTS } from './sql/erase.ts'
import type { Bound } from './sql/statement.ts'
import { createStaffPeople } from './staff-people.ts'

export function createRetention(db: Database, seal: Seal) {
  const audit = createAudit(db, seal)
  const barriers = createBarriers(db, seal)
  const people = createStaffPeople(db)
  const { erasure, booking, answeredInput, staffInvite, bookingEvent, told } = db
  // What comes back is counted: D1 also counts what triggers write.
  const some = { limit: AT_ONCE, select: { id: true } } as const

  /** Each kind at most {@link AT_ONCE} rows at a time, until there are no more or `mayGoOn` says no; counts them. */
  function erasing(mayGoOn: () => boolean) {
    async function untilNone(some: () => Promise<number>): Promise<number> {
      for (let erased = 0; ; ) {
        const count = await some()
        erased += count
        if (count < AT_ONCE || !mayGoOn()) return erased
      }
    }
    const rows = (some: () => Promise<unknown[]>) => untilNone(async () => (await some()).length)
    return {
      rows,
      all: (statement: Bound<unknown>) => rows(() => db.all(statement)),
      // Nothing hangs on these rows, so that D1 counts right.
      old: (some: (most: { limit: number }) => Promise<{ count: number }>) =>
        untilNone(async () => (await some({ limit: AT_ONCE })).count),
    }
  }

  return {
    /**
     * Erases everything that is due. Bookings stay without a person: figures are made of them; where
     * talks stopped is counted.
     * @param signIn what is over for staff who sign in
     * @param mayGoOn asked wherever more of a kind may be due
     */
    async erase(
      due: Deadlines,
      signIn: SignInOver,
      now: number,
      mayGoOn: () => boolean = () => true,
    ): Promise<Erased> {
      const { rows, all, old } = erasing(mayGoOn)
      const abandoned = toText(due.abandoned)
      const content = toText(due.content)
      const requests = [abandoned, content, toText(due.noShow)] as const
      return {
        // Before the people who told of them.
        barriers: await barriers.eraseOver(content, toText(due.audit), now, mayGoOn),
        requests: await rows(async () => {
          const counting = COUNT_STOPPED(...requests, due.stoppedHours)
          const [, erased] = await db.batch([counting, REQUESTS(...requests)])
          return erased
        }),
        people: await all(PEOPLE(abandoned, content)),
        appointments: await rows(() =>
          booking.updateManyAndReturn({
            where: {
              intakeId: null,
              endsAt: { lt: content },
              OR: [{ personId: { not: null } }, { ref: { not: '' } }],
            },
            data: { personId: null, ref: '' },
            ...some,
          }),
        ),
        interpreterOrders: await old((most) =>
          db.interpreterOrder.deleteMany({ where: { endsAt: { lt: content } }, ...most }),
        ),
        messages: await old((most) =>
          db.outbox.deleteMany({ where: { doneAt: { lt: toText(due.content) } }, ...most }),
        ),
        webhookCalls: await old((most) =>
          db.webhookDelivery.deleteMany({
            where: { doneAt: { lt: toText(due.content) } },
            ...most,
          }),
        ),
        updates: await old((most) =>
          db.answeredInput.deleteMany({ where: { at: { lt: toText(due.updates) } }, ...most }),
        ),
        changesLeft: await old((most) =>
          db.addressChange.deleteMany({ where: { at: { lt: toText(due.updates) } }, ...most }),
        ),
        messageNumbers: await rows(() =>
          answeredInput.updateManyAndReturn({
            where: { messages: { not: null }, at: { lt: toText(due.messages) } },
            data: { personId: null, messages: null },
            ...some,
          }),
        ),
        ties: await old((most) =>
          db.tie.deleteMany({ where: { expiresAt: { lt: toText(due.messages) } }, ...most }),
        ),
        toldMessages: await old((most) =>
          told.deleteMany({
            where: { at: { lt: content }, OR: [{ lookAt: null }, { lookAt: { lt: content } }] },
            ...most,
          }),
        ),
        consentProofs: await old((most) =>
          db.consentProof.deleteMany({ where: { givenAt: { lt: toText(due.consents) } }, ...most }),
        ),
        erasedIds: await old((most) =>
          db.erased.deleteMany({ where: { at: { lt: toText(due.backups) } }, ...most }),
        ),
        auditRows: await audit.prune(due.audit, now, mayGoOn),
        staffSessions: await old((most) =>
          db.staffSession.deleteMany({
            where: { expiresAt: { lt: new Date(signIn.ended) } },
            ...most,
          }),
        ),
        staffVerifications: await old((most) =>
          db.staffVerification.deleteMany({
            where: { expiresAt: { lt: new Date(signIn.ended) } },
            ...most,
          }),
        ),
        staffInvites: (
          await staffInvite.deleteMany({
            where: { OR: [{ usedAt: { not: null } }, { expiresAt: { lt: toText(signIn.ended) } }] },
          })
        ).count,
        staffTries: await old((most) =>
          db.staffAttempt.deleteMany({
            where: { lastAt: { lt: toText(signIn.forgotten) } },
            ...most,
          }),
        ),
        countedTries: await old((most) =>
          db.countedTry.deleteMany({ where: { until: { lt: toText(due.tries) } }, ...most }),
        ),
        staffAccounts: await people.eraseClosed(due.audit),
        namesOfStaff: await rows(() =>
          bookingEvent.updateManyAndReturn({
            where: { by: { startsWith: 'staff:' }, at: { lt: toText(due.audit) } },
            data: { by: 'staff' },
            ...some,
          }),
        ),
        namesAtAppointments: await rows(() =>
          booking.updateManyAndReturn({
            where: { changedBy: { startsWith: 'staff:' }, changedAt: { lt: toText(due.audit) } },
            data: { changedBy: 'staff' },
            ...some,
          }),
        ),
      }
    },

    /** Adds to the report of a day, which may be erased in several goes. Reports before `keep` are dropped. */
    async report(day: string, erased: Erased, now: number, keep: number): Promise<void> {
      const before = (await erasure.findUnique({ where: { day } }))?.counts ?? '{}'
      const known = JSON.parse(before) as Erased
      const sums = Object.entries(erased).map(([kind, count]) => [kind, count + (known[kind] ?? 0)])
      const [at, counts] = [toText(now), JSON.stringify(Object.fromEntries(sums))]
      await erasure.upsert({ where: { day }, create: { day, at, counts }, update: { at, counts } })
      await erasure.deleteMany({ where: { at: { lt: toText(keep) } } })
    },

    /** The reports, newest first. */
    async reports(): Promise<{ day: string; erased: Erased }[]> {
      const rows = await erasure.findMany({ orderBy: { day: 'desc' } })
      return rows.map(({ day, counts }) => ({ day, erased: JSON.parse(counts) }))
    },
  }
}
