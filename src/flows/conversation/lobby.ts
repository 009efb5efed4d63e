// Before the consent: pages to read, nothing stored.

import type { Deps } from '../../deps.ts'
import type { LoadedPerson } from '../../domain/dialog/kept-talk.ts'
import { buttonsOf } from '../../domain/dialog/offered.ts'
import { heardOf } from '../../domain/dialog/reduce.ts'
import { showLanguageMenu, showLobby, showLobbyDanger } from '../../domain/dialog/show/lobby.ts'
import { showLanguagesNear } from '../../domain/dialog/show/near.ts'
import { showVouchAgain } from '../../domain/dialog/show/party.ts'
import type { City } from '../city.ts'
import { relationOf } from './party.ts'
import { factsOf, type Incoming, type Reply } from './step.ts'
import { understood } from './understood.ts'

/** The language in which this input agrees to the talk; `undefined` where it does not. */
export function agreedIn(deps: Deps, { input }: Incoming): string | undefined {
  const tap = input.kind === 'tap' ? input.tap : undefined
  if (tap?.do !== 'agree') return undefined
  return deps.i18n.languages.find(({ key }) => key === tap.language)?.key
}

/** A step of a person who has not agreed, or not to the present text: nothing is stored. */
export function lobbyStep(
  deps: Deps,
  city: City,
  incoming: Incoming,
  person: LoadedPerson | null,
): Reply {
  const language = person?.language
  const facts = factsOf(deps, city, deps.clock.now())
  const tap = incoming.input.kind === 'tap' ? incoming.input.tap : undefined
  const offered = (key: string) => facts.reading.includes(key)
  const heard = heardOf(incoming.input)
  const relation = person && relationOf(person)
  // For somebody else it is asked in other words; the numbers are the same.
  const isElsewhere = heard || (tap?.do === 'lobby' && tap.page !== 'consent')
  if (person && relation && !isElsewhere) {
    const screen = showVouchAgain(relation, person.party, person.language)
    return { language: person.language, screen, attachments: [] }
  }
  if (tap?.do === 'lobby' && offered(tap.language)) {
    const { do: _, language, page, ...from } = tap
    return { language, screen: showLobby(page, language, facts, from), attachments: [] }
  }
  const from = incoming.source ? { source: incoming.source } : {}
  if (heard) {
    const reading = [language, heard.language].find((key) => key && offered(key)) ?? 'de'
    const screen = showLobbyDanger(reading, facts, from, heard.kind)
    return { language: reading, screen, attachments: [] }
  }
  // The text has changed since they agreed: they are asked again, in their language.
  if (language && offered(language)) {
    return { language, screen: showLobby('consent', language, facts), attachments: [] }
  }
  const first = facts.reading[0] ?? 'de'
  const menu = showLanguageMenu(facts, from)
  const { input } = incoming
  if (input.kind === 'text') {
    const reader = { language: first, city: facts.profile.city }
    const languages = buttonsOf(menu, facts).filter(({ speech }) => speech !== undefined)
    const meant = understood(deps, input.text, languages, reader)
    const sure = meant && 'sure' in meant ? meant.sure.tap : undefined
    if (sure?.do === 'lobby') {
      const { language: read } = sure
      return { language: read, screen: showLobby('consent', read, facts, from), attachments: [] }
    }
    if (meant && 'near' in meant) {
      return {
        language: first,
        screen: showLanguagesNear(meant.near, first, from),
        attachments: [],
      }
    }
  }
  return { language: first, screen: menu, attachments: [] }
}
