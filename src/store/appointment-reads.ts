// Appointments as they stand, and the seats they take.

import type { AppointmentNow, TakenSeat } from '../domain/appointment/appointment.ts'
import type { AnsweredBooking } from '../domain/profile/matches.ts'
import type { OpenBooking } from '../domain/profile/outside.ts'
import type { AnswersById } from '../domain/questionnaire/question.ts'
import { appointmentOf } from './appointment-row.ts'
import { type Database, fromText, toText } from './engine/database.ts'
import { inPieces } from './engine/pieces.ts'
import { APPOINTMENT_NOW } from './sql/appointments.ts'
import { TAKEN } from './sql/seats.ts'

const PLACE = { id: true, centreId: true, startsAt: true, endsAt: true, seat: true } as const

const LONGEST_SLOT = 24 * 3_600_000

export function createAppointmentReads(db: Database) {
  async function now(id: string | null, personId: string | null): Promise<AppointmentNow | null> {
    const row = await db.first(APPOINTMENT_NOW(id, personId))
    if (!row) return null
    const { bodyId: body, hasOther, counsellor } = row
    const answers = row.answers ? (JSON.parse(row.answers) as AnswersById) : {}
    return { ...appointmentOf(row), answers, body, hasOther, counsellor }
  }

  return {
    find: (id: string) => now(id, null),

    /** The one that nobody has cancelled or marked yet; it may be over. */
    openOf: (personId: string) => now(null, personId),

    /** Taken seats of some centres in a stretch of time. */
    async taken(centres: readonly string[], from: number, until: number): Promise<TakenSeat[]> {
      const since = toText(from - LONGEST_SLOT)
      const rows = await db.all(TAKEN(JSON.stringify(centres), since, toText(until)))
      return rows.map(timed)
    },

    /** Open ones that are not over, of all centres, by time; without anything about the people. */
    async upcoming(at: number): Promise<OpenBooking[]> {
      const rows = await db.booking.findMany({
        where: { state: 'booked', endsAt: { gt: toText(at) } },
        orderBy: [{ startsAt: 'asc' }, { seat: 'asc' }],
        select: { ...PLACE, ref: true },
      })
      return rows.map(({ centreId: centre, seat, ...row }) => ({
        ...timed(row),
        centre,
        seat: seat ?? 0,
      }))
    },

    /** The same with the answers of their requests, in codes, of those that have one, and with who knows the person. */
    async answered(at: number): Promise<AnsweredBooking[]> {
      const rows = await db.booking.findMany({
        where: { state: 'booked', endsAt: { gt: toText(at) }, intake: { isNot: null } },
        select: {
          ...PLACE,
          personId: true,
          intake: { select: { talk: true } },
        },
      })
      const known = await knownTo(rows.flatMap(({ personId }) => personId ?? []))
      return rows.map(({ centreId: centre, seat, intake, ...row }) => ({
        ...timed(row),
        centre,
        seat: seat ?? 0,
        answers: intake ? (JSON.parse(intake.talk) as Answered).answers : {},
        counsellor: known.get(row.personId ?? '') ?? null,
      }))
    },
  }

  /** Who took the last request that each of these people had taken, by person. */
  async function knownTo(people: readonly string[]): Promise<Map<string, string | null>> {
    const known = new Map<string, string | null>()
    for (const some of inPieces([...new Set(people)])) {
      const taken = await db.intake.findMany({
        where: { personId: { in: some }, submittedAt: { not: null }, takenBy: { not: null } },
        orderBy: { submittedAt: 'asc' },
        select: { personId: true, takenBy: true },
      })
      for (const { personId, takenBy } of taken) known.set(personId, takenBy)
    }
    return known
  }
}

type Answered = { answers: AnswersById }

const timed = <Row extends { startsAt: string; endsAt: string }>(row: Row) => ({
  ...row,
  startsAt: fromText(row.startsAt),
  endsAt: fromText(row.endsAt),
})
