// What quarters are counted from, read while it is still known, and what was counted.

import type { QuarterCount, QuarterKind, TakenRequest } from '../domain/figures/quarter-counts.ts'
import type { AnswersById } from '../domain/questionnaire/question.ts'
import type { Urgency } from '../domain/questionnaire/triage.ts'
import { type Database, toText } from './engine/database.ts'

/** Where something belongs to. */
type Place = { centre: string; body: string }

export function createUsageQuarters(db: Database) {
  return {
    /** Requests that their carrier has had since an instant of a stretch of time, as they are by now. */
    async taken(from: number, until: number): Promise<TakenRequest[]> {
      const submitted = { where: { submittedAt: { not: null } }, select: { submittedAt: true } }
      const rows = await db.intake.findMany({
        where: { bodySince: between(from, until), bodyId: { not: null }, ...SUBMITTED },
        select: {
          ...{ centreId: true, bodyId: true, urgency: true, talk: true, submittedAt: true },
          person: { select: { intakes: submitted } },
        },
      })
      return rows.map(({ centreId, bodyId, urgency, talk, submittedAt, person }) => {
        const { answers } = JSON.parse(talk) as { answers: AnswersById }
        const isBefore = (one: { submittedAt: string | null }) =>
          (one.submittedAt ?? '') < (submittedAt ?? '')
        return {
          ...{ centre: centreId ?? '', body: bodyId ?? '', answers },
          urgency: (urgency ?? 'green') as Urgency,
          isAgain: person.intakes.some(isBefore),
        }
      })
    },

    /** Referrals of a stretch of time that nobody said no to. */
    async referred(from: number, until: number): Promise<(Place & { target: string })[]> {
      const rows = await db.referral.findMany({
        where: {
          createdAt: between(from, until),
          OR: [{ answer: null }, { answer: { not: 'no' } }],
          intake: { bodyId: { not: null } },
        },
        select: { target: true, intake: { select: { centreId: true, bodyId: true } } },
      })
      return rows.map(({ target, intake }) => ({ target, ...placeOf(intake) }))
    },

    /** Appointments of a stretch of time, at some centres, that were kept; of a request that is still there. */
    async kept(centres: readonly string[], from: number, until: number): Promise<Place[]> {
      const rows = await db.booking.findMany({
        where: {
          ...{ centreId: { in: [...centres] }, startsAt: between(from, until) },
          ...{ state: 'attended', channel: { not: 'walk-in' } },
          intake: { bodyId: { not: null } },
        },
        select: { centreId: true, intake: { select: { bodyId: true } } },
      })
      return rows.map(({ centreId, intake }) => placeOf({ centreId, bodyId: intake?.bodyId }))
    },

    /** What was counted of a quarter, at some centres, of one carrier or of all. */
    async of(
      quarter: string,
      centres: readonly string[],
      body: string | null,
    ): Promise<QuarterCount[]> {
      const rows = await db.usageCount.findMany({
        where: {
          ...{ month: quarter, centreId: { in: [...centres] } },
          ...(body === null ? {} : { bodyId: body }),
        },
        orderBy: [{ kind: 'asc' }, { code: 'asc' }],
      })
      return rows.map(({ kind, code, count, centreId: centre, bodyId }) => {
        return { quarter, centre, body: bodyId, kind: kind as QuarterKind, code, count }
      })
    },
  }
}

const SUBMITTED = { submittedAt: { not: null }, centreId: { not: null } }

const between = (from: number, until: number) => ({ gte: toText(from), lt: toText(until) })

const placeOf = ({
  centreId,
  bodyId,
}: {
  centreId: string | null
  bodyId?: string | null | undefined
}) => ({ centre: centreId ?? '', body: bodyId ?? '' })
