// Screens that ask one question each.

import {
  asked,
  listOf,
  type Questionnaire,
  questionIn,
  questionnaireOf,
} from '../../questionnaire/questionnaire.ts'
import type { Answer, Question } from '../../questionnaire/questions.ts'
import { numbersFor } from '../../questionnaire/triage.ts'
import {
  aboutOption,
  type Choice,
  choicesOf,
  hintOf,
  titleOf,
} from '../../questionnaire/wording.ts'
import { isSkippable } from '../answering.ts'
import { listens } from '../listening.ts'
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
import { askedFirst, type Facts, type Place, type Talk } from '../talk.ts'
import { say, type Text } from '../text.ts'
import { screenful, screenfulWith } from './choices.ts'

/** The screen of a question: what is asked, as many options as it holds, the chosen ones marked. */
export function showQuestion(
  talk: Talk,
  { id, ...place }: Extract<Place, { at: 'question' }>,
  facts: Facts,
): Screen {
  const questionnaire = questionnaireOf(facts.profile)
  const q = questionIn(questionnaire, id)
  if (!q) throw new Error(`no question ${id}`)
  const choices = choicesOf(q, facts, talk.language)
  const [moving = [], staying = []] = [false, true].map((stays) =>
    choices.filter(({ option }) => (option.stays ?? false) === stays),
  )
  const all = [
    ...moving.map((choice) => optionButton(q, choice, talk)),
    ...anotherButton(q, talk, questionnaire),
  ]
  const others = taken(q, talk) + staying.length
  const sought = moving.findIndex(({ option }) => option.code === place.option)
  const nth = place.nth ?? screenfulWith(sought, all.length, others)
  const { shown: some, next } = screenful(all, others, nth)
  const shown = [...some, ...staying.map((choice) => optionButton(q, choice, talk))]
  const hint = nth || readsLittle(talk, q) ? undefined : hintOf(q, facts.profile)
  const elsewhere = all.filter((one) => one.isChosen && !shown.includes(one))
  const screen: Screen = {
    id: nth ? `question.${q.id}.${nth}` : `question.${q.id}`,
    lines: [
      { text: titleOf(q), strong: true },
      ...(hint ? [{ text: hint }] : []),
      ...(q.kind === 'text' && q.typed === 'lines' ? [line('voice.hint')] : []),
      ...shown.flatMap(({ about }): Line[] => (about ? [{ text: about }] : [])),
      ...moreLines(q, talk),
      ...elsewhere.map(({ button }): Line => ({ text: button.label })),
    ],
    rows: [...optionRows(q, shown), ...extraRows(q, talk, next), FOOTER],
  }
  const progress = progressOf(q, talk, questionnaire)
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

/** Whoever reads with difficulty gets the question alone; what is to be written is explained. */
function readsLittle({ answers }: Talk, { kind }: Question): boolean {
  return kind !== 'text' && listens({ answers })
}

function moreLines(q: Question, talk: Talk): Line[] {
  const lines: Line[] = []
  if (q.numbers) {
    for (const { name, number } of numbersFor(talk.answers)) {
      lines.push(line(name), { phone: number })
    }
  }
  const before = talk.answers[q.id]
  if (q.kind === 'text' && typeof before === 'string') {
    lines.push(line('common.so-far'), { quote: before, own: true })
  }
  return lines
}

/** A button among the choices; one that stands alone has a row of its own. */
type Offered = { button: Button; alone?: boolean; isChosen?: boolean; about?: Text }

function optionButton(q: Question, { option, label, alone }: Choice, talk: Talk): Offered {
  const answer = q.options.from === 'list' ? talk.answers[q.id] : undefined
  const tap = { do: 'answer', question: q.id, option: option.code } as const
  if (option.style) return { button: { label, tap, style: option.style } }
  const isChosen = includes(answer, option.code)
  const shown = isChosen ? say('common.chosen', { option: label }) : label
  const about = aboutOption(q, option)
  const isName = q.options.from === 'languages' && !listOf(q).includes(option)
  const names = isName ? { names: option.code } : {}
  return {
    button: { label: shown, tap, ...names },
    isChosen,
    ...(alone ? { alone } : {}),
    ...(about ? { about } : {}),
  }
}

/** One more of another question, such as a second topic, at the end of the choices. */
function anotherButton(q: Question, talk: Talk, questionnaire: Questionnaire): Offered[] {
  const other = q.moreOf === null ? undefined : questionIn(questionnaire, q.moreOf)
  const given = other && talk.answers[other.id]
  if (!other || !Array.isArray(given) || given.length >= (other.max ?? given.length)) return []
  const more = button(`questions.${other.id}.button.more`, { do: 'more', question: other.id })
  return [{ button: more, alone: true }]
}

function optionRows(q: Question, offered: readonly Offered[]): Button[][] {
  const columns = q.options.from !== 'list' || q.options.list.length > 6 ? 2 : 1
  const rows: Button[][] = []
  let row: Button[] = []
  for (const one of [...offered, undefined]) {
    if (one && !one.alone) {
      row.push(one.button)
      continue
    }
    rows.push(...inRows(row, columns))
    row = []
    if (one) rows.push([one.button])
  }
  return rows
}

/**
 * How much of the room for choices is taken: by the buttons there can be under them, whether anything
 * is chosen yet or not, and by explanations.
 */
function taken(q: Question, talk: Talk): number {
  const explained = listOf(q).some((option) => option.explained) ? ROOM_OF_EXPLANATIONS : 0
  return (q.kind === 'many' ? 1 : 0) + (isSkippable(q, talk) ? 1 : 0) + explained
}

const ROOM_OF_EXPLANATIONS = 2

function extraRows(q: Question, talk: Talk, next: number | undefined): Button[][] {
  const rows: Button[][] = []
  if (next !== undefined) {
    const tap = { do: 'others', question: q.id, nth: String(next) } as const
    rows.push([button('common.button.more', tap)])
  }
  const chosen = talk.answers[q.id]
  if (q.kind === 'many' && Array.isArray(chosen) && chosen.length > 0) {
    rows.push([button('common.button.continue', { do: 'done', question: q.id }, 'primary')])
  }
  // The first question: rather be called than read on.
  if (q.id === 'urgent' && readsLittle(talk, q)) {
    rows.push([button('centres.person.button.phone', { do: 'call-back', by: 'phone' })])
  }
  if (isSkippable(q, talk))
    rows.push([button('common.button.skip', { do: 'skip', question: q.id })])
  return rows
}

function progressOf(q: Question, talk: Talk, questionnaire: Questionnaire): Screen['progress'] {
  const all =
    q.level === 'A'
      ? askedFirst(questionnaire, talk.answers)
      : asked(questionnaire, q.level, talk.answers)
  const questions = all.filter(({ step }) => step)
  const index = questions.findIndex((other) => other.id === q.id)
  if (index < 0 || (q.level === 'A' && talk.done)) return undefined
  // The time to pick counts as the last step of the way to an appointment.
  return { step: index + 1, of: questions.length + (q.level === 'A' ? 1 : 0) }
}

function includes(answer: Answer | undefined, option: string): boolean {
  return Array.isArray(answer) ? answer.includes(option) : answer === option
}
