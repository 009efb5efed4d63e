// Which text a person agreed to: a fingerprint of its words, so that a changed text asks again.

import type { Deps } from '../../deps.ts'
import { keyOnPage } from '../../domain/dialog/show/on-page.ts'
import type { Channel } from '../../domain/people/address.ts'
import type { Consent, ConsentScope } from '../../domain/people/consents.ts'
import { controllersOf, type Profile } from '../../domain/profile/profile.ts'
import { fingerprintOf } from '../fingerprint.ts'

type I18n = Deps['i18n']

const PRIVACY = [
  'lobby.privacy.who-reads',
  'lobby.privacy.stored',
  'lobby.privacy.telegram',
  'lobby.privacy.never',
]

const TEXTS: Record<ConsentScope, readonly string[]> = {
  booking: [
    'lobby.consent.who-reads',
    'lobby.consent.stored',
    'lobby.consent.telegram',
    'lobby.consent.ask',
    ...PRIVACY,
  ],
  another: [
    'party.vouch.knows',
    'party.vouch.child',
    'party.vouch.stored',
    'lobby.consent.telegram',
    'party.vouch.ask',
    ...PRIVACY,
  ],
  details: ['questions.details.why', 'questions.details.skip'],
  reminders: ['booking.check.remind'],
  referral: ['referral.title', 'referral.passes', 'referral.passes-nothing', 'referral.free'],
}

// A city's texts can change while it runs, and are another profile then.
const known = new WeakMap<Profile, Map<string, string>>()

/** The consent to a purpose as somebody gives it in a language, at a door. */
export async function consentTo(
  deps: Deps,
  profile: Profile,
  scope: ConsentScope,
  language: string,
  channel: Channel,
): Promise<Consent> {
  const textHash = await consentTextHash(deps.i18n, profile, scope, language, channel)
  return { id: deps.newId(), scope, textHash, language }
}

/** SHA-256 of the texts of a purpose in one language, in hexadecimal. */
export async function consentTextHash(
  i18n: I18n,
  profile: Profile,
  scope: ConsentScope,
  language: string,
  channel: Channel,
): Promise<string> {
  const hashes = known.get(profile) ?? new Map<string, string>()
  known.set(profile, hashes)
  const key = `${scope} ${language} ${channel}`
  const held = hashes.get(key)
  if (held) return held
  const keys = TEXTS[scope].flatMap((text) =>
    channel === 'web' ? (keyOnPage(text) ?? []) : [text],
  )
  const words = keys.map((text) => i18n.t(language, { key: text }, 0))
  if (scope === 'booking' || scope === 'another') words.push(...ownTexts(profile, language))
  const hash = await fingerprintOf(words.join('\n'))
  hashes.set(key, hash)
  return hash
}

/** What the city itself says before the consent: who its centres are, and who answers for the data. */
function ownTexts(profile: Profile, language: string): string[] {
  return profile.centres.map((centre) =>
    JSON.stringify([
      centre.name,
      centre.whoWeAre?.[language] ?? centre.whoWeAre?.['de'] ?? null,
      controllersOf(profile, centre),
    ]),
  )
}
