// What one city asks: the questions of every city but those it leaves out, and its own.

import type { OwnQuestion } from '../profile/own-questions.ts'
import { type AnswersById, type Condition, type Option, type Question, USUAL } from './question.ts'
import { QUESTIONS } from './questions.ts'

export type Questionnaire = readonly Question[]

/** The part of a city profile that says what is asked. */
export type Asking = {
  questions?: readonly OwnQuestion[] | undefined
  leaveOut?: readonly string[] | undefined
}

/** What is kept with the answer to a city's own question, so that it can be read for ever. German. */
export type KeptQuestion = {
  id: string
  kind: Question['kind']
  term: string
  options: { code: string; term: string }[]
}

const made = new WeakMap<Asking, Questionnaire>()
const madeWhole = new WeakMap<Asking, Questionnaire>()

/** The questions a city asks, in order. */
export function questionnaireOf(city: Asking): Questionnaire {
  const known = made.get(city)
  if (known) return known
  const asked = [
    ...QUESTIONS.filter(({ id }) => !city.leaveOut?.includes(id)),
    ...(city.questions ?? []).map(ownQuestion),
  ]
  const questionnaire = asked.map((question) => clearing(question, asked))
  made.set(city, questionnaire)
  return questionnaire
}

/**
 * Every question there may be an answer to: those of every city, those the city asked when the answers
 * were given, as they were then, and those it asks now. One that has not changed since has its words.
 */
export function wholeQuestionnaire(city: Asking, kept: readonly KeptQuestion[]): Questionnaire {
  const known = kept.length === 0 ? madeWhole.get(city) : undefined
  if (known) return known
  const now = (city.questions ?? []).map(ownQuestion)
  const then = kept.map((one) => {
    const same = questionIn(now, one.id)
    return same && isSame(keptOf(same), one) ? same : ownQuestion(asAsked(one))
  })
  const whole = [...QUESTIONS, ...then, ...now.filter(({ id }) => !questionIn(then, id))]
  // Mostly nothing was kept: a saved tap makes it no second time.
  if (kept.length === 0) madeWhole.set(city, whole)
  return whole
}

const isSame = (a: KeptQuestion | undefined, b: KeptQuestion) =>
  JSON.stringify(a) === JSON.stringify(b)

/** The question with an id; an id from outside may be of a question that is not asked any more. */
export function questionIn(questionnaire: Questionnaire, id: string): Question | undefined {
  return questionnaire.find((question) => question.id === id)
}

/** Whether a question is asked of somebody with these answers. */
export function applies({ when }: Pick<Question, 'when'>, answers: AnswersById): boolean {
  return when.every((condition) => isMet(condition, answers))
}

/** The questions of one level that apply to these answers, in order. */
export function asked(
  questionnaire: Questionnaire,
  level: Question['level'],
  answers: AnswersById,
): Questionnaire {
  return questionnaire.filter((q) => q.level === level && applies(q, answers))
}

/** The question whose answer leads to this one. */
export function openedBy(questionnaire: Questionnaire, { when }: Question): Question | undefined {
  const [first] = when
  return first && questionIn(questionnaire, first.question)
}

/** The options with a name of their own; those of districts, parts and languages come from elsewhere. */
export function listOf({ options }: Pick<Question, 'options'>): readonly Option[] {
  return 'list' in options ? options.list : []
}

/** What to keep with the answer to a question: nothing for one that every city has. */
export function keptOf(question: Question): KeptQuestion | undefined {
  if (question.record !== 'city-questions') return undefined
  const options = listOf(question).map(({ code, term }) => ({ code, term }))
  return { id: question.id, kind: question.kind, term: question.term.de, options }
}

/** Answers apart: codes, which stay in the open, and what is sealed, to which all that is not known belongs. */
export function apart(questionnaire: Questionnaire, answers: AnswersById) {
  const open: Record<string, AnswersById[string]> = {}
  const sealed: Record<string, AnswersById[string]> = {}
  for (const [id, answer] of Object.entries(answers)) {
    const isOpen = questionIn(questionnaire, id)?.sealed === false
    ;(isOpen ? open : sealed)[id] = answer
  }
  return { open, sealed }
}

function isMet({ question, is }: Condition, answers: AnswersById): boolean {
  const answer = answers[question]
  const codes = Array.isArray(answer) ? answer : [answer]
  return codes.some((code) => typeof code === 'string' && is.includes(code))
}

/** An answer to a city's own question goes once its condition is no longer met. */
function clearing(question: Question, all: Questionnaire): Question {
  const own = all.flatMap(({ id, when, record }) =>
    record === 'city-questions'
      ? when
          .filter((condition) => condition.question === question.id)
          .map(({ is }) => ({ question: id, unless: is }))
      : [],
  )
  return own.length === 0 ? question : { ...question, clears: [...question.clears, ...own] }
}

const MOST_CHARACTERS = 300

function ownQuestion(own: OwnQuestion): Question {
  const isText = own.kind === 'text'
  const most = own.most ?? (isText ? MOST_CHARACTERS : 1)
  return {
    ...USUAL,
    id: own.id,
    kind: isText ? 'text' : most > 1 ? 'many' : 'one',
    level: 'B',
    when: own.when ?? [],
    options: isText
      ? { from: 'nowhere' }
      : { from: 'list', list: (own.options ?? []).map(ownOption) },
    max: isText || most > 1 ? most : null,
    words: { name: own.name, title: own.title, hint: own.hint ?? null },
    icon: own.icon ?? null,
    hint: own.hint ? 'always' : 'never',
    typed: isText ? 'lines' : 'not',
    sealed: isText,
    kept: false,
    term: { de: german(own.name), en: german(own.name) },
    record: 'city-questions',
    page: isText ? 'quote' : 'facts',
    csv: { at: 'end' },
    lists: [],
    counted: null,
  }
}

function ownOption({ id, words, icon }: NonNullable<OwnQuestion['options']>[number]): Option {
  return { code: id, term: german(words), icon: icon ?? null, words }
}

/** A question as it was asked then, of which only the German is left. */
function asAsked({ id, kind, term, options }: KeptQuestion): OwnQuestion {
  const words = { de: term }
  const asked = options.map((option) => ({ id: option.code, words: { de: option.term } }))
  return {
    id,
    kind: kind === 'text' ? 'text' : 'choice',
    name: words,
    title: words,
    options: asked,
    ...(kind === 'many' ? { most: Math.max(2, asked.length) } : {}),
  }
}

const german = (words: Readonly<Record<string, string>>): string => words['de'] ?? ''
