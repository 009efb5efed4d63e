// What was typed held against the buttons of what Lotse said on its own accord: reminders, offers, messages
// of staff. They stand in the chat below the screen.

import type { Deps } from '../../deps.ts'
import type { SentMessage } from '../../domain/appointment/messages.ts'
import { asksForOwnWords } from '../../domain/dialog/answering.ts'
import { buttonsOf, type Offered } from '../../domain/dialog/offered.ts'
import type { Input } from '../../domain/dialog/reduce.ts'
import type { Answering } from '../../domain/dialog/screen.ts'
import type { Facts, Talk } from '../../domain/dialog/talk.ts'
import { type PartyMember, signOf } from '../../domain/people/party.ts'
import type { City } from '../city.ts'
import { sentScreen } from '../outbox/sent-screen.ts'
import { understood } from './understood.ts'

// What came before these has scrolled away.
const MOST = 3
const STANDS_FOR = 14 * 86_400_000
const MOST_NEAR = 3

type Where = { talk: Talk; facts: Facts; savedAt: number }

/** A press of a button that somebody else behind the address was shown; `of` is their sign. */
type PressOfOther = { tap: Answering['tap']; of: string }

/**
 * Typed text that is surely no button of the screen, with the button of a message it names. "Yes" is asked
 * about, where the message came after everything else.
 * @returns the input with what is meant, or a press for another of those behind the address
 */
export async function meaningOfPushed(
  deps: Deps,
  city: City,
  input: Input,
  { talk, facts, savedAt }: Where,
): Promise<Input | PressOfOther> {
  if (input.kind !== 'text' || input.heard || asksForOwnWords(talk, facts)) return input
  const { text, meant: here } = input
  if (here && 'sure' in here) return input
  const reader = { language: talk.language, city: city.profile.city }
  const near = here && 'near' in here ? [...here.near] : []
  const since = facts.now - STANDS_FOR
  const ids = facts.party.map(({ id }) => id)
  for (const [nth, message] of (await deps.store.outbox.sentTo(ids, since, MOST)).entries()) {
    const { kind, personId, sentAt } = message
    const to = facts.party.find(({ id }) => id === personId)
    const offered = to ? await buttonsIn(deps, city, message, { to, talk, facts }) : []
    const meant = understood(deps, text, offered, reader)
    if (to && meant && 'sure' in meant) {
      const { tap } = meant.sure
      return to.isMeant ? { ...input, meant } : { tap, of: signOf(to) }
    }
    if (to?.isMeant && meant && 'near' in meant) near.push(...meant.near)
    if (to?.isMeant && nth === 0 && sentAt > savedAt) {
      near.push(...affirmed(deps, text, offered, reader))
    }
    // What is typed after staff have written, and is no button of that, is for them.
    if (kind === 'staff-message') break
  }
  const once = [...new Map(near.map((one) => [JSON.stringify(one.tap), one])).values()]
  return once.length > 0 ? { ...input, meant: { near: once.slice(0, MOST_NEAR) } } : input
}

/** The buttons of a message as they would be, had it been worded now; none where it no longer holds. */
async function buttonsIn(
  deps: Deps,
  city: City,
  message: SentMessage,
  { to, talk, facts }: Pick<Where, 'talk' | 'facts'> & { to: PartyMember },
): Promise<Offered[]> {
  const party = facts.party.map((one) => ({ ...one, isMeant: one.id === to.id }))
  const reader = { party, language: talk.language, hasChat: facts.hasChat }
  const screen = await sentScreen(deps, city, message, reader)
  return screen ? buttonsOf(screen, facts) : []
}

/** The green button of a message, where the text is a yes. */
function affirmed(
  deps: Deps,
  text: string,
  offered: readonly Offered[],
  reader: { language: string; city: string },
): Answering[] {
  const green = offered.filter(({ button }) => button.style === 'success')
  const called = green.map(({ button }) => ({ button, names: [], also: 'common.typed.yes' }))
  const meant = understood(deps, text, called, reader)
  return !meant ? [] : 'sure' in meant ? [meant.sure] : [...meant.near]
}
