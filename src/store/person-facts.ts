// What else a talk must know of a person, out of the one row that loads it.

import type { Change } from '../domain/appointment/booking.ts'
import type { Wish } from '../domain/appointment/wishes.ts'
import type { LoadedPerson } from '../domain/dialog/kept-talk.ts'
import type { Facts, Held, Written } from '../domain/dialog/talk.ts'
import type { EarlierCounsellor } from '../domain/people/care.ts'
import { fromText } from './engine/database.ts'
import type { RowOf } from './sql/statement.ts'
import type { LOAD, WAITS_FOR } from './sql/talk.ts'

type PersonFacts = Pick<LoadedPerson, 'changes' | 'waiting' | 'held' | 'written' | 'earlier'>

/** The facts of a row. */
export function personFactsOf(row: RowOf<typeof LOAD>): PersonFacts {
  return {
    changes: changesOf(row.changes),
    ...waitsOf(row),
    written: row.written ? (JSON.parse(row.written) as Written) : null,
    earlier: JSON.parse(row.earlier) as EarlierCounsellor[],
  }
}

/** What the person waits for, and the seats held for them, the earliest first. */
export function waitsOf(row: RowOf<typeof WAITS_FOR>): Pick<Facts, 'waiting' | 'held'> {
  const held = JSON.parse(row.held) as HeldRow[]
  return {
    waiting: row.waiting ? (JSON.parse(row.waiting) as Wish) : null,
    held: held
      .map(({ id, centre, seat, startsAt, endsAt, until }) => ({
        id,
        centre,
        seat,
        startsAt: fromText(startsAt),
        endsAt: fromText(endsAt),
        until: fromText(until),
      }))
      .sort((a, b) => a.startsAt - b.startsAt),
  }
}

type HeldRow = Pick<Held, 'id' | 'centre' | 'seat'> & {
  startsAt: string
  endsAt: string
  until: string
}

/** The changes a person made to their appointments. */
function changesOf(changes: string | null): Change[] {
  if (!changes) return []
  return changes.split(',').map((change) => {
    const [state = '', at = ''] = change.split('@')
    return { what: state === 'cancelled' ? 'cancelled' : 'moved', at: fromText(at) }
  })
}
