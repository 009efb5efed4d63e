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

/** From /start to a booked time at RSC Hochfeld: the first one that is free. */
export async function bookSara(user: Actor): Promise<void> {
  await reachTimes(user)
  await user.tapsData(/~tm~hochfeld/)
  await user.taps('Ja, mit Erinnerung')
}
