// Voices of the city: what is recorded, by whom, and what may be heard.

import type { Deps } from '../../deps.ts'
import type { Book, Clip } from '../../domain/spoken/clips.ts'
import { type NotSound, soundOf } from '../../domain/spoken/mp3.ts'
import type { Loudness, Recording, Speaker } from '../../domain/spoken/recording.ts'
import { type Chapter, type Count, chaptersOf, countOf } from '../../domain/spoken/studio.ts'
import { textHash } from '../../domain/spoken/text-hash.ts'
import { textsOf, voicesOf } from '../../domain/spoken/voices.ts'
import { currentCity } from '../city.ts'
import { heardAnew } from '../spoken/taken-back.ts'
import { type Actor, mayHere, noteDown } from './actor.ts'

/** A voice with everything that was recorded of it. */
export type VoiceRoom = {
  voice: string
  book: Book
  chapters: Chapter[]
  recordings: Recording[]
  speakers: Speaker[]
}

/** Why a recording is not kept. `computer`: only a person speaks of consent and danger. */
export type NotKept = NotSound | 'no-speaker' | 'computer'
/** Why a recording is not let out: it is gone or out already, it is the actor's own, its words have changed. */
export type NotReleased = 'gone' | 'own' | 'stale' | 'computer'

const EVERYWHERE = { centre: null }

/** All voices there can be, with how much of each is done. */
export async function voiceList(deps: Deps): Promise<{ voice: string; count: Count }[]> {
  const books = deps.i18n.books((await currentCity(deps)).profile)
  const recordings = Map.groupBy(await deps.store.clips.counted(), ({ voice }) => voice)
  return voicesOf(deps.i18n.languages.map(({ key }) => key)).flatMap((voice) => {
    const book = books(textsOf(voice))
    if (!book) return []
    const chapters = chaptersOf(book, recordings.get(voice) ?? [])
    return [{ voice, count: countOf(chapters.flatMap(({ clips }) => clips)) }]
  })
}

/** One voice; `null` where there is none of this name. */
export async function voiceRoom(deps: Deps, voice: string): Promise<VoiceRoom | null> {
  const book = await bookOfVoice(deps, voice)
  if (!book) return null
  const [recordings, speakers] = await Promise.all([
    deps.store.clips.of(voice),
    deps.store.speakers.of(voice),
  ])
  return { voice, book, chapters: chaptersOf(book, recordings), recordings, speakers }
}

/** Notes who lends their voice, and that they agreed to this text. */
export async function addSpeaker(
  deps: Deps,
  actor: Actor,
  wish: { id: string; voice: string; name: string; consentText: string },
): Promise<boolean> {
  const { id, voice, name, consentText } = wish
  if (!(await mayHere(deps, actor, 'record-voices', id, EVERYWHERE))) return false
  if (!(await bookOfVoice(deps, voice))) return false
  const consent = { consentHash: textHash(consentText), consentedAt: deps.clock.now() }
  const origin = null
  const speaker = { id, voice, name, isComputer: false, ...consent, origin, addedBy: actor.id }
  if (await deps.store.speakers.add(speaker)) {
    await noteDown(deps, actor, 'add-speaker', { subject: id, ...EVERYWHERE })
  }
  return true
}

/** Takes back all that somebody said: their recordings and their name are gone at once. */
export async function removeSpeaker(deps: Deps, actor: Actor, id: string): Promise<Speaker | null> {
  const speaker = await deps.store.speakers.find(id)
  if (!speaker || !(await mayTakeBack(deps, actor, id, speaker.addedBy))) return null
  if (!(await deps.store.speakers.remove(id, deps.clock.now()))) return null
  heardAnew(deps)
  await noteDown(deps, actor, 'remove-speaker', { subject: id, ...EVERYWHERE })
  return speaker
}

/** Keeps a recording of today's words, where the file is a sound of our format. */
export async function recordClip(
  deps: Deps,
  actor: Actor,
  wish: { voice: string; key: string; speaker: string; loudness: Loudness; file: Uint8Array },
): Promise<{ id: string } | { not: NotKept } | null> {
  const { voice, key, file, loudness } = wish
  const id = deps.newId()
  if (!(await mayHere(deps, actor, 'record-voices', id, EVERYWHERE))) return null
  const clip = (await bookOfVoice(deps, voice))?.clips.get(key)
  if (!clip) return null
  const speaker = await deps.store.speakers.find(wish.speaker)
  if (speaker?.voice !== voice) return { not: 'no-speaker' }
  if (speaker.isComputer && clip.byPerson) return { not: 'computer' }
  const sound = soundOf(file)
  if ('not' in sound) return sound
  const by = { speaker: speaker.id, recordedBy: actor.id }
  const recording = { id, voice, key, hash: clip.hash, loudness, ...sound, ...by }
  await deps.store.clips.record([recording], deps.clock.now())
  await noteDown(deps, actor, 'record-clip', { subject: id, ...EVERYWHERE })
  return { id }
}

/** The frames of a recording, released or not; `null` where there is none. */
export async function soundOfClip({ store }: Deps, id: string): Promise<Uint8Array | null> {
  return await store.clips.frames(id)
}

/** Lets a recording be heard, which somebody else made. */
export async function releaseClip(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<{ recording: Recording } | { not: NotReleased }> {
  if (!(await mayHere(deps, actor, 'record-voices', id, EVERYWHERE))) return { not: 'gone' }
  const recording = await deps.store.clips.find(id)
  if (recording?.state !== 'recorded') return { not: 'gone' }
  if (recording.recordedBy === actor.id) return { not: 'own' }
  const clip = await clipOf(deps, recording)
  if (clip?.hash !== recording.hash) return { not: 'stale' }
  const speaker = await deps.store.speakers.find(recording.speaker)
  if (speaker?.isComputer && clip.byPerson) return { not: 'computer' }
  const released = await deps.store.clips.release(recording, actor.id, deps.clock.now())
  if (!released) return { not: 'gone' }
  heardAnew(deps)
  await noteDown(deps, actor, 'release-clip', { subject: id, ...EVERYWHERE })
  return { recording }
}

/** Takes a recording back, released or not. */
export async function removeClip(deps: Deps, actor: Actor, id: string): Promise<Recording | null> {
  const recording = await deps.store.clips.find(id)
  if (!recording || !(await mayTakeBack(deps, actor, id, recording.recordedBy))) return null
  if (!(await deps.store.clips.remove(id))) return null
  heardAnew(deps)
  await noteDown(deps, actor, 'remove-clip', { subject: id, ...EVERYWHERE })
  return recording
}

/** Whether the actor may take something back: what they brought themselves; everything with the right to. */
async function mayTakeBack(deps: Deps, actor: Actor, id: string, by: string): Promise<boolean> {
  const action = by === actor.id ? 'record-voices' : 'manage-voices'
  return await mayHere(deps, actor, action, id, EVERYWHERE)
}

/** The book a voice reads from; `undefined` where there is no such voice. */
export async function bookOfVoice(deps: Deps, voice: string): Promise<Book | undefined> {
  if (!voicesOf(deps.i18n.languages.map(({ key }) => key)).includes(voice)) return undefined
  return deps.i18n.books((await currentCity(deps)).profile)(textsOf(voice))
}

async function clipOf(deps: Deps, { voice, key }: Recording): Promise<Clip | undefined> {
  return (await bookOfVoice(deps, voice))?.clips.get(key)
}
