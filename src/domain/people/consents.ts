// What a person can agree to.

export type ConsentScope = 'booking' | 'details' | 'reminders' | 'referral'

/** A consent as it is kept: to what, to which text (its fingerprint), in which language. */
export type Consent = { id: string; scope: ConsentScope; textHash: string; language: string }
