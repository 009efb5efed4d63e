// Before the consent: pages to read, nothing stored; and the moment somebody agrees.

import type { Deps } from '../deps.ts'
import { showLanguageMenu, showLobby } from '../domain/dialog/show/lobby.ts'
import { agree } from './book-slot.ts'
import type { City } from './city.ts'
import { factsOf, type Reply, type Update } from './step.ts'

/**
 * A step of a person who has not agreed, or not to the present text.
 * @returns `null` once they have agreed: the talk begins
 */
export async function lobbyStep(
  deps: Deps,
  city: City,
  update: Update,
  language: string | undefined,
): Promise<Reply | null> {
  const facts = factsOf(deps, city, deps.clock.now())
  const tap = update.input.kind === 'tap' ? update.input.tap : undefined
  const offered = (key: string) => facts.reading.includes(key)
  if (tap?.do === 'agree' && offered(tap.language)) {
    await begin(deps, update.chat, tap.language)
    return null
  }
  if (tap?.do === 'lobby' && offered(tap.language)) {
    const screen = showLobby(tap.page, tap.language, facts, tap.source)
    return { language: tap.language, screen, attachments: [] }
  }
  // The text has changed since they agreed: they are asked again, in their language.
  if (language && offered(language)) {
    return { language, screen: showLobby('consent', language, facts), attachments: [] }
  }
  const first = facts.reading[0] ?? 'de'
  return { language: first, screen: showLanguageMenu(facts, update.source), attachments: [] }
}

async function begin(deps: Deps, chat: string, language: string): Promise<void> {
  const personId = await deps.store.people.begin(deps.newId(), chat, language, deps.clock.now())
  await agree(deps, { personId, intakeId: '', language }, 'booking')
}
