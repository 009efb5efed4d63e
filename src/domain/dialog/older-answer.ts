// A button of a question that is asked no more.

import { questionIn, questionnaireOf } from '../questionnaire/questionnaire.ts'
import { choicesOf } from '../questionnaire/wording.ts'
import { moved, type Step, stale } from './step.ts'
import { type Facts, go, type Talk } from './talk.ts'

/** What leads to numbers for danger does so however old it is, and changes no answer; any other is an older button. */
export function olderAnswer(talk: Talk, id: string, option: string, facts: Facts): Step {
  const q = questionIn(questionnaireOf(facts.profile), id)
  const choices = q ? choicesOf(q, facts, talk.language) : []
  const page = choices.find((one) => one.option.code === option)?.option.leadsTo
  return page ? moved(go(talk, { at: 'page', page })) : stale(talk)
}
