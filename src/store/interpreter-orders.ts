// Orders of interpreters, and the appointments that may need one.

import type { InterpreterOrder, OrderNow, OrderState } from '../domain/interpreting/order.ts'
import type { NeedingAppointment } from '../domain/interpreting/orders.ts'
import { type Database, toText, unlessThere } from './engine/database.ts'
import { inPieces } from './engine/pieces.ts'
import type { Seal } from './engine/seal.ts'
import { needingOf, orderNowOf, orderOf } from './interpreting-rows.ts'

export function createInterpreterOrders(db: Database, seal: Seal) {
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
      return await Promise.all(rows.map((row) => needingOf(row, seal)))
    },

    /** One of them. */
    async needingOne(booking: string): Promise<NeedingAppointment | null> {
      const row = await interpretingRow.findFirst({ where: { id: booking } })
      return row && (await needingOf(row, seal))
    },

    /** Writes an order down. False where it is there, or another one is in force for the same talk. */
    async add(order: InterpreterOrder): Promise<boolean> {
      const { booking: bookingId, centre: centreId, startsAt, endsAt, ...row } = order
      const times = { startsAt: toText(startsAt), endsAt: toText(endsAt) }
      const since = { orderedAt: toText(order.orderedAt), changedAt: toText(order.changedAt) }
      const data = { ...row, bookingId, centreId, ...times, ...since }
      return await unlessThere(orders.createMany({ data }))
    },

    /** Changes one that is in one of these states. False where somebody changed it before. */
    async change(
      id: string,
      from: readonly OrderState[],
      to: OrderState,
      by: string,
      now: number,
    ): Promise<boolean> {
      const { count } = await orders.updateMany({
        where: { id, state: { in: [...from] } },
        data: { state: to, changedAt: toText(now), changedBy: by },
      })
      return count > 0
    },
  }
}
