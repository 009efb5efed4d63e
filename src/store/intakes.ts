// Submitted requests as staff see them: lists and one record, read through the view CaseRow.

import type { Appointment } from '../domain/appointment/appointment.ts'
import type { CareStatus, Finding } from '../domain/people/care.ts'
import type { CareState } from '../domain/people/care-state.ts'
import type { CaseIntake, Sight } from '../domain/people/case.ts'
import type { Relation } from '../domain/people/party.ts'
import type { CaseLocation } from '../domain/people/rights.ts'
import type { Urgency } from '../domain/questionnaire/triage.ts'
import type { RecordedVoice } from '../domain/voice-message/voice-message.ts'
import type { CaseRow } from '../generated/node/client.ts'
import { callsIn } from './call-attempts.ts'
import { type Database, fromText, toText } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'
import { ordersIn } from './interpreting-rows.ts'
import { openedTalk } from './kept-talk.ts'
import { reachOf } from './reach.ts'

/** What a list may show, as its model takes it. */
export const seen = ({ centres, body, allBodies }: Sight) => ({
  centreId: { in: [...centres] },
  ...(allBodies ? {} : { OR: [{ bodyId: null }, { bodyId: body }] }),
})

export function createIntakes(db: Database, seal: Seal) {
  const { caseRow, intake } = db
  const read = (rows: readonly CaseRow[]) => Promise.all(rows.map((row) => intakeOf(row, seal)))
  return {
    /**
     * Requests in the order of their submission, or of what changed since an instant, after a place in it; for
     * machines. `at`: where each stands in that order.
     */
    async page(
      sight: Sight,
      after: InOrder | null,
      limit: number,
      wanted: Wanted = {},
    ): Promise<(CaseIntake & InOrder)[]> {
      const { since } = wanted
      const by = since === undefined ? 'submittedAt' : 'recordAt'
      const at = toText(after?.at ?? 0)
      const from = [{ [by]: { gte: at } }, ...(since ? [{ [by]: { gte: toText(since) } }] : [])]
      const later = { OR: [{ [by]: { gt: at } }, { id: { gt: after?.id ?? '' } }] }
      const rows = await caseRow.findMany({
        where: { AND: [seen(sight), ...from, later, ...narrowing(wanted)] },
        orderBy: [{ [by]: 'asc' }, { id: 'asc' }],
        take: limit,
      })
      const intakes = await read(rows)
      return intakes.map((one, n) => ({ ...one, at: fromText(rows[n]?.[by] ?? '') }))
    },

    /** One request wherever it is: whether it may be seen is decided by its centre and carrier. */
    async find(id: string): Promise<CaseIntake | null> {
      const row = await caseRow.findFirst({ where: { id } })
      return row && intakeOf(row, seal)
    },

    /** Where the requests with these codes are, which decides who may see them; in any order. */
    async locate(refs: readonly string[]): Promise<(CaseLocation & { id: string; ref: string })[]> {
      const where = { ref: { in: [...refs] }, submittedAt: { not: null } }
      const select = { id: true, ref: true, centreId: true, bodyId: true, urgency: true }
      const rows = await intake.findMany({ where, select })
      return rows.map(({ id, ref, centreId, bodyId, urgency }) => ({
        ...{ id, ref: ref ?? '', centre: centreId, body: bodyId },
        urgency: urgency as Urgency | null,
      }))
    },

    /** Other requests of the same person, the latest first. */
    async others({ id, personId }: CaseIntake): Promise<CaseIntake[]> {
      const rows = await caseRow.findMany({
        where: { personId, id: { not: id } },
        orderBy: { submittedAt: 'desc' },
        take: 20,
      })
      return read(rows)
    },

    /** Nobody waits for a call any more: staff gave them what they wished for. */
    async meetWish(id: string): Promise<void> {
      await intake.updateMany({ where: { id }, data: { callBack: null } })
    },
  }
}

/** A place in the order of a page: an instant (epoch ms), and the request of it. */
type InOrder = { at: number; id: string }

/** What a page is narrowed by: ranks (none: any), instants (epoch ms, `until` past the end, `since` of a change), `today` YYYY-MM-DD. */
type Wanted = {
  centre?: string | undefined
  ranks?: readonly number[]
  from?: number | undefined
  until?: number | undefined
  since?: number | undefined
  care?: CareState | undefined
  today?: string
}

function narrowing({ centre, ranks = [], from, until, care, today = '' }: Wanted) {
  const isOpen = { status: { not: 'closed' } }
  const isTaken = { AND: [isOpen, { bodyId: { not: null } }] }
  const awake = { OR: [{ followUpOn: null }, { followUpOn: { lte: today } }] }
  const byCare = {
    open: { AND: [isOpen, { bodyId: null }] },
    taken: { AND: [isTaken, awake] },
    'laid-aside': { AND: [isTaken, { followUpOn: { gt: today } }] },
    done: { status: 'closed' },
  }
  return [
    ...(centre === undefined ? [] : [{ centreId: centre }]),
    ...(ranks.length === 0 ? [] : [{ rank: { in: [...ranks] } }]),
    ...(from === undefined ? [] : [{ submittedAt: { gte: toText(from) } }]),
    ...(until === undefined ? [] : [{ submittedAt: { lt: toText(until) } }]),
    ...(care === undefined ? [] : [byCare[care]]),
  ]
}

/** A row of the view CaseRow with what is sealed in it. */
export async function intakeOf(row: CaseRow, seal: Seal): Promise<CaseIntake> {
  const { answers, cityQuestions, phone } = await openedTalk(row, seal)
  const { followUpOn: on, followUpSealed: sealed } = row
  const line = sealed === null ? '' : await seal.open(sealed)
  return {
    id: row.id,
    personId: row.personId,
    ref: row.ref,
    questionnaire: row.questionnaire,
    submittedAt: fromText(row.submittedAt),
    centre: row.centreId,
    language: row.language,
    answers,
    cityQuestions: cityQuestions ?? [],
    callBack: row.callBack,
    phone: phone ?? null,
    source: row.source,
    appointment: appointmentOf(row),
    urgency: (row.urgency ?? 'green') as Urgency,
    status: row.status as CareStatus,
    takenBy: row.takenBy
      ? { id: row.takenBy, name: row.takenByName ?? '', body: row.takenByBody }
      : null,
    body: row.bodyId,
    walledAt: row.walledAt ? fromText(row.walledAt) : null,
    walledFor: row.walledFor,
    calledAt: row.calledAt ? fromText(row.calledAt) : null,
    calls: callsIn(row.calls),
    followUp: on === null ? null : { on, line, by: row.followUpByName ?? '' },
    unreachable: row.unreachable,
    reach: reachOf(row),
    relation: row.relation as Relation | null,
    displaced: row.displaced === 1,
    undelivered: row.undelivered === 1,
    untold: row.untold === 1,
    findings: findingsOf(row),
    voices: voicesOf(row),
    seat: row.seat,
    orders: ordersIn(row.orders),
    bookingId: row.bookingId,
  }
}

function findingsOf(row: CaseRow): Finding[] {
  const findings = JSON.parse(row.findings) as (Omit<Finding, 'at'> & { at: string })[]
  return findings.map((finding) => ({ ...finding, at: fromText(finding.at) }))
}

function voicesOf(row: CaseRow): RecordedVoice[] {
  const voices = JSON.parse(row.voices) as (Omit<RecordedVoice, 'at'> & { at: string })[]
  return voices.map((voice) => ({ ...voice, at: fromText(voice.at) }))
}

function appointmentOf({ bookedCentre, startsAt, endsAt, state, changedAt }: CaseRow) {
  if (!bookedCentre || !startsAt || !endsAt || !state) return null
  const times = { startsAt: fromText(startsAt), endsAt: fromText(endsAt) }
  const changed = changedAt === null ? 0 : fromText(changedAt)
  return {
    ...{ centre: bookedCentre, ...times, state: state as Appointment['state'] },
    changedAt: changed,
  }
}
