// A screen as a sound: which recordings it is made of, and the recordings put one after the other.

import QuickLru from 'quick-lru'
import type { Deps } from '../../deps.ts'
import type { Listener } from '../../domain/dialog/listening.ts'
import type { Screen } from '../../domain/dialog/screen.ts'
import type { Tap } from '../../domain/dialog/tap.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { joined } from '../../domain/spoken/mp3.ts'
import type { Clipped } from '../../domain/spoken/part.ts'
import { partsOf, playable } from '../../domain/spoken/parts.ts'
import { textsOf } from '../../domain/spoken/voices.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { lookAgain, releasedLately, type Voices } from './released.ts'

/** How somebody hears a screen. */
export type Hears = Listener & {
  /** What asks for the sound; absent where the screen cannot be found again by it. */
  tap?: Tap
}

/** Recordings by their ids, and pauses in milliseconds. `name` is the same for the same sound. */
export type Sounding = { name: string; pieces: readonly (string | { pause: number })[] }

/** `withAnswers`: a page shows the answers to be checked, too. */
type Heard = Pick<Hears, 'voice'> & { withAnswers?: boolean }

/** What a screen sounds like today; `undefined` where it cannot be heard whole. Mostly no statement. */
export async function soundingOf(
  deps: Deps,
  profile: Profile,
  screen: Screen,
  { voice, withAnswers = false }: Heard,
): Promise<Sounding | undefined> {
  const voices = await releasedLately(deps)
  if (voices.size === 0) return undefined
  const language = textsOf(voice)
  const book = deps.i18n.books(profile)
  const said = partsOf(screen, { language, book, now: deps.clock.now(), withAnswers })
  if ('lacks' in said) return undefined
  const parts = playable(said.parts, (clip) => idOf(voices, voice, clip) !== undefined)
  if (!parts) return undefined
  const pieces = parts.map((part) =>
    'pause' in part ? { pause: part.pause } : (idOf(voices, voice, part) ?? ''),
  )
  return { name: await fingerprintOf(JSON.stringify(pieces)), pieces }
}

/** The recording of today's words; a line in another language has that language's voice. */
function idOf(voices: Voices, voice: string, part: Clipped) {
  const released = voices.get(part.language ?? voice)?.get(part.clip)
  return released?.hash === part.hash ? released.id : undefined
}

// A screen is about 150 kB.
const SOUNDS_KEPT = { maxSize: 60 }
const kept = new WeakMap<Deps['store'], QuickLru<string, Uint8Array>>()

/** Whole sounds may hold what was taken back. */
export const forgetSounds = ({ store }: Pick<Deps, 'store'>): void => void kept.delete(store)

/** The sound, as one MP3; `undefined` where a recording was taken back meanwhile. One statement, or none. */
export async function soundOf(
  deps: Deps,
  { name, pieces }: Sounding,
): Promise<Uint8Array | undefined> {
  const ids = pieces.filter((piece) => typeof piece === 'string')
  const cache = kept.get(deps.store) ?? new QuickLru<string, Uint8Array>(SOUNDS_KEPT)
  kept.set(deps.store, cache)
  const held = cache.get(name)
  if (held) return held
  const frames = await deps.store.released.sounds(ids)
  const sounds = pieces.map((piece) => (typeof piece === 'string' ? frames.get(piece) : piece))
  if (sounds.some((one) => one === undefined)) {
    lookAgain(deps)
    return undefined
  }
  const whole = joined(sounds.filter((one) => one !== undefined))
  if (whole) cache.set(name, whole)
  return whole
}
