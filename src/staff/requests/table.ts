// The list of requests as rows of a spreadsheet.

import { stateAt } from '../../domain/appointment/attendance.ts'
import type { ShownIntake } from '../../domain/people/wall.ts'
import { centreOf, type Profile } from '../../domain/profile/profile.ts'
import type { Question } from '../../domain/questionnaire/question.ts'
import { wholeQuestionnaire } from '../../domain/questionnaire/questionnaire.ts'
import { languageTerms } from '../../i18n/terms.ts'
import { columnOf } from '../frame/answered.ts'
import { sheetTime } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { STATE_WORDS, STATUS_WORDS, URGENCY_WORDS } from '../frame/terms.ts'

/** `now` is epoch ms. */
type City = { profile: Profile; now: number }

/** One row for each request, below the names of the columns. */
export function tableOf(frame: Frame, intakes: readonly ShownIntake[], city: City): string[][] {
  return [headOf(frame, city.profile), ...intakes.map((intake) => rowOf(frame, intake, city))]
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

function rowOf(frame: Frame, intake: ShownIntake, { profile, now }: City): string[] {
  const { words } = frame
  const { appointment } = intake
  const said = (place: NonNullable<Question['csv']>['at']) =>
    columnsAt(place, profile).map((q) => columnOf(frame, q, intake, profile).join(', '))
  return [
    intake.ref,
    sheetTime(intake.submittedAt),
    ...said('person'),
    words[URGENCY_WORDS[intake.urgency]],
    ...said('request'),
    languageTerms.reading(intake.language),
    centreOf(profile, intake.centre)?.name ?? intake.centre,
    appointment ? sheetTime(appointment.startsAt) : '',
    appointment ? words[STATE_WORDS[stateAt(appointment, now)]] : '',
    words[STATUS_WORDS[intake.status]],
    ...said('end'),
  ]
}
