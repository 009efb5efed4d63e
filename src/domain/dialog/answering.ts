// Answers to questions: by button or typed, chosen, changed, finished or skipped.

import { cleanText, lengthOf, readPhone } from '../people/typed-text.ts'
import {
  type Answer,
  asked,
  type Question,
  type QuestionId,
  question,
} from '../questionnaire/questions.ts'
import { askedParts, route } from '../questionnaire/routing.ts'
import { reply } from './replying.ts'
import { intend, moved, stale } from './step.ts'
import { type Facts, go, onward, type Place, type Step, type Talk } from './talk.ts'
import { say } from './text.ts'

/** A button of a question was pressed. */
export function answer(talk: Talk, id: QuestionId, option: string, facts: Facts): Step {
  if (!isAsked(talk, id)) return stale(talk)
  const q = question(id)
  if (!isOption(q, option, facts)) return stale(talk)
  if (q.kind === 'many') return choose(talk, q, option)
  if (id === 'part') return partChosen(talk, option, facts)
  return recorded(talk, id, option)
}

/** "Continue" under a question with several choices. */
export function finish(talk: Talk, id: QuestionId): Step {
  if (!isAsked(talk, id)) return stale(talk)
  const chosen = talk.answers[id]
  if (chosen === undefined || (Array.isArray(chosen) && chosen.length === 0)) {
    return question(id).level === 'B'
      ? recorded(talk, id, null)
      : moved(talk, say('notice.choose-one'))
  }
  return goOn(talk, id)
}

/** Skips an optional question; an earlier answer to it stays. */
export function skip(talk: Talk, id: QuestionId): Step {
  if (!isAsked(talk, id) || question(id).level !== 'B') return stale(talk)
  return recorded(talk, id, talk.answers[id] ?? null)
}

/**
 * Typed text: an answer where a question asks for one, else an answer to what staff wrote, and
 * otherwise a kind hint to the buttons.
 */
export function typed(talk: Talk, text: string, facts: Facts): Step {
  const { place } = talk
  if (place.at === 'phone') return phoneTyped(talk, text)
  if (place.at === 'question' && place.id === 'district') {
    return postalCodeTyped(talk, text, facts)
  }
  const q = place.at === 'question' ? question(place.id) : undefined
  if (q?.kind !== 'text') {
    if (facts.written) return reply(talk, text, facts.written)
    return moved(talk, say('notice.use-buttons'))
  }
  if (!isAsked(talk, q.id)) return stale(talk)
  const clean = cleanText(text, q.id === 'note')
  if (clean === '') return moved(talk, say('notice.use-buttons'))
  const most = q.max ?? 300
  if (lengthOf(clean) > most) return moved(talk, say('notice.too-long', { most: String(most) }))
  return recorded(talk, q.id, clean)
}

// What is said of one's own accord is taken only as long as it was agreed to.
function isAsked({ place, agreed }: Talk, id: QuestionId): boolean {
  const isHere = place.at === 'question' && place.id === id
  return isHere && (question(id).level === 'A' || agreed.details)
}

function isOption(q: Question, option: string, facts: Facts): boolean {
  if (q.id === 'district') {
    return (
      option === 'unsaid' ||
      option === 'outside' ||
      facts.profile.districts.some((d) => d.id === option)
    )
  }
  if (q.id === 'part') return askedParts(facts.profile).some((part) => part.id === option)
  if (q.id === 'spoken') return facts.spoken.includes(option)
  return q.options.includes(option)
}

function choose(talk: Talk, q: Question, option: string): Step {
  const before = talk.answers[q.id]
  const chosen = Array.isArray(before) ? before : []
  if (chosen.includes(option)) {
    return moved(
      withAnswer(
        talk,
        q.id,
        chosen.filter((other) => other !== option),
      ),
    )
  }
  if (chosen.length >= (q.max ?? q.options.length)) {
    return moved(talk, say('notice.enough-chosen', { most: String(q.max) }))
  }
  const next = withAnswer(talk, q.id, [...chosen, option])
  // One topic is enough to go on, so the shortest path costs one tap; more can be added afterwards.
  return q.level === 'A' ? moved(go(next, placeAfter(next, q.id))) : moved(next)
}

function recorded(talk: Talk, id: QuestionId, value: Answer): Step {
  let next = withAnswer(talk, id, value)
  if (id === 'urgent' && value !== 'yes') next = withoutAnswer(next, 'reason')
  if (id === 'district') next = withoutAnswer(next, 'part')
  if (id === 'urgent' && value === 'danger') return moved(go(next, { at: 'danger' }))
  return goOn(next, id)
}

/** To what follows a question; after the last optional one, with thanks for what was told. */
function goOn(talk: Talk, id: QuestionId): Step {
  const place = placeAfter(talk, id)
  const isEnd = question(id).level === 'B' && place.at === 'appointment'
  const told = asked('B', talk.answers).some((q) => (talk.answers[q.id]?.length ?? 0) > 0)
  return moved(go(talk, place), isEnd && told ? say('notice.details-done') : undefined)
}

function partChosen(talk: Talk, option: string, facts: Facts): Step {
  const part = askedParts(facts.profile).find((candidate) => candidate.id === option)
  if (!part) return stale(talk)
  const next = withAnswer(withAnswer(talk, 'part', option), 'district', part.district)
  return moved(go(next, placeAfter(next, 'part')))
}

function postalCodeTyped(talk: Talk, text: string, facts: Facts): Step {
  const routed = route(facts.profile, { postalCode: text })
  switch (routed.kind) {
    case 'centre':
      return recorded(talk, 'district', routed.district ?? 'unsaid')
    case 'ask': {
      const next = withAnswer(talk, 'district', 'unclear')
      return moved(go(next, { at: 'question', id: 'part', code: routed.postalCode }))
    }
    case 'outside':
      return moved(talk, say('notice.outside', { city: facts.profile.city }))
    case 'po-box':
      return moved(talk, say('notice.po-box'))
    case 'district':
      return moved(talk, say('notice.choose-district'))
    case 'unreadable':
      return moved(talk, say('notice.no-postal-code'))
  }
}

function phoneTyped(talk: Talk, text: string): Step {
  const phone = readPhone(text)
  if (!phone) return moved(talk, say('notice.no-phone'))
  return intend(go({ ...talk, phone, callBack: 'phone' }, { at: 'sent' }), { do: 'submit' })
}

/** Where the talk goes after a question: the next open one, or the next optional one. */
function placeAfter(talk: Talk, id: QuestionId): Place {
  return talk.done && talk.agreed.details ? nextDetail(talk, id) : onward(talk)
}

/** The optional questions one after the other, first what an urgent request left out. */
export function nextDetail(talk: Talk, after?: QuestionId): Place {
  const left = asked('A', talk.answers).find(
    (q) => (q.id === 'topics' || q.id === 'spoken') && talk.answers[q.id] === undefined,
  )
  if (left) return { at: 'question', id: left.id }
  const optional = asked('B', talk.answers)
  const next = optional[optional.findIndex((q) => q.id === after) + 1]
  return next ? { at: 'question', id: next.id } : { at: 'appointment' }
}

function withAnswer(talk: Talk, id: QuestionId, value: Answer): Talk {
  return { ...talk, answers: { ...talk.answers, [id]: value } }
}

function withoutAnswer(talk: Talk, id: QuestionId): Talk {
  const { [id]: _, ...answers } = talk.answers
  return { ...talk, answers }
}
