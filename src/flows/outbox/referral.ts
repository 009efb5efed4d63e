// The person's agreement to a referral: asked in the chat, answered there, noted with the text read.

import type { Deps } from '../../deps.ts'
import { showReferralMessage } from '../../domain/dialog/show/referral.ts'
import type { ReferralAnswer } from '../../domain/people/care.ts'
import type { City } from '../city.ts'
import { consentTextHash } from '../conversation/consent-texts.ts'
import { type Compose, enqueue } from './outbox.ts'

/** Asks the person. Safe to call twice. */
export async function askForReferral(deps: Deps, referral: string): Promise<void> {
  const found = await deps.store.referrals.find(referral)
  if (!found) return
  await enqueue(deps, {
    key: `referral:${referral}`,
    kind: 'referral',
    personId: found.personId,
    payload: { referral },
    dueAt: deps.clock.now(),
  })
}

/** Dropped where the person has answered meanwhile, or nothing is left to answer. */
export const composeReferral: Compose = async (deps, _city, message) => {
  const { referral } = message.payload as { referral: string }
  const found = await deps.store.referrals.find(referral)
  if (!found || found.outcome) return { drop: 'gone' }
  return found.answer ? { drop: 'answered' } : { screen: showReferralMessage() }
}

/** Notes an answer with a fingerprint of the text it was given to. May run twice. */
export async function answerReferral(
  deps: Deps,
  { profile }: City,
  who: { personId: string; language: string },
  referral: string,
  answer: ReferralAnswer,
): Promise<void> {
  const textHash = await consentTextHash(deps.i18n, profile, 'referral', who.language, 'telegram')
  await deps.store.referrals.answer(referral, who.personId, { answer, textHash }, deps.clock.now())
}
