// Erasing what has been kept long enough, each kind with statements that may run twice.

import type { Deadlines, Erased, SignInOver } from '../domain/people/retention.ts'
import { type Database, toText, unlessThere } from './engine/database.ts'
import { AT_ONCE, BEFORE, COUNT_STOPPED, PEOPLE, REQUESTS } from './sql/erase.ts'
import { ERASED_ON } from './sql/meta.ts'
import type { Bound } from './sql/statement.ts'

export function createRetention(db: Database) {
  const { erasure, booking, answeredInput, staffInvite, bookingEvent } = db
  // What comes back is counted: D1 also counts what triggers write.
  const some = { limit: AT_ONCE, select: { id: true } } as const

  async function untilNone(some: () => Promise<unknown[]>): Promise<number> {
    for (let erased = 0; ; ) {
      const { length } = await some()
      erased += length
      if (length < AT_ONCE) return erased
    }
  }
  const all = (statement: Bound<unknown>) => untilNone(() => db.all(statement))
  const before = (table: string, column: string, at: number) =>
    all(BEFORE(table, column)(toText(at)))

  return {
    /**
     * Erases everything that is due. Bookings stay without a person: figures are made of them; where
     * talks stopped is counted.
     * @param signIn what is over for staff who sign in
     */
    async erase(due: Deadlines, signIn: SignInOver): Promise<Erased> {
      const abandoned = toText(due.abandoned)
      const content = toText(due.content)
      const requests = [abandoned, content, toText(due.noShow)] as const
      return {
        requests: await untilNone(async () => {
          const counting = COUNT_STOPPED(...requests, due.stoppedHours)
          const [, erased] = await db.batch([counting, REQUESTS(...requests)])
          return erased
        }),
        people: await all(PEOPLE(abandoned, content)),
        appointments: await untilNone(() =>
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
        messages: await before('Outbox', 'doneAt', due.content),
        webhookCalls: await before('WebhookDelivery', 'doneAt', due.content),
        updates: await before('AnsweredInput', 'at', due.updates),
        messageNumbers: await untilNone(() =>
          answeredInput.updateManyAndReturn({
            where: { messages: { not: null }, at: { lt: toText(due.messages) } },
            data: { personId: null, messages: null },
            ...some,
          }),
        ),
        consentProofs: await before('ConsentProof', 'givenAt', due.consents),
        erasedIds: await before('Erased', 'at', due.backups),
        auditRows: await before('Audit', 'at', due.audit),
        staffSessions: await before('StaffSession', 'expiresAt', signIn.ended),
        staffVerifications: await before('StaffVerification', 'expiresAt', signIn.ended),
        staffInvites: (
          await staffInvite.deleteMany({
            where: { OR: [{ usedAt: { not: null } }, { expiresAt: { lt: toText(signIn.ended) } }] },
          })
        ).count,
        staffTries: await before('StaffAttempt', 'lastAt', signIn.forgotten),
        namesOfStaff: await untilNone(() =>
          bookingEvent.updateManyAndReturn({
            where: { by: { startsWith: 'staff:' }, at: { lt: toText(due.audit) } },
            data: { by: 'staff' },
            ...some,
          }),
        ),
      }
    },

    /** Whether a day's report has been written. */
    isDone: async (day: string) => (await db.first(ERASED_ON(day))) !== undefined,

    /** Writes the report of a day; the first one stands. Reports before `keep` are dropped. */
    async report(day: string, erased: Erased, now: number, keep: number): Promise<void> {
      const data = { day, at: toText(now), counts: JSON.stringify(erased) }
      await unlessThere(erasure.createMany({ data }))
      await erasure.deleteMany({ where: { at: { lt: toText(keep) } } })
    },

    /** The reports, newest first. */
    async reports(): Promise<{ day: string; erased: Erased }[]> {
      const rows = await erasure.findMany({ orderBy: { day: 'desc' } })
      return rows.map(({ day, counts }) => ({ day, erased: JSON.parse(counts) }))
    },
  }
}
