// The topic that a link brought: nobody was asked for it, so it is said and can be changed.

import { TOPICS, topics } from '../../questionnaire/first-questions.ts'
import { codesOf } from '../../questionnaire/questions.ts'
import { codeText } from '../../questionnaire/wording.ts'
import { type Button, button, type Line, line } from '../screen.ts'
import type { Talk } from '../talk.ts'

/** What it is about, where a link says so; nothing for a topic that is none. */
export function broughtLines(topic: string | undefined): Line[] {
  if (topic === undefined || !TOPICS.includes(topic)) return []
  return [line('booking.check.topic', { topic: codeText(topics, topic) })]
}

/** The same before the booking, not before a move, as long as the person has not chosen themselves. */
export function checkedTopic({ broughtTopic, answers, done }: Talk): {
  lines: Line[]
  buttons: Button[]
} {
  if (!broughtTopic || done) return { lines: [], buttons: [] }
  const change = button('booking.check.button.other-topic', { do: 'more', question: topics.id })
  return { lines: broughtLines(codesOf(answers, topics.id)[0]), buttons: [change] }
}
