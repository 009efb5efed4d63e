// A call that sets the bot up and was refused: kept until it goes through, for whoever can put it right.

import type { Deps } from '../deps.ts'

const KEY = 'set-up-refused'

/** `what` in words of the log; `code` and `description` as the other side said them. */
export type SetUpRefused = {
  what: string
  code: number
  description: string
  since: number
  last: number
  count: number
}

type Keeping = Pick<Deps, 'store' | 'clock'>

/** Notes one more refusal of a call. */
export async function noteSetUpRefused(
  deps: Keeping,
  { what, code, description }: Pick<SetUpRefused, 'what' | 'code' | 'description'>,
): Promise<void> {
  const before = await setUpRefused(deps)
  const now = deps.clock.now()
  const isSame = before?.what === what && before.code === code
  const [since, count] = isSame ? [before.since, before.count + 1] : [now, 1]
  const noted: SetUpRefused = { what, code, description, since, last: now, count }
  await deps.store.meta.set(KEY, JSON.stringify(noted))
}

/** The call has gone through. */
export async function forgetSetUpRefused(deps: Keeping, what: string): Promise<void> {
  if ((await setUpRefused(deps))?.what === what) await deps.store.meta.drop(KEY)
}

export async function setUpRefused({ store }: Pick<Deps, 'store'>): Promise<SetUpRefused | null> {
  const kept = await store.meta.get(KEY)
  return kept === null ? null : (JSON.parse(kept) as SetUpRefused)
}
