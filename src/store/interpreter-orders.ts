// Orders of interpreters, and the appointments that may need one.

import type { InterpreterOrder, OrderNow, OrderState } from '../domain/interpreting/order.ts'
import type { NeedingAppointment } from '../domain/interpreting/orders.ts'
import { requestOf } from './changes.ts'
import { type Database, isTaken, toText, unlessThere } from './engine/database.ts'
import { inPieces } from './engine/pieces.ts'
import { needingOf, orderNowOf, orderOf } from './interpreting-rows.ts'
import { QUEUE } from './sql/outbox.ts'
import { OWE_WEBHOOKS } from './sql/owed.ts'

// The message that its person is owed when an order comes to a state: flows/outbox/interpreter-messages.ts.
const MESSAGE_OF: Readonly<Record<OrderState, string>> = {
  ordered: 'interpreter-asked',
  confirmed: 'interpreter-found',
  refused: 'interpreter-lost',
  cancelled: 'interpreter-lost',
}

export function createInterpreterOrders(db: Database) {
  const { interpreterOrder: orders, interpreterOrderRow, interpretingRow } = db
  const byAge = [{ orderedAt: 'asc' }, { id: 'asc' }] as const
  const byTime = [{ startsAt: 'asc' }, { id: 'asc' }] as const
  const coming = (centres: readonly string[], from: number) => ({
    centreId: { in: [...centres] },
    startsAt: { gte: toText(from) },
  })

  return {
    /** The orders of some appointments, the oldest first. */
    async of(bookings: readonly string[]): Promise<InterpreterOrder[]> {
      const found: InterpreterOrder[] = []
      for (const piece of inPieces(bookings)) {
        const where = { bookingId: { in: piece } }
        found.push(...(await orders.findMany({ where, orderBy: [...byAge] })).map(orderOf))
      }
      return found
    },

    /** One order, with where its appointment stands by now. */
    async find(id: string): Promise<OrderNow | null> {
      const row = await interpreterOrderRow.findFirst({ where: { id } })
      return row && orderNowOf(row)
    },

    /** Orders at some centres for talks that start from an instant on, by time, whatever came of them. */
    async coming(centres: readonly string[], from: number): Promise<OrderNow[]> {
      const where = coming(centres, from)
      const rows = await interpreterOrderRow.findMany({ where, orderBy: [...byTime] })
      return rows.map(orderNowOf)
    },

    /** Open appointments at some centres, from an instant on, whose person needs a language, by time. */
    async needing(centres: readonly string[], from: number): Promise<NeedingAppointment[]> {
      const where = coming(centres, from)
      const rows = await interpretingRow.findMany({ where, orderBy: [...byTime] })
      return rows.map(needingOf)
    },

    /** One of them. */
    async needingOne(booking: string): Promise<NeedingAppointment | null> {
      const row = await interpretingRow.findFirst({ where: { id: booking } })
      return row && needingOf(row)
    },

    /**
     * Writes an order down, and what follows from it for its person (`tells`). False where it is there, or
     * another one is in force for the same talk.
     */
    async add(order: InterpreterOrder, tells: string | null): Promise<boolean> {
      const { booking: bookingId, centre: centreId, startsAt, endsAt, ...row } = order
      const times = { startsAt: toText(startsAt), endsAt: toText(endsAt) }
      const since = { orderedAt: toText(order.orderedAt), changedAt: toText(order.changedAt) }
      const data = { ...row, bookingId, centreId, ...times, ...since }
      const making = orders.createMany({ data })
      const follows = await following(order, tells, order.changedAt)
      return await unlessThere(db.batch([making, ...follows]))
    },

    /**
     * Changes one that is in one of these states, with what follows for its person (`tells`: `null` where the
     * appointment is elsewhere by now). False where somebody changed it before.
     */
    async change(
      order: Pick<InterpreterOrder, 'id' | 'booking'>,
      from: readonly OrderState[],
      to: OrderState,
      { by, tells }: { by: string; tells: string | null },
      now: number,
    ): Promise<boolean> {
      const changing = orders.updateMany({
        where: { id: order.id, state: { in: [...from] } },
        data: { state: to, changedAt: toText(now), changedBy: by },
      })
      const changed = { ...order, state: to }
      const follows = await following(changed, tells, now)
      try {
        return (await db.batchIf([changing, ...follows])) !== null
      } catch (fault) {
        // Another one is in force by now.
        if (isTaken(fault)) return false
        throw fault
      }
    },
  }

  /** The person is told, other systems are, and what stands in the chat is compared again. */
  async function following(
    { id, booking, state }: Pick<InterpreterOrder, 'id' | 'booking' | 'state'>,
    personId: string | null,
    now: number,
  ) {
    if (personId === null) return []
    // Asked for a request by its appointment, SQLite looks at all requests there are.
    const request = await requestOf(db, booking)
    const at = toText(now)
    const message = {
      ...{
        // An order may come to a state again.
        key: `interpreter:${id}:${state}:${now}`,
        kind: MESSAGE_OF[state],
        personId,
        rank: 1,
        dueAt: at,
      },
      ...{
        bookingId: booking,
        payload: JSON.stringify({ order: id, state, at: now }),
        sealed: null,
      },
    }
    return [
      QUEUE(at, JSON.stringify([message])),
      OWE_WEBHOOKS('appointment.changed', JSON.stringify([booking]), at),
      db.told.updateMany({ where: { bookingId: booking }, data: { lookAt: at, attempts: 0 } }),
      db.intake.updateMany({
        where: { id: request ?? '' },
        data: { recordAt: at },
      }),
    ]
  }
}
