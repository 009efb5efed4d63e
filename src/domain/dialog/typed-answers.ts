// What is typed at a question as an answer to it: each entry of the questionnaire names how it is read.

import { cleanText, lengthOf } from '../people/typed-text.ts'
import { questionnaireOf } from '../questionnaire/questionnaire.ts'
import type { Answer, Question } from '../questionnaire/questions.ts'
import { route } from '../questionnaire/routing.ts'
import type { Facts, Place } from './talk.ts'
import { say, type Text } from './text.ts'

/** Why a text is no answer, and where what the reason speaks of can be pressed. */
export type NoAnswer = { notice: Text; seenAt?: Place }

/** An answer, with where it leads if not to the next question; or why it is none. */
export type Typed = { answer: Answer; then?: Place } | NoAnswer

type Reading = (q: Question, text: string, facts: Facts) => Typed

const READINGS: Record<Question['typed'], Reading> = {
  not: () => ({ notice: say('notice.use-buttons') }),
  line: (q, text) => words(q, cleanText(text)),
  lines: (q, text) => words(q, cleanText(text, true)),
  'postal-code': home,
  language,
}

/** Reads what was typed at a question. */
export function readTyped(q: Question, text: string, facts: Facts): Typed {
  return READINGS[q.typed](q, text, facts)
}

function words({ max }: Question, clean: string): Typed {
  if (clean === '') return { notice: say('notice.use-buttons') }
  if (max !== null && lengthOf(clean) > max) {
    return { notice: say('notice.too-long', { most: String(max) }) }
  }
  return { answer: clean }
}

/** A language that has no button: kept where it is asked for, and elsewhere shown the way there. */
function language(q: Question, text: string): Typed {
  if (q.kind === 'text') return words(q, cleanText(text))
  return { notice: say('notice.no-language') }
}

/** A postal code; where it is in several parts, they are asked. Names of places are buttons already. */
function home({ id }: Question, text: string, { profile }: Facts): Typed {
  // Whoever is sent to the districts sees them, whichever screenful they were on.
  const instead = (key: string, values?: Text['values']): NoAnswer => ({
    notice: say(key, values),
    seenAt: { at: 'question', id },
  })
  const routed = route(profile, { postalCode: text })
  switch (routed.kind) {
    case 'centre':
      return { answer: routed.district ?? 'unsaid' }
    case 'ask': {
      const parts = questionnaireOf(profile).find(({ options }) => options.from === 'parts')
      const then: Place = { at: 'question', id: parts?.id ?? '', code: routed.postalCode }
      return parts ? { answer: 'unclear', then } : { answer: 'unclear' }
    }
    case 'outside':
      return instead('notice.outside', { city: profile.city })
    case 'po-box':
      return instead('notice.po-box')
    case 'district':
      return instead('notice.choose-district')
    case 'unreadable':
      if (/\p{Nd}/u.test(text)) return instead('notice.no-postal-code')
      return { notice: say('notice.no-place'), seenAt: { at: 'question', id, option: 'unsure' } }
  }
}
