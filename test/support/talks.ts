// Ways through the talk that many tests begin with, in German.

import type { Actor } from './actor.ts'

/** From /start to the first question. */
export async function introduce(user: Actor): Promise<void> {
  await user.sends('/start')
  await user.taps('Deutsch')
  await user.taps('Ich stimme zu')
}

/** From /start to the free times of RSC Hochfeld. */
export async function reachTimes(user: Actor): Promise<void> {
  await introduce(user)
  await user.taps('Nicht dringend')
  await user.taps('Wohnung')
  await user.taps('Mitte')
  await user.taps('العربية')
}

/**
 * From /start to a booked time at RSC Hochfeld: the first one that is free, which is too near for a
 * reminder, or the first one of `day` (YYYY-MM-DD), with reminders.
 */
export async function bookSara(user: Actor, day?: string): Promise<void> {
  await reachTimes(user)
  if (day) await user.tapsData(`1~da~hochfeld~${day}`)
  await user.tapsData(/~tm~hochfeld/)
  await user.tapsData(/~bo~/)
}

/** What /mydata shows of what was answered, on as many screens as it takes. */
export async function ownAnswers(user: Actor): Promise<string> {
  await user.sends('/mydata')
  const seen: string[] = []
  for (let next: RegExp | undefined = /my-data~answers$/; next; ) {
    await user.tapsData(next)
    const { text = '', reply_markup } = user.screen() ?? {}
    seen.push(text)
    const data = JSON.stringify(reply_markup ?? {})
    next = /my-data~answers\d/.test(data) ? /my-data~answers\d/ : undefined
  }
  return seen.join('\n')
}

/** To what was agreed to, with what takes it back. */
export async function lookAtAgreed(user: Actor): Promise<void> {
  await user.sends('/mydata')
  await user.tapsData(/my-data~agreed$/)
}
