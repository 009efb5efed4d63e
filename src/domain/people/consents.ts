// What a person can agree to.

/** `another`: that somebody else agrees, said by the person whose address it is. */
export type ConsentScope = 'booking' | 'another' | 'details' | 'reminders' | 'referral'

/** A consent as it is kept: to what, to which text (its fingerprint), in which language. */
export type Consent = { id: string; scope: ConsentScope; textHash: string; language: string }
