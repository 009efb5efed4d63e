// Which clips can be heard, kept in memory: whether a screen has a voice costs no statement.

import type { Deps } from '../../deps.ts'
import type { Released } from '../../domain/spoken/recording.ts'

/** By voice, then by key. */
export type Voices = ReadonlyMap<string, ReadonlyMap<string, Released>>

type Known = { voices: Voices; at: number }

const known = new WeakMap<Deps['store'], Known>()

// So long what was released may be missing, and what was taken back may be heard where it just was.
const LATELY = 60_000

/** What was released within the last minute: mostly no statement. */
export async function releasedLately({
  store,
  clock,
}: Pick<Deps, 'store' | 'clock'>): Promise<Voices> {
  const now = clock.now()
  const held = known.get(store)
  if (held && Math.abs(now - held.at) < LATELY) return held.voices
  const voices = byVoice(await store.released.all())
  known.set(store, { voices, at: now })
  return voices
}

function byVoice(all: readonly Released[]): Voices {
  const voices = new Map<string, Map<string, Released>>()
  for (const one of all) {
    const clips = voices.get(one.voice) ?? new Map<string, Released>()
    voices.set(one.voice, clips.set(one.key, one))
  }
  return voices
}

/** Has it looked up anew: something turned out to be gone. */
export const lookAgain = ({ store }: Pick<Deps, 'store'>): void => void known.delete(store)

/** The voices that something is released in, as far as it was looked up: no statement. */
export const voicesKnown = ({ store }: Pick<Deps, 'store'>): string[] =>
  [...(known.get(store)?.voices.keys() ?? [])].sort()
