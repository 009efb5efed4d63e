// A voice leaves as one file, and comes from another city as one.

import type { Deps } from '../../deps.ts'
import type { Book } from '../../domain/spoken/clips.ts'
import type { Recording } from '../../domain/spoken/recording.ts'
import {
  readVoice,
  type SharedClip,
  type SharedVoice,
  writeVoice,
} from '../../domain/spoken/shared-voice.ts'
import { type Actor, mayHere, noteDown } from './actor.ts'
import { bookOfVoice } from './voices.ts'

const EVERYWHERE = { centre: null }
// So many sounds are written or read at a time.
const SOME = 40

/** What came of a file, clip by clip. `stale`: of other words than ours; `known`: we have one of today's words. */
export type TakenIn = {
  voice: string
  city: string
  taken: number
  stale: number
  known: number
  computer: number
  refused: SharedVoice['refused']
}

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
  const { taken, ...count } = sorted(file, book, await deps.store.clips.of(voice))
  const here = await withSpeakers(deps, actor, file, taken)
  const now = deps.clock.now()
  for (let at = 0; at < here.length; at += SOME) {
    const recordings = here.slice(at, at + SOME).map((clip) => ({
      ...{ ...clip, id: deps.newId(), voice, recordedBy: actor.id },
      loudness: 'unmeasured' as const,
    }))
    await deps.store.clips.record(recordings, now)
  }
  await noteDown(deps, actor, 'import-voice', { subject: voice, ...EVERYWHERE })
  const { city, refused } = file
  return { voice, city, taken: here.length, ...count, refused }
}

/** What of a file is wanted here, and how much of it is not. */
function sorted(file: SharedVoice, book: Book, ours: readonly Recording[]) {
  const known = new Set(ours.map(({ key, hash }) => `${key} ${hash}`))
  const computers = new Set(file.speakers.filter((one) => one.isComputer).map(({ id }) => id))
  const taken: SharedClip[] = []
  const count = { stale: 0, known: 0, computer: 0 }
  for (const clip of file.clips) {
    const own = book.clips.get(clip.key)
    const name = `${clip.key} ${clip.hash}`
    if (own?.hash !== clip.hash) count.stale += 1
    else if (known.has(name)) count.known += 1
    else if (own.byPerson && computers.has(clip.speaker)) count.computer += 1
    else taken.push(clip)
    known.add(name)
  }
  return { taken, ...count }
}

/** The clips whose speakers are known by now in this voice, without their names. */
async function withSpeakers(
  { store: { speakers } }: Deps,
  actor: Actor,
  { voice, speakers: theirs }: SharedVoice,
  clips: readonly SharedClip[],
): Promise<SharedClip[]> {
  const needed = new Set(clips.map(({ speaker }) => speaker))
  const here = new Set((await speakers.of(voice)).map(({ id }) => id))
  for (const speaker of theirs) {
    if (!needed.has(speaker.id) || here.has(speaker.id)) continue
    const added = await speakers.add({ ...speaker, voice, name: null, addedBy: actor.id })
    if (added) here.add(speaker.id)
  }
  return clips.filter(({ speaker }) => here.has(speaker))
}
