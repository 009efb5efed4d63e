// Under which name a channel knows a sound it was sent before, so that it is uploaded once.

import QuickLru from 'quick-lru'
import type { Deps } from '../../deps.ts'
import type { Sounding } from './sounding.ts'

const REMEMBERED = { maxSize: 5_000 }
const known = new WeakMap<Deps['store'], QuickLru<string, string>>()

function knownOf({ store }: Deps): QuickLru<string, string> {
  const files = known.get(store) ?? new QuickLru<string, string>(REMEMBERED)
  known.set(store, files)
  return files
}

/** Forgets all of them in this process. */
export const forgetFiles = ({ store }: Pick<Deps, 'store'>): void => void known.delete(store)

/** What `bot` was told the sound is called; at most one statement. */
export async function sentBefore(
  deps: Deps,
  bot: string,
  { name }: Sounding,
): Promise<string | undefined> {
  const files = knownOf(deps)
  const held = files.get(`${bot} ${name}`) ?? (await deps.store.telegramFiles.find(bot, name))
  if (held) files.set(`${bot} ${name}`, held)
  return held ?? undefined
}

export async function noteSent(
  deps: Deps,
  bot: string,
  { name }: Sounding,
  file: string,
): Promise<void> {
  knownOf(deps).set(`${bot} ${name}`, file)
  await deps.store.telegramFiles.keep(bot, name, file, deps.clock.now())
}

export async function forgetSent(deps: Deps, bot: string, { name }: Sounding): Promise<void> {
  knownOf(deps).delete(`${bot} ${name}`)
  await deps.store.telegramFiles.forget(bot, name)
}
