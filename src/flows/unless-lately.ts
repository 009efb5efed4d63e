// Calls of a start to Telegram that were made a moment ago: where starts follow each other fast it is asked once.

import type { Deps } from '../deps.ts'
import { fingerprintOf } from './fingerprint.ts'

// Somebody may have told Telegram something else since: a start after this long puts it right.
const STILL_SO_FOR = 3_600_000

/**
 * Makes a call, unless the very same one went through within the last hour.
 * @param says what it says, and to which bot
 */
export async function unlessLately(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  name: 'webhook' | 'name',
  says: unknown,
  call: () => Promise<unknown>,
): Promise<void> {
  const fingerprint = await fingerprintOf(JSON.stringify(says))
  const [before, at] = (await store.meta.get(`asked-${name}`))?.split(' ') ?? []
  const now = clock.now()
  const since = now - Number(at)
  if (before === fingerprint && since >= 0 && since < STILL_SO_FOR) return
  await call()
  await store.meta.set(`asked-${name}`, `${fingerprint} ${now}`)
}
