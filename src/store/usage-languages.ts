// How the languages that people needed were understood: read while who came is still known, kept as counts.

import type { Appointment } from '../domain/appointment/appointment.ts'
import type { LanguageCount, Understanding } from '../domain/figures/languages.ts'
import type { QuarterCount } from '../domain/figures/quarter-counts.ts'
import type { OrderState } from '../domain/interpreting/order.ts'
import type { AnswersById } from '../domain/questionnaire/question.ts'
import type { UsageLanguage } from '../generated/node/client.ts'
import { type Database, fromText, isTaken, toText } from './engine/database.ts'
import { COUNT } from './sql/usage.ts'

/** An appointment that was, with what decides how its person was understood. */
export type TalkToCount = {
  centre: string
  startsAt: number
  endsAt: number
  seat: number | null
  /** in codes */
  answers: AnswersById
  /** what came of asking for an interpreter for it: of the order in force, else of the latest */
  interpreter: Appointment['interpreter']
}

/** What was counted of a day. */
type DayCounts = { languages: readonly LanguageCount[]; quarters: readonly QuarterCount[] }

/** Up to which day (YYYY-MM-DD) something is counted: before, and from now on. */
export type CountedMark = { key: string; before: string | null; day: string }

const isInForce = ({ state }: { state: string }) => state === 'ordered' || state === 'confirmed'

// Whoever comes to the door has chosen no time.
const TALKS = {
  state: { in: ['booked', 'attended', 'missed', 'unmarked'] },
  channel: { not: 'walk-in' },
}

export function createUsageLanguages(db: Database) {
  return {
    /** When the first request was submitted (epoch milliseconds); `null` before any was. Reads all of them. */
    async firstSubmitted(): Promise<number | null> {
      const { _min } = await db.intake.aggregate({ _min: { submittedAt: true } })
      return _min.submittedAt === null ? null : fromText(_min.submittedAt)
    },

    /** Appointments that started in a stretch of time and still have their request. */
    async talks(from: number, until: number): Promise<TalkToCount[]> {
      const startsAt = { gte: toText(from), lt: toText(until) }
      const [talks, orders] = await Promise.all([
        db.bookingRow.findMany({
          where: { ...TALKS, startsAt, talk: { not: null } },
          select: {
            id: true,
            centreId: true,
            startsAt: true,
            endsAt: true,
            seat: true,
            talk: true,
          },
        }),
        db.interpreterOrder.findMany({
          where: { startsAt },
          orderBy: [{ orderedAt: 'asc' }, { id: 'asc' }],
        }),
      ])
      const placeOf = (id: string, one: { centreId: string; startsAt: string }) =>
        `${id} ${one.centreId} ${one.startsAt}`
      // One in force counts whatever others said after it.
      const inForceLast = orders.toSorted((a, b) => Number(isInForce(a)) - Number(isInForce(b)))
      const latest = new Map(inForceLast.map((one) => [placeOf(one.bookingId, one), one.state]))
      return talks.map(({ id, centreId: centre, seat, talk, ...row }) => {
        const state = (latest.get(placeOf(id, { centreId: centre, ...row })) ??
          null) as OrderState | null
        const { answers } = JSON.parse(talk ?? '') as { answers: AnswersById }
        const interpreter = state === 'cancelled' ? null : state
        const [startsAt, endsAt] = [fromText(row.startsAt), fromText(row.endsAt)]
        return { centre, startsAt, endsAt, seat, answers, interpreter }
      })
    },

    /** Adds what was counted of a day, once. False where another process has counted the day. */
    async add(
      { key, before, day }: CountedMark,
      { languages, quarters }: DayCounts,
    ): Promise<boolean> {
      const mark =
        before === null
          ? db.meta.createMany({ data: { key, value: day } })
          : db.meta.updateMany({ where: { key, value: before }, data: { value: day } })
      const adding = languages.map(
        ({ centre: centreId, month, language, understanding, count }) => {
          const place = { centreId, month, language, understanding }
          return db.usageLanguage.upsert({
            where: { centreId_month_language_understanding: place },
            create: { ...place, count },
            update: { count: { increment: count } },
            select: { count: true },
          })
        },
      )
      const asText = JSON.stringify(
        quarters.map(({ quarter, ...one }) => ({ month: quarter, ...one })),
      )
      try {
        return (await db.batchIf([mark, ...adding, COUNT(asText)])) !== null
      } catch (fault) {
        if (isTaken(fault)) return false
        throw fault
      }
    },

    /** All that was ever counted up to a month (YYYY-MM), also at centres that are gone. */
    async ever(until: string): Promise<LanguageCount[]> {
      return (await db.usageLanguage.findMany({ where: { month: { lte: until } } })).map(countOf)
    },
  }
}

const countOf = ({ centreId: centre, understanding, ...row }: UsageLanguage): LanguageCount => ({
  ...row,
  centre,
  understanding: understanding as Understanding,
})
