// A talk that has only begun: where it leads first.

import { TOPICS } from '../questionnaire/first-questions.ts'
import { fromDanger } from './danger.ts'
import { moved, type Step } from './step.ts'
import type { Facts, Talk } from './talk.ts'
import type { Tap } from './tap.ts'
import { say } from './text.ts'

/** Where a talk begins: at the first question, or at the soonest time for who comes from danger. */
export function begun(
  fresh: Talk,
  { danger, reads, topic }: Extract<Tap, { do: 'agree' }>,
  facts: Facts,
): Step {
  const isTopic = topic !== undefined && TOPICS.includes(topic)
  const answers = {
    ...(reads ? { needs: ['cannot-read'] } : {}),
    ...(isTopic ? { topics: [topic] } : {}),
  }
  const talk: Talk = { ...fresh, answers, ...(isTopic ? { broughtTopic: true } : {}) }
  if (!danger) {
    const isUnread = facts.unreviewed.includes(talk.language)
    return isUnread ? moved(talk, say('lobby.language.unreviewed')) : moved(talk)
  }
  const said = danger === 'pressed' ? {} : { heard: danger }
  return fromDanger(talk, { do: 'danger', next: 'times', ...said }, facts)
}

/** Whether nothing was answered yet, and nowhere else was gone to. */
export function isNew(talk: Talk): boolean {
  return Object.keys(talk.answers).length === 0 && talk.trail.length === 0
}
