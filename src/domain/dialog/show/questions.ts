// Screens that ask one question each.

import { type Answer, asked, type Question, question } from '../../questionnaire/questions.ts'
import { askedParts } from '../../questionnaire/routing.ts'
import {
  type Button,
  button,
  FOOTER,
  inRows,
  type Line,
  line,
  type Screen,
  strong,
} from '../screen.ts'
import type { Facts, Place, Talk } from '../talk.ts'
import { say, type Text } from '../text.ts'

/** The screen of a question: what is asked, the options, the chosen ones marked. */
export function showQuestion(
  talk: Talk,
  place: Extract<Place, { at: 'question' }>,
  facts: Facts,
): Screen {
  const q = question(place.id)
  const screen: Screen = {
    id: `question.${q.id}`,
    lines: [strong(`questions.${q.id}.title`), ...hints(q, talk, facts)],
    rows: [...optionRows(q, talk, facts), ...extraRows(q, talk), FOOTER],
  }
  const progress = progressOf(q, talk)
  return progress ? { ...screen, progress } : screen
}

/** Before the optional questions: what they are for, and that each can be skipped. */
export function showDetailsConsent(): Screen {
  return {
    id: 'details',
    lines: [
      strong('questions.details.title'),
      line('questions.details.why'),
      line('questions.details.skip'),
    ],
    rows: [[button('questions.details.button.agree', { do: 'details-yes' }, 'primary')], FOOTER],
  }
}

function hints(q: Question, talk: Talk, facts: Facts): Line[] {
  const lines: Line[] = []
  // Without data on postal codes nobody is asked to write one.
  const hinted = q.id !== 'district' || facts.profile.postalCodes.length > 0
  if (HINTED.has(q.id) && hinted) lines.push(line(`questions.${q.id}.hint`))
  // Not to the chosen topic but to the person: the number is read at once, whatever comes next.
  if (q.id === 'district' && includes(talk.answers.topics, 'violence')) {
    lines.push(line('danger.number.violence-against-women'), { mono: '116 016' })
  }
  const given = talk.answers[q.id]
  if (q.kind === 'text' && typeof given === 'string') {
    lines.push(line('common.so-far'), { quote: given })
  }
  return lines
}

const HINTED = new Set(['urgent', 'topics', 'district', 'spoken', 'alias', 'document', 'note'])

function optionRows(q: Question, talk: Talk, facts: Facts): Button[][] {
  if (q.id === 'district') return districtRows(facts)
  if (q.id === 'part') return partRows(facts)
  if (q.id === 'spoken') return spokenRows(talk, facts)
  const chosen = talk.answers[q.id]
  const options = q.options.map((option) =>
    choice(q, option, say(`questions.${q.id}.option.${option}`), includes(chosen, option)),
  )
  const columns = q.options.length > 6 ? 2 : 1
  return inRows(options, columns)
}

function choice(q: Question, option: string, label: Text, chosen: boolean): Button {
  const tap = { do: 'answer', question: q.id, option } as const
  if (q.id === 'urgent' && option === 'danger') return { label, tap, style: 'danger' }
  return chosen ? { label: say('common.chosen', { option: label }), tap } : { label, tap }
}

function districtRows(facts: Facts): Button[][] {
  const q = question('district')
  const districts = facts.profile.districts.map((district) =>
    choice(q, district.id, say('common.name', { name: district.name }), false),
  )
  return [
    ...inRows(districts, 2),
    [choice(q, 'outside', say('questions.district.option.outside'), false)],
    [choice(q, 'unsaid', say('questions.district.option.unsaid'), false)],
  ]
}

function partRows(facts: Facts): Button[][] {
  const q = question('part')
  const parts = askedParts(facts.profile).map((part) =>
    choice(q, part.id, say('common.name', { name: part.name }), false),
  )
  return inRows(parts, 2)
}

function spokenRows(talk: Talk, facts: Facts): Button[][] {
  const q = question('spoken')
  const first = facts.spoken.filter((language) => language === talk.language)
  const others = facts.spoken.filter((language) => language !== talk.language)
  const name = (language: string) =>
    choice(q, language, say('common.name', { name: { key: `language-name.${language}` } }), false)
  return [...first.map((language) => [name(language)]), ...inRows(others.map(name), 2)]
}

function extraRows(q: Question, talk: Talk): Button[][] {
  const rows: Button[][] = []
  const chosen = talk.answers[q.id]
  if (q.kind === 'many' && Array.isArray(chosen) && chosen.length > 0) {
    rows.push([button('common.button.continue', { do: 'done', question: q.id }, 'primary')])
  }
  if (q.id === 'district' && Array.isArray(talk.answers.topics) && talk.answers.topics.length < 3) {
    rows.push([button('questions.topics.button.more', { do: 'topics' })])
  }
  if (q.level === 'B') rows.push([button('common.button.skip', { do: 'skip', question: q.id })])
  return rows
}

function progressOf(q: Question, talk: Talk): Screen['progress'] {
  const questions = asked(q.level, talk.answers).filter((other) => other.id !== 'part')
  const index = questions.findIndex((other) => other.id === q.id)
  if (index < 0 || (q.level === 'A' && talk.done)) return undefined
  // The time to pick counts as the last step of the way to an appointment.
  return { step: index + 1, of: questions.length + (q.level === 'A' ? 1 : 0) }
}

function includes(answer: Answer | undefined, option: string): boolean {
  return Array.isArray(answer) ? answer.includes(option) : answer === option
}
