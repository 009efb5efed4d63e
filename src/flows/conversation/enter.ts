// Whether a person may go on: by a consent given before, or with this very input.

import type { Deps } from '../../deps.ts'
import type { LoadedPerson } from '../../domain/dialog/kept-talk.ts'
import { concernsOwnData } from '../../domain/dialog/own-data.ts'
import type { Channel } from '../../domain/people/address.ts'
import type { Consent, ConsentScope } from '../../domain/people/consents.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import type { City } from '../city.ts'
import { consentTextHash, consentTo } from './consent-texts.ts'
import { agreedIn } from './lobby.ts'
import { relationOf, vouchedIn } from './party.ts'
import type { Incoming } from './step.ts'
import { newcomer } from './talk-rows.ts'

/** Who goes on, and the consents given with this input. */
export type Entered = { person: LoadedPerson; given: readonly Consent[] }

/** Who goes on: whoever agreed before or with this very input, and who looks after their own data. */
export async function enter(
  deps: Deps,
  { profile }: City,
  incoming: Incoming,
  person: LoadedPerson | null,
): Promise<Entered | 'not-agreed' | 'again'> {
  const may =
    person && (concernsOwnData(incoming.input) || (await hasAgreed(deps, profile, person)))
  if (may) return { person, given: [] }
  const relation = person && relationOf(person)
  const vouched = relation && vouchedIn(incoming, relation) ? person.language : undefined
  const language = relation ? vouched : agreedIn(deps, incoming)
  if (!language) return 'not-agreed'
  const now = deps.clock.now()
  const id = person?.id ?? deps.newId()
  if (person) await deps.store.people.beginAgain(id, language, now)
  // Somebody was made for this address in this very moment: what they have already is to be seen.
  else if (!(await deps.store.people.begin(id, incoming.address, language, now))) return 'again'
  const scope = relation ? 'another' : 'booking'
  const consent = await consentTo(deps, profile, scope, language, incoming.address.channel)
  const before = person ?? newcomer(id, incoming.address.channel)
  const consents = [...before.consents, { ...consent, givenAt: now }]
  return { person: { ...before, language, consents }, given: [consent] }
}

// Who agreed at one door has agreed at the other: it is the same that is stored.
const DOORS: readonly Channel[] = ['telegram', 'web']

/**
 * Whether the person agreed to the text as it now is, in whichever language and at whichever door. Whoever
 * agreed themselves needs nobody's word for it in the chat of another, where they came from a page.
 */
export async function hasAgreed(
  deps: Deps,
  profile: Profile,
  person: LoadedPerson,
): Promise<boolean> {
  const asked: readonly ConsentScope[] = relationOf(person) ? ['another', 'booking'] : ['booking']
  const given = person.consents.filter(({ scope }) => asked.some((one) => one === scope))
  const languages = [person.language, ...deps.i18n.languages.map(({ key }) => key)]
  for (const { scope, textHash } of given) {
    for (const language of languages) {
      for (const channel of DOORS) {
        const asking = [deps.i18n, profile, scope as ConsentScope, language, channel] as const
        if (textHash === (await consentTextHash(...asking))) return true
      }
    }
  }
  return false
}
