// The whole talk as one pure reducer: what the person does → where they are and what must be done.

import { mayAskAgain } from '../appointment/booking.ts'
import type { Heard } from '../danger/heard.ts'
import { EVERYBODY } from '../people/party.ts'
import { answer, finish, further, skip } from './answering.ts'
import { begun, isNew } from './beginning.ts'
import {
  book,
  cancel,
  changeReminders,
  type Outcome,
  openAppointment,
  pickTime,
  settle,
} from './booking.ts'
import { type Commanded, commanded, toAppointment } from './commanded.ts'
import { cried, fromDanger, notMeant, safely } from './danger.ts'
import { hearing } from './listening.ts'
import { open } from './opening.ts'
import { changeParty } from './party.ts'
import { answerReminder } from './reminding.ts'
import { newPin } from './returning.ts'
import { contactShared, locationShared, type Shared } from './shared.ts'
import { voiceSent } from './speaking.ts'
import { intend, moved, type Step, stale } from './step.ts'
import {
  beginAgain,
  type Facts,
  go,
  goBack,
  onward,
  placeBefore,
  present,
  type Talk,
} from './talk.ts'
import { emptiesChat, type Tap } from './tap.ts'
import { say } from './text.ts'
import { type Tied, tied, tieTo } from './tied.ts'
import { type Typed, textTyped } from './typed.ts'
import type { Unread } from './unreadable.ts'
import { changeWish } from './waiting.ts'

export type Input =
  | { kind: 'tap'; tap: Tap }
  | Typed
  | Commanded
  | Unread
  | Shared
  /** The word of a link that ties the person to this address; and what came of it. */
  | { kind: 'tie'; word: string }
  | Tied
  | { kind: 'unknown-button' }
  | { kind: 'outcome'; outcome: Outcome }

/** What an input says of danger, where it has words of the person's own. */
export const heardOf = (input: Input): Heard | undefined =>
  input.kind === 'text' || input.kind === 'unreadable' || input.kind === 'command'
    ? input.heard
    : undefined

/** One step of the talk. Never throws for any input; an input that does not fit shows the screen again. */
export function reduce(before: Talk, input: Input, facts: Facts): Step {
  const talk = present(before, facts)
  switch (input.kind) {
    case 'tap':
      return tapped(talk, input.tap, facts)
    case 'text':
      return textTyped(talk, input, facts, (tap) => tapped(talk, tap, facts))
    case 'command':
      return commanded(talk, input, facts)
    case 'unreadable':
      if (input.heard) return cried(talk, input.heard.kinds)
      if (input.what === 'voice') return voiceSent(talk, input.voice, facts)
      return moved(talk, say(`notice.${input.what}`))
    case 'contact':
      return contactShared(talk, input)
    case 'location':
      return locationShared(talk, input, facts)
    case 'unknown-button':
      return stale(talk)
    case 'tie':
      // Taken before the talk is looked at: it decides whose it is.
      return moved(talk)
    case 'tied':
      return tied(talk, input, facts)
    case 'outcome':
      return settle(talk, input.outcome, facts)
  }
}

function askAgain(talk: Talk, facts: Facts): Step {
  const refused = mayAskAgain(facts.requests ?? 0)
  if (refused) return moved(go(talk, { at: 'appointment' }), say(`refusal.${refused}`))
  return { talk: beginAgain(talk, facts), intents: [{ do: 'new-request' }] }
}

function tapped(talk: Talk, tap: Tap, facts: Facts): Step {
  switch (tap.do) {
    case 'answer':
      return answer(talk, tap.question, tap.option, facts)
    case 'done':
      return finish(talk, tap.question, facts)
    case 'skip':
      return skip(talk, tap.question, facts)
    case 'back':
      return placeBefore(talk, facts) ? moved(goBack(talk, facts)) : stale(talk)
    case 'here':
      return tap.cry ? notMeant(talk, facts) : moved(talk)
    case 'hear':
      return moved(talk)
    case 'danger':
      return fromDanger(talk, tap, facts)
    case 'reach':
      return moved(go(talk, { at: 'safe' }))
    case 'safe':
      return safely(talk, tap)
    case 'on':
      return moved(go(talk, further(talk, facts)))
    case 'language':
      return languageChosen(talk, tap.language, facts)
    case 'languages':
      return moved(go(talk, { at: 'languages' }))
    case 'voices':
      return moved(go(talk, { at: 'voices' }))
    case 'voice':
      return moved(hearing(talk, tap.voice, facts))
    case 'open':
    case 'more':
    case 'others':
    case 'times':
    case 'later':
    case 'ways':
    case 'only':
    case 'days':
    case 'centres':
    case 'centre':
    case 'day':
    case 'details':
    case 'details-yes':
    case 'call-back':
    case 'number':
      return open(talk, tap, facts)
    case 'tie':
      return tieTo(talk, tap.to, facts)
    case 'time':
      return pickTime(talk, tap, facts)
    case 'book':
      return book(talk, tap, facts)
    case 'appointment':
      return moved(toAppointment(talk, facts))
    case 'move':
    case 'cancel':
    case 'cancel-yes':
      return cancel(talk, tap, facts)
    case 'wait':
    case 'wish':
    case 'wish-on':
    case 'wait-still':
    case 'waiting':
    case 'stop-waiting':
      return changeWish(talk, tap, facts)
    case 'take':
      return intend(talk, { do: 'take', offer: tap.booking })
    case 'decline':
      return intend(talk, { do: 'decline', offer: tap.booking })
    case 'remind':
    case 'withdraw':
      return changeReminders(talk, tap, facts)
    case 'coming':
    case 'late':
      return answerReminder(talk, tap, facts)
    case 'delete-yes':
      // Pressed before somebody else came: now it has to be asked whom.
      if (facts.party.length > 1) return moved(go(talk, { at: 'page', page: 'delete' }))
      return intend(talk, { do: 'erase', whom: EVERYBODY })
    case 'people':
    case 'another':
    case 'bring':
    case 'vouch':
    case 'for':
    case 'erase':
    case 'erase-yes':
      return changeParty(talk, tap, facts)
    case 'export':
      return intend(talk, { do: 'export' })
    case 'hide':
      return moved(go(talk, { at: 'page', page: 'hidden' }))
    case 'new-pin':
      return newPin(talk, facts)
    case 'again':
      // Only once the last appointment is over or cancelled: one open appointment a person.
      if (openAppointment(facts)) return moved(go(talk, { at: 'appointment' }))
      return talk.ref ? askAgain(talk, facts) : moved(go(talk, onward(talk, facts)))
    case 'refer': {
      const { referral, answer } = tap
      const at = go(talk, { at: 'page', page: 'referral' })
      const step = intend(at, { do: 'answer-referral', referral, answer })
      return { ...step, notice: say(`referral.noted.${answer}`) }
    }
    case 'agree':
      return isNew(talk) ? begun(talk, tap, facts) : stale(talk)
    case 'lobby':
      if (emptiesChat(tap)) return moved(go(talk, { at: 'page', page: 'hidden' }))
      // Buttons from before the consent: the talk has long begun, so they show where it is.
      return stale(talk)
  }
}

function languageChosen(talk: Talk, language: string, facts: Facts): Step {
  if (!facts.reading.includes(language)) return moved(talk)
  const next = { ...talk, language }
  const arrived = talk.place.at === 'languages' ? goBack(next, facts) : next
  const isNews = language !== talk.language && facts.unreviewed.includes(language)
  return isNews ? moved(arrived, say('lobby.language.unreviewed')) : moved(arrived)
}
