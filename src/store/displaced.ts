// The appointments that closed hours or other hours ended, as staff see them afterwards.

import type { MessageStatus } from '../domain/appointment/messages.ts'
import type { CaseIntake } from '../domain/people/case.ts'
import { type Database, fromText, toText } from './engine/database.ts'
import { inPieces } from './engine/pieces.ts'
import type { Seal } from './engine/seal.ts'
import { intakeOf } from './intakes.ts'

const mark = (closure: string) => `closure:${closure}`

/** Which of them: of some centres, by their start (epoch ms, `until` past the end), and what ended them, if that is asked. */
export type Ended = {
  centres: readonly string[]
  from: number
  until: number
  closures?: readonly string[]
}

/** One that was ended; `message`: what became of the message about it, `null` where there is none. */
export type EndedBooking = {
  id: string
  centre: string
  startsAt: number
  message: MessageStatus | null
  /** With what it has become since. */
  intake: CaseIntake
}

export function createDisplaced(db: Database, seal: Seal) {
  const { booking, outbox, caseRow, closure: closures } = db
  return {
    /** Those whose requests are there still, the earliest first, at most `most`. */
    async list(
      { centres, from, until, closures: by }: Ended,
      most: number,
    ): Promise<EndedBooking[]> {
      const rows = await booking.findMany({
        where: {
          centreId: { in: [...centres] },
          startsAt: { gte: toText(from), lt: toText(until) },
          state: 'cancelled',
          changedBy: by ? { in: by.map(mark) } : { startsWith: 'closure:' },
          intakeId: { not: null },
        },
        select: { id: true, centreId: true, startsAt: true, intakeId: true },
        orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
        take: most,
      })
      const messages = new Map<string, MessageStatus>()
      const intakes = new Map<string, CaseIntake>()
      for (const some of inPieces(rows)) {
        const told = await outbox.findMany({
          where: { bookingId: { in: some.map(({ id }) => id) }, kind: 'closure' },
          select: { bookingId: true, status: true },
          orderBy: { id: 'asc' },
        })
        for (const { bookingId, status } of told) {
          if (bookingId) messages.set(bookingId, status as MessageStatus)
        }
        const ids = some.flatMap(({ intakeId }) => intakeId ?? [])
        for (const row of await caseRow.findMany({ where: { id: { in: ids } } })) {
          intakes.set(row.id, await intakeOf(row, seal))
        }
      }
      return rows.flatMap(({ id, centreId: centre, startsAt, intakeId }) => {
        const intake = intakes.get(intakeId ?? '')
        const message = messages.get(id) ?? null
        return intake ? [{ id, centre, startsAt: fromText(startsAt), message, intake }] : []
      })
    },

    /** Why the hours of an appointment were closed, in the words of staff; `null` where no closure stands behind it. */
    async reasonOf(id: string): Promise<string | null> {
      const ended = await booking.findFirst({ where: { id }, select: { changedBy: true } })
      const by = ended?.changedBy.replace(/^closure:/, '') ?? ''
      const closed = await closures.findFirst({ where: { id: by }, select: { reason: true } })
      return closed?.reason ?? null
    },
  }
}
