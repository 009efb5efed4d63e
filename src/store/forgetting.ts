// Forgetting people and requests: what they have ends in the same batch, and what is owed of it is written down.

import type { ChangedBy } from '../domain/appointment/appointment.ts'
import type { NewMessage } from '../domain/appointment/messages.ts'
import type { Transition } from '../domain/appointment/transitions.ts'
import { changing } from './appointment-changes.ts'
import { type Database, toText } from './engine/database.ts'
import { COUNT_STOPPED_OF } from './sql/erase.ts'
import { DROP_MESSAGES } from './sql/requests.ts'

export function createForgetting(db: Database) {
  return {
    /**
     * Forgets a person at once: what they have ends first, so that the seats are free again; where an
     * open talk stopped is counted (`stoppedHours`: domain/people/retention.ts).
     */
    async person(
      personId: string,
      transitions: readonly Transition[],
      stoppedHours: number,
      now: number,
    ): Promise<void> {
      const first = changing({ person: personId }, transitions, 'person', toText(now))
      const counting = COUNT_STOPPED_OF(personId, stoppedHours)
      await db.batch([...first, counting, db.person.deleteMany({ where: { id: personId } })])
    },

    /**
     * The same for a person who is owed a last message: of them their address stays, and the appointments it is
     * about, until it has gone out (`people.leave`).
     */
    async personOwing(
      farewell: NewMessage,
      transitions: readonly Transition[],
      by: ChangedBy,
      stoppedHours: number,
      now: number,
    ): Promise<void> {
      const { personId } = farewell
      const where = { personId }
      await db.batch([
        ...changing({ person: personId }, transitions, by, toText(now)),
        COUNT_STOPPED_OF(personId, stoppedHours),
        db.outbox.deleteMany({ where }),
        db.outbox.createMany({ data: messageRow(farewell, now) }),
        db.waiting.deleteMany({ where }),
        db.tie.deleteMany({ where }),
        db.barrierReport.deleteMany({ where }),
        db.consent.deleteMany({ where }),
        db.intake.deleteMany({ where }),
      ])
    },

    /**
     * Forgets one request with its notes and the messages about it, and what it has ends; the person and their
     * other requests stay, and are told where something is `owed`.
     */
    async request(
      id: string,
      transitions: readonly Transition[],
      by: ChangedBy,
      { stoppedHours, owed }: { stoppedHours: number; owed: NewMessage | null },
      now: number,
    ): Promise<void> {
      await db.batch([
        ...changing({ request: id }, transitions, by, toText(now)),
        COUNT_STOPPED_OF(id, stoppedHours),
        DROP_MESSAGES(id),
        ...(owed ? [db.outbox.createMany({ data: messageRow(owed, now) })] : []),
        db.intake.deleteMany({ where: { id } }),
      ])
    },
  }
}

/** A message without a text of its own. */
const messageRow = ({ text: _, payload, dueAt, ...message }: NewMessage, now: number) => ({
  ...message,
  payload: JSON.stringify(payload),
  dueAt: toText(dueAt),
  createdAt: toText(now),
})
