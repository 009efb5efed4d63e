// Where a person can type on a page: what the place asks for in their own words, or beside its buttons.

import { questionIn, questionnaireOf } from '../questionnaire/questionnaire.ts'
import { asksForText } from './answering.ts'
import { tellsBarrier } from './barrier.ts'
import { spokenTo } from './speaking.ts'
import type { Facts, Talk } from './talk.ts'

/**
 * `beside`: what is typed is held against the buttons; else it is asked for. `speaks`: it can be said as well.
 */
export type Field = {
  as: 'line' | 'lines' | 'phone' | 'beside'
  speaks?: true
}

/** What can be typed where the talk is. A cry for help is heard in any of them. */
export function fieldAt(talk: Talk, facts: Facts): Field {
  const field = typedAt(talk, facts)
  return spokenTo(talk, facts) === undefined ? field : { ...field, speaks: true }
}

function typedAt(talk: Talk, facts: Facts): Field {
  const { place } = talk
  if (place.at === 'phone') return { as: 'phone' }
  if (place.at === 'label') return { as: 'line' }
  if (tellsBarrier(place)) return { as: 'lines' }
  if (place.at === 'question') {
    const q = questionIn(questionnaireOf(facts.profile), place.id)
    if (q?.kind === 'text') {
      return { as: q.typed === 'lines' ? 'lines' : 'line' }
    }
  }
  return asksForText(talk, facts) ? { as: 'lines' } : { as: 'beside' }
}
