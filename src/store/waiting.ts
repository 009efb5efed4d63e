// What people wait for, and since when.

import type { Listed, Waiter } from '../domain/appointment/waiting-list.ts'
import type { Known, Wish } from '../domain/appointment/wishes.ts'
import type { Facts } from '../domain/dialog/talk.ts'
import type { AnswersById } from '../domain/questionnaire/question.ts'
import { type Database, fromText, toText } from './engine/database.ts'
import { waitsOf } from './person-facts.ts'
import { END_OFFERS } from './sql/appointments.ts'
import type { Bound } from './sql/statement.ts'
import { WAITS_FOR } from './sql/talk.ts'
import { COUNT_IF_CHANGED } from './sql/usage.ts'
import { BEGIN_WAITING, END_WISH, WAITERS } from './sql/waiting.ts'

/** A wish that ends is counted; with `time`, only if that is what is held for it. */
export const endingWish = (
  personId: string,
  as: 'done' | 'stopped',
  at: string,
  time: { centre: string; startsAt: string } | null,
): Bound<never>[] => [
  END_WISH(as, at, personId, time?.centre ?? null, time?.startsAt ?? null),
  counted(as, at),
]

/** How many began to wait and how it ended, by month. */
const counted = (code: 'began' | 'done' | 'stopped', at: string) =>
  COUNT_IF_CHANGED(JSON.stringify([{ month: at.slice(0, 7), kind: 'waiting', code, count: 1 }]))

export function createWaiting(db: Database) {
  return {
    /** Begins to wait, or changes what is waited for; the time waited so far counts on. */
    async wish(
      id: string,
      { personId, intakeId }: { personId: string; intakeId: string | null },
      wishes: Wish,
      now: number,
    ): Promise<void> {
      const [at, text] = [toText(now), JSON.stringify(wishes)]
      await db.batch([
        BEGIN_WAITING(id, personId, intakeId, text, at),
        counted('began', at),
        db.waiting.updateMany({
          where: { personId, state: 'waiting' },
          data: { wishes: text, changedAt: at },
        }),
      ])
    },

    /** Notes what a waiter knows to be free; does nothing where they wish for something else by now. */
    async know({ id, wishes }: Pick<Waiter, 'id' | 'wishes'>, known?: Known): Promise<void> {
      const { known: _, ...wished } = wishes
      const after: Wish = known ? { ...wished, known } : wished
      await db.waiting.updateMany({
        where: { id, state: 'waiting', wishes: JSON.stringify(wishes) },
        data: { wishes: JSON.stringify(after) },
      })
    },

    /** Stops waiting; what is held for the wish is free. */
    async stop(personId: string, now: number): Promise<void> {
      const at = toText(now)
      await db.batch([
        END_OFFERS('offer-released', at, 'person', null, personId, null),
        ...endingWish(personId, 'stopped', at, null),
      ])
    },

    /** What one person waits for and what is held for them. */
    async of(personId: string, now: number): Promise<Pick<Facts, 'waiting' | 'held'>> {
      const row = await db.first(WAITS_FOR(personId, toText(now)))
      return row ? waitsOf(row) : { waiting: null, held: [] }
    },

    /** Everybody who could be offered a seat now. One statement. */
    async list(now: number): Promise<Listed[]> {
      const rows = await db.all(WAITERS(toText(now)))
      return rows.map(({ id, personId, intakeId, wishes, since, has, released, ...row }) => ({
        id,
        personId,
        intakeId,
        wishes: JSON.parse(wishes) as Wish,
        answers: row.answers ? (JSON.parse(row.answers) as AnswersById) : {},
        takenBy: row.takenBy,
        since: fromText(since),
        has: has === null ? null : fromText(has),
        declined: (JSON.parse(released) as { centre: string; startsAt: string; at: string }[]).map(
          ({ centre, startsAt, at }) => ({
            centre,
            startsAt: fromText(startsAt),
            at: fromText(at),
          }),
        ),
      }))
    },
  }
}
