// Orders of interpreters, and the appointments that may need one, as they are read from their rows.

import type { InterpreterOrder, OrderNow, OrderState } from '../domain/interpreting/order.ts'
import type { NeedingAppointment } from '../domain/interpreting/orders.ts'
import type { InterpretingMode } from '../domain/profile/interpreting.ts'
import type {
  InterpretingRow,
  InterpreterOrderRow as OrderNowRow,
  InterpreterOrder as OrderRow,
} from '../generated/node/client.ts'
import { fromText } from './engine/database.ts'

export function orderOf(row: OrderRow): InterpreterOrder {
  const { id, bookingId, centreId, language, pool, poolName, changedBy } = row
  return {
    ...{ id, booking: bookingId, centre: centreId, language, pool, poolName, changedBy },
    startsAt: fromText(row.startsAt),
    endsAt: fromText(row.endsAt),
    gender: row.gender as InterpreterOrder['gender'],
    mode: row.mode as InterpretingMode,
    state: row.state as OrderState,
    orderedAt: fromText(row.orderedAt),
    changedAt: fromText(row.changedAt),
  }
}

export function orderNowOf(row: OrderNowRow): OrderNow {
  const { nowCentreId: centre, nowStartsAt, nowState } = row
  const now = { centre, startsAt: fromText(nowStartsAt), isOpen: nowState === 'booked' }
  return { ...orderOf(row), now, personId: row.personId }
}

/** The orders of one appointment, as a view lists them in JSON, the oldest first. */
export function ordersIn(text: string): InterpreterOrder[] {
  const rows = JSON.parse(text) as OrderRow[]
  return rows.map(orderOf).sort((a, b) => a.orderedAt - b.orderedAt)
}

export function needingOf(row: InterpretingRow): NeedingAppointment {
  const { id, centreId, seat, intakeId, personId, bodyId, spoken, counsellor } = row
  const gender = counsellor === 'woman' || counsellor === 'man' ? counsellor : null
  return {
    ...{ booking: id, centre: centreId, seat, intakeId, personId, body: bodyId },
    startsAt: fromText(row.startsAt),
    endsAt: fromText(row.endsAt),
    changedAt: fromText(row.changedAt),
    need: { language: spoken, gender },
    topics: row.topics === null ? [] : (JSON.parse(row.topics) as string[]),
  }
}
