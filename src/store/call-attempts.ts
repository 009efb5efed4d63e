// Calls of staff. `Intake.calledAt` says since when nobody has to be called any more.

import type { CallAttempt } from '../domain/people/call-attempts.ts'
import { type Database, fromText, toText, unlessThere } from './engine/database.ts'

export function createCallAttempts(db: Database) {
  const { intake, callAttempt } = db
  return {
    /** Notes a call, and that nobody waits for one any more where somebody was reached; the same `id` once. */
    async add(call: CallAttempt & { intakeId: string; staffId: string }): Promise<void> {
      const { at, ...rest } = call
      const createdAt = toText(at)
      const add = callAttempt.createMany({ data: { ...rest, createdAt } })
      const settle = intake.updateMany({
        where: { id: call.intakeId },
        data: { calledAt: createdAt },
      })
      await unlessThere(call.outcome === 'reached' ? db.batch([add, settle]) : add)
    },

    /** Takes a call of a request back: whom it was about waits again. */
    async undo(intakeId: string, id: string): Promise<void> {
      const call = await callAttempt.findFirst({ where: { id, intakeId } })
      if (!call) return
      const gone = callAttempt.deleteMany({ where: { id, intakeId } })
      const waits = intake.updateMany({
        where: { id: intakeId, calledAt: call.createdAt },
        data: { calledAt: null },
      })
      await db.batchIf([gone, waits])
    },
  }
}

/** Calls of a row, as the view tells them. */
export function callsIn(text: string): CallAttempt[] {
  const calls = JSON.parse(text) as (Omit<CallAttempt, 'at'> & { at: string })[]
  return calls.map((call) => ({ ...call, at: fromText(call.at) }))
}
