// What Lotse says on its own accord, to be heard: a button under the message, and below it the sound for whom
// reading is hard.

import type { Deps } from '../../deps.ts'
import type { DeliveryOutcome } from '../../domain/appointment/delivery.ts'
import type { ClaimedMessage } from '../../domain/appointment/messages.ts'
import { type Tells, wordsUntil } from '../../domain/appointment/told.ts'
import { type Listening, listenerIn } from '../../domain/dialog/listening.ts'
import type { Screen } from '../../domain/dialog/screen.ts'
import { about } from '../../domain/dialog/show/party.ts'
import type { PartyMember } from '../../domain/people/party.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import type { Sounding } from '../spoken/sounding.ts'
import { heardScreen } from '../spoken/voiced.ts'
import type { Messenger } from './messenger.ts'
import type { Composed } from './outbox.ts'

type ToPerson = Exclude<Extract<Composed, { screen: unknown }>, { group: unknown }>

/** What asks to hear a message again: it is found by its number. */
export const hearing = (id: number) => ({ do: 'hear', message: String(id) }) as const

/** A message as it stands in a chat or on a page: with whom it is about. */
export const addressed = (
  { screen, toAll = false }: ToPerson,
  party: readonly PartyMember[],
): Screen => about(screen, party, toAll ? 'in-buttons' : 'in-words')

/** The screen of a message with the button by which it is heard, where it can be. Mostly no statement. */
export async function withButton(
  deps: Deps,
  profile: Profile,
  screen: Screen,
  { id, listening }: { id: number; listening: Listening },
): Promise<{ screen: Screen; sounding?: Sounding }> {
  const hears = { ...listenerIn(listening), tap: hearing(id) }
  return (await heardScreen(deps, profile, screen, hears)) ?? { screen }
}

// A sound that is told to wait comes after that; what may have arrived is not sent again: the button asks for it.
const MOST_TRIES = 3

/** Lets a message that has gone out be heard below itself, and notes that its sound stands there. */
export async function speak(
  deps: Deps,
  messenger: Messenger,
  { personId, address }: Pick<ClaimedMessage, 'personId' | 'address'>,
  tells: Tells | undefined,
  sounding: Sounding,
): Promise<void> {
  let outcome: DeliveryOutcome | undefined
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    outcome = await messenger.speak?.(address.id, sounding)
    if (outcome?.of !== 'retry' || outcome.reason !== 'flood') break
  }
  if (outcome?.of !== 'sent') return
  const now = deps.clock.now()
  const until = tells ? wordsUntil(tells, now) : null
  const heard = { message: outcome.messageId, tells, until }
  await deps.store.told.note({ personId, channel: address.channel }, { heard }, now)
}
