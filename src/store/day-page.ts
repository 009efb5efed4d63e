// Everything the pages of a day and of a week show.

import type { DayPage, DueAgain, Unopened, UnreadReplies } from '../domain/appointment/day.ts'
import type { Sight } from '../domain/people/case.ts'
import type { BookingRow, InterpreterOrderRow, InterpretingRow } from '../generated/node/client.ts'
import { bookingOf } from './day.ts'
import { type Database, fromText, toText } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'
import { needingOf, orderNowOf } from './interpreting-rows.ts'
import { openedTalk } from './kept-talk.ts'
import { DAY_PAGE } from './sql/day.ts'

type UnopenedRow = Omit<Unopened, 'answers' | 'since'> & {
  talk: string
  sealed: string | null
  since: string
}

/** Instants are epoch ms; `me` is who looks, `today` the day in Germany (YYYY-MM-DD). */
type Asked = {
  from: number
  until: number
  far: number
  now: number
  me: string
  today: string
}

type DueRow = Omit<DueAgain, 'line'> & { sealed: string | null }

export function createDayPage(db: Database, seal: Seal) {
  /** From one instant until another, a day or more, looking for the next appointment no further than `far`. */
  return async (
    city: string,
    { centres, allBodies, body }: Sight,
    { from, until, far, now, me, today }: Asked,
  ): Promise<DayPage> => {
    const [begin, end, last] = [toText(from), toText(until), toText(far)]
    const seen = JSON.stringify(centres)
    const row = await db.first(
      DAY_PAGE(seen, allBodies, body, begin, end, last, city, toText(now), me, today),
    )
    if (!row) throw new Error('the city has not been seeded')
    const all = JSON.parse(row.bookings) as BookingRow[]
    const bookings = all.filter(({ state }) => state !== 'offered')
    const held = all.filter(({ state }) => state === 'offered')
    const unread = JSON.parse(row.unread) as (Omit<UnreadReplies, 'since'> & { since: string })[]
    const needing = JSON.parse(row.needing) as InterpretingRow[]
    const orders = JSON.parse(row.orders) as InterpreterOrderRow[]
    const unopened = JSON.parse(row.unopened) as UnopenedRow[]
    const due = JSON.parse(row.due) as DueRow[]
    return {
      cityVersion: row.version,
      pulse: row.pulse,
      bookings: await Promise.all(bookings.map((booking) => bookingOf(booking, seal))),
      held: held.map(({ startsAt, endsAt, seat }) => ({
        ...{ startsAt: fromText(startsAt), endsAt: fromText(endsAt), seat },
      })),
      next: row.next === null ? null : fromText(row.next),
      unread: unread.map((one) => ({ ...one, since: fromText(one.since) })),
      unopened: await Promise.all(
        unopened.map(async ({ talk, sealed, since, ...one }) => {
          const { answers } = await openedTalk({ talk, sealed }, seal)
          return { ...one, answers, since: fromText(since) }
        }),
      ),
      due: await Promise.all(
        due.map(async ({ sealed, ...one }) => ({
          ...one,
          line: sealed === null ? '' : await seal.open(sealed),
        })),
      ),
      needing: needing.map(needingOf),
      orders: orders.map(orderNowOf),
    }
  }
}
