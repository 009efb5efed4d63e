// A request that goes with its person: whoever marks them as arrived has it, until that is taken back.

import { type Database, toText } from './engine/database.ts'
import { OWE_CARE } from './sql/owed.ts'

export function createArrivals(db: Database) {
  const { bookingRow, intake } = db
  return {
    /** Gives the request of an appointment to whoever has its person before them, while none of their colleagues has it. */
    async takeArrived(
      booking: string,
      to: { takenBy: string; body: string },
      now: number,
    ): Promise<string | null> {
      const free = {
        OR: [{ bodyId: null }, { bodyId: to.body, takenBy: null }],
      }
      // By the appointment: of a request by its appointments, each that ever was would be looked at.
      const found = await bookingRow.findFirst({
        where: { ...free, id: booking, intakeId: { not: null } },
        select: { intakeId: true, bodyId: true, status: true },
      })
      const { intakeId: id, bodyId, status } = found ?? {}
      if (!id || !status) return null
      const arrived = intake.updateMany({
        where: { id, bodyId: bodyId ?? null, ...free },
        data: {
          ...{ takenBy: to.takenBy, status: 'in-care' },
          ...ofCarrier(bodyId ?? null, to.body, now),
        },
      })
      const was = { body: bodyId ?? null, status }
      const is = { body: to.body, status: 'in-care' }
      const done = await db.batchIf([arrived, ...told(id, was, is, now)])
      return done && id
    },

    /**
     * Undoes `takeArrived` of an instant (epoch ms) where the request stands as it left it: it is nobody's again, or
     * of its carrier's colleagues as before. False where it stands otherwise.
     */
    async giveBackArrived(
      id: string,
      body: string,
      { at, now }: { at: number; now: number },
    ): Promise<boolean> {
      const row = await intake.findUnique({ where: { id }, select: { bodySince: true } })
      const wasNobodys = row?.bodySince === toText(at)
      const given = intake.updateMany({
        where: {
          id,
          bodyId: body,
          takenBy: { not: null },
          status: 'in-care',
          recordAt: toText(at),
        },
        data: {
          ...{ takenBy: null, status: 'new', recordAt: toText(now) },
          ...(wasNobodys ? { bodyId: null, bodySince: null } : {}),
        },
      })
      const was = { body, status: 'in-care' }
      const is = { body: wasNobodys ? null : body, status: 'new' }
      return (await db.batchIf([given, ...told(id, was, is, now)])) !== null
    },
  }
}

type Stand = { body: string | null; status: string }

/** What they are told of has not changed where a colleague takes over. */
export const told = (id: string, was: Stand, is: Stand, now: number) =>
  was.body !== is.body || (was.status === 'closed') !== (is.status === 'closed')
    ? [OWE_CARE([id], toText(now))]
    : []

/** Since when a carrier has it is noted where it is another one; its record changes either way. */
export const ofCarrier = (from: string | null, to: string, now: number) => {
  const given = { bodyId: to, recordAt: toText(now) }
  return from === to ? given : { ...given, bodySince: toText(now) }
}
