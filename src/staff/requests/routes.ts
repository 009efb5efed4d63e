// The list of requests, a page at a time, and the same list as a table for a spreadsheet.

import type { CaseIntake } from '../../domain/people/case.ts'
import { centreOf, type Profile } from '../../domain/profile/profile.ts'
import type { Question } from '../../domain/questionnaire/question.ts'
import { wholeQuestionnaire } from '../../domain/questionnaire/questionnaire.ts'
import { currentCity } from '../../flows/city.ts'
import { noteDown, sightOf } from '../../flows/staff/caller.ts'
import { languageTerms } from '../../i18n/terms.ts'
import { columnOf } from '../frame/answered.ts'
import { show } from '../frame/answers.ts'
import { csv } from '../frame/csv.ts'
import { dayAndClock } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import type { StaffContext, StaffRoute } from '../frame/route.ts'
import { STATE_WORDS, STATUS_WORDS, URGENCY_WORDS } from '../frame/terms.ts'
import { callerOf } from '../record/routes-care.ts'
import { intakesPage } from './page.ts'

const PAGE = 50
const TABLE_PAGE = 500
/** More than a city's centres have open at once; a table beyond it is asked for in parts. */
const LONGEST_TABLE = 20_000

export const intakeRoutes: readonly StaffRoute[] = [
  { method: 'get', path: '/intakes', who: 'see-records', handle: showIntakes },
  { method: 'get', path: '/intakes.csv', who: 'see-records', handle: asTable },
]

function asked({ c }: StaffContext) {
  const wanted = c.req.query('status')
  const status = wanted === 'closed' || wanted === 'all' ? wanted : 'open'
  const reference = (c.req.query('q') ?? '').trim().toUpperCase().slice(0, 10)
  return { status, reference } as const
}

async function showIntakes(context: StaffContext): Promise<Response> {
  const { c, deps, frame, staff } = context
  const { status, reference } = asked(context)
  const page = Math.min(Math.max(1, Math.floor(Number(c.req.query('page')) || 1)), 10_000)
  const { profile } = await currentCity(deps)
  const filter = { status, reference, limit: PAGE, offset: (page - 1) * PAGE } as const
  const found = await deps.store.staff.intakes.list(sightOf(staff, 'see-records'), filter)
  return show(
    context,
    frame.words.navIntakes,
    intakesPage(frame, {
      intakes: found.slice(0, PAGE),
      status,
      reference,
      page,
      hasMore: found.length > PAGE,
      profile,
    }),
  )
}

/** Every page of the list in one table; that it left the house stands in the audit. */
async function asTable(context: StaffContext): Promise<Response> {
  const { c, deps, frame, staff } = context
  const { profile } = await currentCity(deps)
  const sight = sightOf(staff, 'see-records')
  const rows: string[][] = []
  for (let offset = 0; offset < LONGEST_TABLE; offset += TABLE_PAGE) {
    const filter = { ...asked(context), limit: TABLE_PAGE, offset }
    const found = await deps.store.staff.intakes.list(sight, filter)
    for (const intake of found.slice(0, TABLE_PAGE)) rows.push(rowOf(frame, intake, profile))
    if (found.length <= TABLE_PAGE) break
  }
  for (const centre of staff.centres) {
    await noteDown(deps, callerOf(context), 'export-list', { subject: null, centre })
  }
  return c.body(csv([headOf(frame, profile), ...rows]), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="intakes.csv"',
  })
}

/** The questions with a column in one place of the table. */
function columnsAt(place: NonNullable<Question['csv']>['at'], profile: Profile) {
  return wholeQuestionnaire(profile, []).filter(({ csv }) => csv?.at === place)
}

function headOf(frame: Frame, profile: Profile): string[] {
  const { words } = frame
  const heads = (place: NonNullable<Question['csv']>['at']) =>
    columnsAt(place, profile).map(({ csv, term }) => (csv?.heading ?? term)[frame.language])
  return [
    words.reference,
    words.received,
    ...heads('person'),
    words.urgency,
    ...heads('request'),
    words.reading,
    words.centre,
    words.appointment,
    words.state,
    words.status,
    ...heads('end'),
  ]
}

function rowOf(frame: Frame, intake: CaseIntake, profile: Profile): string[] {
  const { words } = frame
  const { appointment } = intake
  const said = (place: NonNullable<Question['csv']>['at']) =>
    columnsAt(place, profile).map((q) => columnOf(frame, q, intake, profile).join(', '))
  return [
    intake.ref,
    dayAndClock(intake.submittedAt),
    ...said('person'),
    words[URGENCY_WORDS[intake.urgency]],
    ...said('request'),
    languageTerms.reading(intake.language),
    centreOf(profile, intake.centre)?.name ?? intake.centre,
    appointment ? dayAndClock(appointment.startsAt) : '',
    appointment ? words[STATE_WORDS[appointment.state]] : '',
    words[STATUS_WORDS[intake.status]],
    ...said('end'),
  ]
}
