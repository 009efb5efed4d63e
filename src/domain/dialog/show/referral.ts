// A referral needs the person's yes: first only that there is a question, then the question itself.

import type { AskedReferral } from '../../people/care.ts'
import { targetIn } from '../../profile/profile.ts'
import {
  type Button,
  button,
  FOOTER,
  GAP,
  type Line,
  line,
  PERSON,
  type Screen,
  SOS,
  strong,
} from '../screen.ts'
import type { Facts } from '../talk.ts'
import { say } from '../text.ts'

/** The message: phones are shared, so it names neither target nor topic. */
export function showReferralMessage(): Screen {
  return {
    id: 'referral.message',
    keep: true,
    lines: [strong('referral.message')],
    rows: [
      [button('referral.button.look', { do: 'open', page: 'referral' }, 'primary')],
      [SOS, PERSON],
    ],
  }
}

/** To whom, what would be passed on, and that no is as good an answer as yes. */
export function showReferral(referral: AskedReferral | undefined, facts: Facts): Screen {
  if (!referral) return { id: 'referral.none', lines: [strong('referral.none')], rows: [FOOTER] }
  const answer = (key: 'agree' | 'decline', given: 'yes' | 'no'): Button => ({
    label: say(`lobby.consent.button.${key}`),
    tap: { do: 'refer', referral: referral.id, answer: given },
    ...(given === 'yes' ? { style: 'success' } : {}),
  })
  return {
    id: 'referral',
    lines: [
      strong('referral.title'),
      line('referral.to', { target: targetIn(facts.profile, referral.target)?.name ?? '' }),
      GAP,
      ...passedLines(referral),
      GAP,
      line('referral.free'),
      ...(referral.answer ? [GAP, strong(`referral.answer.${referral.answer}`)] : []),
    ],
    rows: [[answer('agree', 'yes'), answer('decline', 'no')], FOOTER],
  }
}

/** What would be passed on, one thing a line. */
export function passedLines({ passes }: AskedReferral): Line[] {
  if (passes.length === 0) return [line('referral.passes-nothing')]
  return [line('referral.passes'), ...passes.map((one) => line(`referral.pass.${one}`))]
}
