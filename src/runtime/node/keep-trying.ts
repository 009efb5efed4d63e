// Calls that set the bot up: made until they go through, at the pace Telegram asks for.

import type { Deps } from '../../deps.ts'
import { forgetSetUpRefused, noteSetUpRefused } from '../../flows/set-up-refused.ts'
import { refusalOf, setUpFields } from '../../telegram/refusal.ts'

const FIRST = 1000
const LONGEST = 60_000

/**
 * Does `work` until it succeeds; whatever it has done before it was refused it must not do again. A refusal that
 * is more than "wait" is kept for whoever can put it right.
 * @param sleep waits for milliseconds; ends the trying where it resolves to false
 */
export async function keepTrying(
  deps: Deps,
  what: string,
  work: () => Promise<unknown>,
  sleep: (ms: number) => Promise<boolean>,
): Promise<void> {
  for (let wait = FIRST; ; wait = Math.min(wait * 2, LONGEST)) {
    try {
      await work()
      return await forgetSetUpRefused(deps, what)
    } catch (fault) {
      deps.log.warn(`${what} failed`, setUpFields(fault))
      const refusal = refusalOf(fault)
      if (refusal && refusal.waitMs === undefined) {
        await noteSetUpRefused(deps, { what, ...refusal })
      }
      if (!(await sleep(refusal?.waitMs ?? wait))) return
    }
  }
}
