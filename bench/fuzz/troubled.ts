// A long run with what goes wrong around it, as all of them begin.

import { figuresOf } from './figures.ts'
import { createLightTelegram } from './light-telegram.ts'
import { openLongRun } from './lotse.ts'
import { createSeen } from './seen.ts'
import { createTroubles, type Rates } from './troubles.ts'

/** The same seed draws the same troubles; `figures` counts from now on. */
export async function openTroubledRun(seed: number, rates: Rates) {
  const troubles = createTroubles(seed, rates)
  const telegram = createLightTelegram(troubles.telegram)
  const run = await openLongRun(telegram, troubles)
  const seen = createSeen(run.deps.i18n)
  const figures = figuresOf(seed)

  /** Notes a text that shows what another chat had written, or what Lotse is made of. */
  function lookInto(text: string, chat: number): void {
    for (const [, owner] of text.matchAll(/Marke(\d+)x/g)) {
      if (Number(owner) !== chat) {
        figures.faults.push(`chat ${chat} saw what ${owner} had written`)
      }
    }
    const inside = seen.inside(text)
    if (inside) figures.faults.push(`chat ${chat} saw ${inside}`)
  }

  return { troubles, telegram, run, seen, figures, lookInto }
}
