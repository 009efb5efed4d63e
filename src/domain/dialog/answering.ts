// Answers to questions: by button or typed, chosen, changed, finished or skipped.

import { readPhone } from '../people/phone.ts'
import { topics } from '../questionnaire/first-questions.ts'
import { asked, keptOf, questionIn, questionnaireOf } from '../questionnaire/questionnaire.ts'
import { type Answer, codesOf, type Question } from '../questionnaire/questions.ts'
import { decidingPart } from '../questionnaire/routing.ts'
import { isMinorAlone } from '../questionnaire/triage.ts'
import { adviceOn, type Choice, choicesOf } from '../questionnaire/wording.ts'
import { asksBeside } from './barrier.ts'
import { goAfter } from './checked.ts'
import { unwritten } from './named-language.ts'
import { olderAnswer } from './older-answer.ts'
import { labelled } from './party.ts'
import { intend, moved, type Step, stale } from './step.ts'
import { suited } from './suiting.ts'
import { arrive, type Facts, go, onward, type Place, type Talk } from './talk.ts'
import { say } from './text.ts'
import { type NoAnswer, readTyped } from './typed-answers.ts'

/** A button of a question was pressed. */
export function answer(here: Talk, id: string, option: string, facts: Facts): Step {
  const talk = askedAt(here, id, facts) ? here : (unwritten(here, id, facts) ?? here)
  const q = askedAt(talk, id, facts)
  if (!q) return olderAnswer(talk, id, option, facts)
  const choice = choicesOf(q, facts, talk.language).find((one) => one.option.code === option)
  if (!choice) return partAnswered(talk, q, option, facts) ?? stale(talk)
  return q.kind === 'many' ? choose(talk, q, option, facts) : chosen(talk, q, choice, facts)
}

/** "Continue" under a question with several choices. */
export function finish(talk: Talk, id: string, facts: Facts): Step {
  const q = askedAt(talk, id, facts)
  if (!q) return stale(talk)
  const given = talk.answers[id]
  if (given === undefined || (Array.isArray(given) && given.length === 0)) {
    return isSkippable(q, talk)
      ? recorded(talk, q, null, facts)
      : moved(talk, say('notice.choose-one'))
  }
  return goOn(talk, q, facts)
}

/** Skips an optional question; an earlier answer to it stays. */
export function skip(talk: Talk, id: string, facts: Facts): Step {
  const q = askedAt(talk, id, facts)
  if (!q || !isSkippable(q, talk)) return stale(talk)
  return recorded(talk, q, talk.answers[id] ?? null, facts)
}

/**
 * Typed text: an answer where a question asks for one; otherwise the hint that is given where it names
 * no button and is not for staff either.
 */
export function answerTyped(talk: Talk, text: string, facts: Facts): Step | NoAnswer {
  const { place } = talk
  if (place.at === 'phone') return phoneGiven(talk, text) ?? { notice: say('notice.no-phone') }
  if (place.at === 'label') return labelled(talk, text, facts)
  const here = place.at === 'question' ? place.id : ''
  const q = questionIn(questionnaireOf(facts.profile), here)
  if (!q || q.typed === 'not') return { notice: say('notice.use-buttons') }
  if (!askedAt(talk, here, facts)) return stale(talk)
  const read = readTyped(q, text, facts)
  if ('notice' in read) return read
  if (!read.then) return recorded(talk, q, read.answer, facts)
  return moved(go(withAnswer(talk, q, read.answer, facts), read.then))
}

/** Whether what is typed now is asked for in a person's own words, or answers what staff wrote. */
export function asksForText(talk: Talk, facts: Facts): boolean {
  const isAnswer = talk.place.at !== 'phone' && asksForOwnWords(talk, facts)
  return isAnswer || (!isTyped(talk, facts) && isForStaff(talk, facts))
}

/** Whether the place asks for words or a number of the person's own. */
export function asksForOwnWords({ place }: Talk, { profile }: Pick<Facts, 'profile'>): boolean {
  if (place.at !== 'question') return asksBeside(place)
  return questionIn(questionnaireOf(profile), place.id)?.kind === 'text'
}

function isTyped({ place }: Talk, { profile }: Pick<Facts, 'profile'>): boolean {
  const q = place.at === 'question' ? questionIn(questionnaireOf(profile), place.id) : undefined
  return q !== undefined && q.typed !== 'not'
}

/**
 * Whether what is typed now, and is no button's name, answers what staff wrote: where nothing else is
 * asked for, and never at a question to another person than they wrote to.
 */
export function isForStaff({ place }: Talk, { profile, written, party }: Facts): boolean {
  if (!written || asksBeside(place)) return false
  if (place.at !== 'question') return true
  const q = questionIn(questionnaireOf(profile), place.id)
  const to = party.find(({ id }) => id === written.person)
  return (!q || q.typed === 'not') && (!to || to.isMeant)
}

/** The question that is asked here. What is said of one's own accord is taken only as long as it was agreed to. */
export function askedAt({ place, agreed }: Talk, id: string, facts: Facts): Question | undefined {
  if (place.at !== 'question' || place.id !== id) return undefined
  const q = questionIn(questionnaireOf(facts.profile), id)
  return q?.level === 'A' || agreed.details ? q : undefined
}

function choose(talk: Talk, q: Question, option: string, facts: Facts): Step {
  const before = talk.answers[q.id]
  // What a link brought is no choice of theirs: the first one takes its place.
  const given = Array.isArray(before) && !isBrought(talk, q, option) ? before : []
  if (given.includes(option)) {
    const fewer = given.filter((other) => other !== option)
    return moved(withAnswer(talk, q, fewer, facts))
  }
  if (q.max !== null && given.length >= q.max) {
    return moved(talk, say('notice.enough-chosen', { most: String(q.max) }))
  }
  const next = withAnswer(talk, q, [...given, option], facts)
  // One topic is enough to go on, so the shortest path costs one tap; more can be added afterwards.
  return q.level === 'A' ? moved(goAfter(next, q, placeAfter(next, q, facts))) : moved(next)
}

const isBrought = ({ broughtTopic, answers }: Talk, q: Question, option: string): boolean =>
  broughtTopic === true && q.id === topics.id && !codesOf(answers, q.id).includes(option)

function chosen(
  talk: Talk,
  q: Question,
  { option, also = {} }: Pick<Choice, 'option' | 'also'>,
  facts: Facts,
): Step {
  const step = { ...talk, answers: { ...talk.answers, ...also } }
  if (option.leadsTo) {
    return moved(go(withAnswer(step, q, option.code, facts), { at: 'page', page: option.leadsTo }))
  }
  const next = recorded(step, q, option.code, facts)
  const advice = adviceOn(q, option)
  return advice && !next.notice ? { ...next, notice: advice } : next
}

/** A part given as the answer to where a person lives, as if it had been asked for. */
function partAnswered(talk: Talk, q: Question, option: string, facts: Facts): Step | undefined {
  const { profile } = facts
  const parts = questionnaireOf(profile).find(({ options }) => options.from === 'parts')
  const part = q.options.from === 'districts' ? decidingPart(profile, option) : undefined
  if (!part || !parts) return undefined
  const { district, name } = part
  const choice = { option: { code: option, term: name, icon: null }, also: { district } }
  return chosen(withAnswer(talk, q, 'unclear', facts), parts, choice, facts)
}

/** The talk with the answer to a question, gone on from it. */
export function recorded(talk: Talk, q: Question, value: Answer, facts: Facts): Step {
  const step = suited(goOn(withAnswer(talk, q, value, facts), q, facts), q.id, facts)
  const isNews = isMinorAlone(step.talk.answers) && !isMinorAlone(talk.answers)
  if (!isNews) return step
  const { place, trail } = talk
  return { ...step, talk: go({ ...step.talk, place, trail }, { at: 'page', page: 'minor' }) }
}

/** What comes next; from the page for a child who is alone, what follows the question that led there. */
export function further(talk: Talk, facts: Facts): Place {
  const { place, trail } = talk
  const from = trail.at(-1)
  const led = place.at === 'page' && place.page === 'minor' && from?.at === 'question'
  const q = led ? questionIn(questionnaireOf(facts.profile), from.id) : undefined
  return q ? placeAfter(talk, q, facts) : onward(talk, facts)
}

/** To what follows a question; after the last optional one, with thanks for what was told. */
function goOn(talk: Talk, q: Question, facts: Facts): Step {
  const after = goAfter(talk, q, placeAfter(talk, q, facts))
  const { place } = after
  const isEnd = q.level === 'B' && place.at === 'appointment'
  const optional = asked(questionnaireOf(facts.profile), 'B', talk.answers)
  const told = optional.some(({ id }) => (talk.answers[id]?.length ?? 0) > 0)
  return moved(after, isEnd && told ? say('notice.details-done') : undefined)
}

/** A telephone number for the call-back; `undefined` where it is none. */
export function phoneGiven(talk: Talk, text: string): Step | undefined {
  const phone = readPhone(text)
  if (!phone) return undefined
  const { place } = talk
  if (place.at === 'phone' && place.needed) {
    return moved(
      arrive({ ...talk, phone }, { at: 'page', page: 'ways' }),
      say('ways.notice.number-kept'),
    )
  }
  return intend(go({ ...talk, phone, callBack: 'phone' }, { at: 'sent' }), { do: 'submit' })
}

/** Where the talk goes after a question: the next open one, or the next optional one. */
function placeAfter(talk: Talk, q: Question, facts: Facts): Place {
  if (!talk.done) return onward(talk, facts)
  const left = leftOut(talk, facts)
  if (left) return left
  return q.level === 'B' ? nextDetail(talk, facts, q.id) : { at: 'appointment' }
}

/** What an urgent request left out, once its time is safe. */
export function leftOut({ answers, done }: Talk, facts: Facts): Place | undefined {
  if (!done) return undefined
  const first = asked(questionnaireOf(facts.profile), 'A', answers)
  const left = first.find(({ id }) => answers[id] === undefined)
  return left && { at: 'question', id: left.id }
}

/**
 * Optional questions always, and what would have to be written; those of everybody only where the time
 * is safe already.
 */
export function isSkippable({ level, kind }: Question, { done }: Talk): boolean {
  return level === 'B' || (level === 'A' && (kind === 'text' || done === true))
}

/** The optional questions one after the other, first what an urgent request left out. */
export function nextDetail(talk: Talk, facts: Facts, after?: string): Place {
  const left = leftOut(talk, facts)
  if (left) return left
  const questionnaire = questionnaireOf(facts.profile)
  const optional = asked(questionnaire, 'B', talk.answers)
  const next = optional[optional.findIndex(({ id }) => id === after) + 1]
  return next ? { at: 'question', id: next.id } : { at: 'appointment' }
}

/** The talk with an answer, without those that it clears. */
function withAnswer(talk: Talk, q: Question, value: Answer, facts: Facts): Talk {
  const { broughtTopic, ...seen } = talk
  const isStill = broughtTopic && q.id !== topics.id
  const answers = { ...talk.answers, [q.id]: value }
  const given: Talk = { ...seen, ...(isStill ? { broughtTopic } : {}), answers }
  const codes = Array.isArray(value) ? value : [value]
  const stays = (unless: readonly string[]) =>
    codes.some((code) => code !== null && unless.includes(code))
  const gone = q.clears.filter(({ unless }) => !stays(unless))
  const next = gone.reduce((left, { question }) => withoutAnswer(left, question, facts), given)
  const kept = keptOf(q)
  if (!kept) return next
  const others = (next.cityQuestions ?? []).filter(({ id }) => id !== q.id)
  return { ...next, cityQuestions: [...others, kept] }
}

function withoutAnswer(talk: Talk, gone: string, facts: Facts): Talk {
  const { [gone]: answer, ...answers } = talk.answers
  if (answer === undefined) return talk
  const clears = questionIn(questionnaireOf(facts.profile), gone)?.clears ?? []
  const others: Talk = { ...talk, answers }
  return clears.reduce((left, { question }) => withoutAnswer(left, question, facts), others)
}
