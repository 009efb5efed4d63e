// A voice leaves as one file, and comes from another city as one.

import type { Deps } from '../../deps.ts'
import { readVoice, type SharedVoice, writeVoice } from '../../domain/spoken/shared-voice.ts'
import { type TakenCount, takeIn } from '../spoken/take-in.ts'
import { type Actor, mayHere, noteDown } from './actor.ts'
import { bookOfVoice } from './voices.ts'

const EVERYWHERE = { centre: null }

/** What came of a file. `refused`: what of it is no sound. */
export type TakenIn = TakenCount & Pick<SharedVoice, 'voice' | 'city' | 'refused'>

/** Why nothing of a file is taken. */
export type NotTaken = 'misread' | 'other-voice'

/** What is released of a voice and of today's words, as one file; `null` where there is no such voice. */
export async function exportVoice(deps: Deps, actor: Actor, voice: string): Promise<string | null> {
  if (!(await mayHere(deps, actor, 'manage-voices', voice, EVERYWHERE))) return null
  const book = await bookOfVoice(deps, voice)
  if (!book) return null
  const { clips, speakers } = deps.store
  const own = deps.config.profile
  const all = await clips.of(voice)
  const out = all.filter(
    ({ key, hash, state }) => state === 'released' && book.clips.get(key)?.hash === hash,
  )
  const sounds = await clips.sounds(
    voice,
    out.map(({ key }) => key),
  )
  const written = out.flatMap(({ key, hash, speaker }) => {
    const frames = sounds.get(key)
    const words = book.clips.get(key)?.words ?? ''
    return frames ? [{ key, hash, words, speaker, frames }] : []
  })
  const heard = new Set(written.map(({ speaker }) => speaker))
  const shared = (await speakers.of(voice))
    .filter(({ id }) => heard.has(id))
    .map(({ id, isComputer, consentHash, consentedAt, origin }) => ({
      ...{ id, isComputer, consentHash, consentedAt },
      origin: origin ?? own,
    }))
  await noteDown(deps, actor, 'export-voice', { subject: voice, ...EVERYWHERE })
  return writeVoice({ voice, city: own }, shared, written)
}

/** Takes a voice in as recordings that nobody has released here yet; what we have of today's words stays. */
export async function importVoice(
  deps: Deps,
  actor: Actor,
  voice: string,
  text: string,
): Promise<TakenIn | { not: NotTaken } | null> {
  if (!(await mayHere(deps, actor, 'manage-voices', voice, EVERYWHERE))) return null
  const book = await bookOfVoice(deps, voice)
  if (!book) return null
  const file = readVoice(text)
  if (!file) return { not: 'misread' }
  if (file.voice !== voice) return { not: 'other-voice' }
  const count = await takeIn(deps, file, book, actor.id)
  await noteDown(deps, actor, 'import-voice', { subject: voice, ...EVERYWHERE })
  const { city, refused } = file
  return { voice, city, ...count, refused }
}
