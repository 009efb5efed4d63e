// Which text a person agreed to: a fingerprint of its words, so that a changed text asks again.

import type { Deps } from '../deps.ts'

type I18n = Deps['i18n']

export type ConsentScope = 'booking' | 'details' | 'reminders' | 'referral'

/** A consent as it is kept: to what, to which text, in which language. */
export type Consent = { id: string; scope: ConsentScope; textHash: string; language: string }

const TEXTS: Record<ConsentScope, readonly string[]> = {
  booking: [
    'lobby.consent.who-reads',
    'lobby.consent.stored',
    'lobby.consent.ask',
    'lobby.privacy.who-reads',
    'lobby.privacy.stored',
    'lobby.privacy.telegram',
    'lobby.privacy.never',
  ],
  details: ['questions.details.why', 'questions.details.skip'],
  reminders: ['booking.check.remind'],
  referral: ['referral.title', 'referral.passes', 'referral.passes-nothing', 'referral.free'],
}

const known = new WeakMap<I18n, Map<string, string>>()

/** The consent to a purpose as somebody gives it in a language. */
export async function consentTo(
  deps: Deps,
  scope: ConsentScope,
  language: string,
): Promise<Consent> {
  const textHash = await consentTextHash(deps.i18n, scope, language)
  return { id: deps.newId(), scope, textHash, language }
}

/** SHA-256 of the texts of a purpose in one language, in hexadecimal. */
export async function consentTextHash(
  i18n: I18n,
  scope: ConsentScope,
  language: string,
): Promise<string> {
  const hashes = known.get(i18n) ?? new Map<string, string>()
  known.set(i18n, hashes)
  const key = `${scope} ${language}`
  const held = hashes.get(key)
  if (held) return held
  const words = TEXTS[scope].map((text) => i18n.t(language, { key: text }, 0)).join('\n')
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(words))
  const hash = [...new Uint8Array(digest)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
  hashes.set(key, hash)
  return hash
}
