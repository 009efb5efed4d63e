// What a person says instead of typing it: kept for staff, who alone hear it.

import {
  type Claimed,
  type NotTaken,
  TO_BE_CALLED,
  TO_STAFF,
  tooMuch,
} from '../voice-message/voice-message.ts'
import { askedAt, asksForText, isForStaff, recorded } from './answering.ts'
import { MOST_REPLIES } from './replying.ts'
import { intend, moved, type Step } from './step.ts'
import { type Facts, go, type Talk } from './talk.ts'
import { say } from './text.ts'

/** What would be answered by voice where the talk is; `undefined` where nothing is. */
export function spokenTo(talk: Talk, facts: Facts): string | undefined {
  const { place } = talk
  if (place.at === 'phone') return place.needed ? undefined : TO_BE_CALLED
  const q = place.at === 'question' ? askedAt(talk, place.id, facts) : undefined
  if (q?.kind === 'text') return q.typed === 'lines' ? q.id : undefined
  return isForStaff(talk, facts) ? TO_STAFF : undefined
}

/**
 * A voice message, before anybody has fetched it; whoever staff wrote to is turned to first.
 * @param claimed what is told of it; absent for what cannot be fetched, such as a film
 */
export function voiceSent(talk: Talk, claimed: Claimed | undefined, facts: Facts): Step {
  const about = spokenTo(talk, facts)
  if (about === undefined || !claimed) {
    const isAsked = asksForText(talk, facts) || talk.place.at === 'phone'
    return moved(talk, say(isAsked ? 'notice.voice-write' : 'notice.voice'))
  }
  const not = tooMuch(claimed)
  if (not) return unsaid(talk, not)
  const { written, party } = facts
  if (about !== TO_STAFF || !written) return intend(talk, { do: 'keep-voice', about })
  if (written.replies >= MOST_REPLIES) return unsaid(talk, 'enough')
  const to = party.find(({ id }) => id === written.person)
  if (to && !to.isMeant) return intend(talk, { do: 'turn', person: to.id })
  return intend(talk, { do: 'keep-voice', about, request: written.request })
}

/** It is kept: on as after what is typed there. What was typed before stays. */
export function said(talk: Talk, about: string, facts: Facts): Step {
  if (about === TO_STAFF) return moved(go(talk, { at: 'page', page: 'replied' }))
  if (about === TO_BE_CALLED) return moved(go({ ...talk, callBack: 'phone' }, { at: 'sent' }))
  const q = askedAt(talk, about, facts)
  const kept = say('voice.kept')
  if (!q) return moved(talk, kept)
  return { ...recorded(talk, q, talk.answers[about] ?? null, facts), notice: kept }
}

/** It is not taken: why, and how to go on. */
export function unsaid(talk: Talk, not: NotTaken): Step {
  if (not !== 'enough') return moved(talk, say(`voice.${not}`))
  return moved(go(talk, { at: 'page', page: 'person' }), say('message.reply.enough'))
}
