// A voice that comes as a file becomes recordings that nobody has released here yet.

import type { Deps } from '../../deps.ts'
import type { Book } from '../../domain/spoken/clips.ts'
import type { Recording } from '../../domain/spoken/recording.ts'
import type { SharedClip, SharedVoice } from '../../domain/spoken/shared-voice.ts'

// So many sounds are written at a time.
const SOME = 40

/**
 * What came of a file, clip by clip. `stale`: of other words than ours; `known`: we have one of today's
 * words; `computer`: what only a person may read, read by none.
 */
export type TakenCount = { taken: number; stale: number; known: number; computer: number }

/** Takes a voice in, brought by a member of staff (`by`); what we have of today's words stays. */
export async function takeIn(
  deps: Deps,
  file: SharedVoice,
  book: Book,
  by: string,
): Promise<TakenCount> {
  const { voice } = file
  const { taken, ...count } = sorted(file, book, await deps.store.clips.of(voice))
  const here = await withSpeakers(deps, by, file, taken)
  const now = deps.clock.now()
  for (let at = 0; at < here.length; at += SOME) {
    const recordings = here.slice(at, at + SOME).map((clip) => ({
      ...{ ...clip, id: deps.newId(), voice, recordedBy: by },
      loudness: 'unmeasured' as const,
    }))
    await deps.store.clips.record(recordings, now)
  }
  return { taken: here.length, ...count }
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
  by: string,
  { voice, speakers: theirs }: SharedVoice,
  clips: readonly SharedClip[],
): Promise<SharedClip[]> {
  const needed = new Set(clips.map(({ speaker }) => speaker))
  const here = new Set((await speakers.of(voice)).map(({ id }) => id))
  for (const speaker of theirs) {
    if (!needed.has(speaker.id) || here.has(speaker.id)) continue
    const added = await speakers.add({ ...speaker, voice, name: null, addedBy: by })
    if (added) here.add(speaker.id)
  }
  return clips.filter(({ speaker }) => here.has(speaker))
}
