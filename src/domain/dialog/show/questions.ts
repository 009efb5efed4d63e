// Screens that ask one question each.

import {
  asked,
  type Questionnaire,
  questionIn,
  questionnaireOf,
} from '../../questionnaire/questionnaire.ts'
import type { Answer, Question } from '../../questionnaire/questions.ts'
import { numbersFor } from '../../questionnaire/triage.ts'
import { type Choice, choicesOf, hintOf, titleOf } from '../../questionnaire/wording.ts'
import { isSkippable } from '../answering.ts'
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
import { askedFirst, type Facts, type Talk } from '../talk.ts'
import { say } from '../text.ts'

/** The screen of a question: what is asked, the options, the chosen ones marked. */
export function showQuestion(talk: Talk, id: string, facts: Facts): Screen {
  const questionnaire = questionnaireOf(facts.profile)
  const q = questionIn(questionnaire, id)
  if (!q) throw new Error(`no question ${id}`)
  const screen: Screen = {
    id: `question.${q.id}`,
    lines: [{ text: titleOf(q), strong: true }, ...moreLines(q, talk, facts)],
    rows: [...optionRows(q, talk, facts), ...extraRows(q, talk, questionnaire), FOOTER],
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

function moreLines(q: Question, talk: Talk, { profile }: Facts): Line[] {
  const hint = hintOf(q, profile)
  const lines: Line[] = hint ? [{ text: hint }] : []
  if (q.numbers) {
    for (const { name, number } of numbersFor(talk.answers)) {
      lines.push(line(name), { phone: number })
    }
  }
  const before = talk.answers[q.id]
  if (q.kind === 'text' && typeof before === 'string') {
    lines.push(line('common.so-far'), { quote: before })
  }
  return lines
}

function optionRows(q: Question, talk: Talk, facts: Facts): Button[][] {
  const answer = q.options.from === 'list' ? talk.answers[q.id] : undefined
  const choices = choicesOf(q, facts, talk.language)
  const columns = q.options.from !== 'list' || choices.length > 6 ? 2 : 1
  const asButton = (choice: Choice) => choiceButton(q, choice, includes(answer, choice.option.code))
  const rows: Button[][] = []
  let row: Choice[] = []
  for (const choice of [...choices, undefined]) {
    if (choice && !choice.alone) {
      row.push(choice)
      continue
    }
    rows.push(...inRows(row.map(asButton), columns))
    row = []
    if (choice) rows.push([asButton(choice)])
  }
  return rows
}

function choiceButton(q: Question, { option, label }: Choice, isChosen: boolean): Button {
  const tap = { do: 'answer', question: q.id, option: option.code } as const
  if (option.style) return { label, tap, style: option.style }
  return isChosen ? { label: say('common.chosen', { option: label }), tap } : { label, tap }
}

function extraRows(q: Question, talk: Talk, questionnaire: Questionnaire): Button[][] {
  const rows: Button[][] = []
  const chosen = talk.answers[q.id]
  if (q.kind === 'many' && Array.isArray(chosen) && chosen.length > 0) {
    rows.push([button('common.button.continue', { do: 'done', question: q.id }, 'primary')])
  }
  const other = q.moreOf === null ? undefined : questionIn(questionnaire, q.moreOf)
  const given = other && talk.answers[other.id]
  if (other && Array.isArray(given) && given.length < (other.max ?? given.length)) {
    rows.push([button(`questions.${other.id}.button.more`, { do: 'more', question: other.id })])
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
