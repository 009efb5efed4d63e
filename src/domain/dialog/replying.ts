// What a person types after staff have written to them: an answer, kept for staff.

import type { PartyMember } from '../people/party.ts'
import { cleanText, lengthOf } from '../people/typed-text.ts'
import { intend, moved, type Step } from './step.ts'
import { go, type Talk, type Written } from './talk.ts'
import { say } from './text.ts'

/** Said where an answer has turned the talk to whom staff wrote to. */
export const REPLY_TURNS = say('message.reply.for')

/** Most characters of one answer. */
export const LONGEST_REPLY = 1_000

/** Most answers to one message of staff; more is better said on the telephone. */
export const MOST_REPLIES = 10

/** How long after a message of staff what is typed counts as an answer, in milliseconds. */
export const REPLIES_FOR = 14 * 86_400_000

/**
 * Keeps the answer for staff; where that is not possible, says why and how to go on. Whoever staff wrote
 * to is turned to first, where another of the people behind the address speaks.
 */
export function reply(
  talk: Talk,
  text: string,
  written: Written,
  party: readonly PartyMember[],
): Step {
  const clean = cleanText(text, true)
  if (clean === '') return moved(talk, say('notice.use-buttons'))
  if (lengthOf(clean) > LONGEST_REPLY) {
    return moved(talk, say('notice.too-long', { most: String(LONGEST_REPLY) }))
  }
  if (written.replies >= MOST_REPLIES) {
    return moved(go(talk, { at: 'page', page: 'person' }), say('message.reply.enough'))
  }
  const to = party.find(({ id }) => id === written.person)
  if (to && !to.isMeant) return intend(talk, { do: 'turn', person: to.id })
  const told = go(talk, { at: 'page', page: 'replied' })
  return intend(told, { do: 'reply', request: written.request, text: clean })
}
