// A language in a person's own words, held against those that have a button.

import { applies, questionIn, questionnaireOf } from '../questionnaire/questionnaire.ts'
import type { Question } from '../questionnaire/questions.ts'
import type { Meant } from './meant.ts'
import type { Answering } from './screen.ts'
import type { Step } from './step.ts'
import type { Facts, Place, Talk } from './talk.ts'
import { say } from './text.ts'

type City = Pick<Facts, 'profile'>

/** The question the talk is at, where what is typed there is the name of a language. */
export function asksForLanguage({ place }: Talk, { profile }: City): Question | undefined {
  if (place.at !== 'question') return undefined
  const q = questionIn(questionnaireOf(profile), place.id)
  return q?.typed === 'language' ? q : undefined
}

/** A step that kept a typed language, with the languages it may be called by: they are asked about. */
export function wonderingWhich(step: Step, meant: Meant<Answering> | undefined): Step {
  const near = meant && 'near' in meant ? meant.near.filter(({ tap }) => tap.do === 'answer') : []
  if (near.length === 0) return step
  const asks = near.length > 1 ? 'notice.which-language' : 'notice.did-you-mean'
  return { ...step, notice: say(asks), near }
}

/**
 * The talk back at the question `id`, where a language is pressed in the place of the words for it: while
 * they are asked for, or were just kept. What was come through for them is left out of the way back.
 */
export function unwritten(talk: Talk, id: string, { profile }: City): Talk | undefined {
  const { place, answers } = talk
  const text = questionnaireOf(profile).find(
    (q) => q.kind === 'text' && q.typed === 'language' && q.when.some((one) => one.question === id),
  )
  if (!text || !applies(text, answers)) return undefined
  if (!isAt(place, text.id) && typeof answers[text.id] !== 'string') return undefined
  const way = place.at === 'check' ? [...talk.trail, place] : talk.trail
  const trail = way.filter((one) => !isAt(one, id) && !isAt(one, text.id))
  return { ...talk, place: { at: 'question', id }, trail }
}

const isAt = (place: Place, id: string): boolean => place.at === 'question' && place.id === id
