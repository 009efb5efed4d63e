// What there is to do by itself, kind by kind, asked each minute.

import type { Due, DueAt } from '../domain/appointment/due.ts'
import { type Database, fromText, toText } from './engine/database.ts'
import { BEING_BOOKED } from './people.ts'
import { DUE } from './sql/tick.ts'

export function createDue(db: Database) {
  return {
    /** Looks for all of it with one statement. */
    async look(facts: readonly string[], at: DueAt): Promise<Due | null> {
      const { now, today, interrupted, settled } = at
      const row = await db.first(
        DUE(
          ...([toText(now), JSON.stringify(facts), today, toText(now - BEING_BOOKED)] as const),
          ...([toText(now - interrupted), toText(now + interrupted), toText(settled)] as const),
          toText(at.dayAt),
        ),
      )
      if (!row) return null
      const { id: city, facts: known, nextMessage, ...due } = row
      return {
        ...due,
        city,
        facts: JSON.parse(known) as Record<string, string>,
        nextMessage: nextMessage === null ? null : fromText(nextMessage),
      }
    },
  }
}
