// Orders of interpreters, and where their appointments stand by now.

import type { InterpreterOrder, OrderedBooking, OrderState } from '../domain/interpreting/order.ts'
import type { InterpretingMode } from '../domain/profile/interpreting.ts'
import type { InterpreterOrder as OrderRow } from '../generated/node/client.ts'
import { type Database, fromText, toText, unlessThere } from './engine/database.ts'
import { inPieces } from './engine/pieces.ts'

export function createInterpreterOrders(db: Database) {
  const { interpreterOrder: orders } = db
  const byAge = [{ orderedAt: 'asc' }, { id: 'asc' }] as const

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

    async find(id: string): Promise<InterpreterOrder | null> {
      const row = await orders.findUnique({ where: { id } })
      return row && orderOf(row)
    },

    /** Orders in force at some centres for talks that start from an instant on, by time. */
    async inForce(
      centres: readonly string[],
      from: number,
    ): Promise<(InterpreterOrder & { now: OrderedBooking })[]> {
      const rows = await orders.findMany({
        where: {
          centreId: { in: [...centres] },
          startsAt: { gte: toText(from) },
          state: { in: ['ordered', 'confirmed'] },
        },
        orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
        include: { booking: { select: { centreId: true, startsAt: true, state: true } } },
      })
      return rows.map(({ booking, ...row }) => ({
        ...orderOf(row),
        now: {
          centre: booking.centreId,
          startsAt: fromText(booking.startsAt),
          isOpen: booking.state === 'booked',
        },
      }))
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

function orderOf({ bookingId, centreId, startsAt, endsAt, ...row }: OrderRow): InterpreterOrder {
  return {
    ...row,
    booking: bookingId,
    centre: centreId,
    startsAt: fromText(startsAt),
    endsAt: fromText(endsAt),
    gender: row.gender as InterpreterOrder['gender'],
    mode: row.mode as InterpretingMode | null,
    state: row.state as OrderState,
    orderedAt: fromText(row.orderedAt),
    changedAt: fromText(row.changedAt),
  }
}
