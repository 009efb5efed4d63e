// What is recorded of a voice and what is missing, in the order in which it is read aloud.

import type { Book, Clip } from './clips.ts'
import type { Recording } from './recording.ts'

/** `stale`: the words have changed since; `waiting`: recorded, and nobody else has released it yet. */
export type ClipState = 'done' | 'waiting' | 'stale' | 'missing'

export type Count = Readonly<Record<ClipState, number>> & { all: number }

/** Clips that are read in one go, by the first step of their keys: `booking`, `date`; `rare` ones apart. */
export type Chapter = { key: string; clips: { clip: Clip; state: ClipState }[]; count: Count }

type Known = Pick<Recording, 'key' | 'hash' | 'state'>

/** How a clip stands, by its recordings. */
function stateOf(clip: Pick<Clip, 'hash'>, recordings: readonly Known[]): ClipState {
  const current = recordings.filter(({ hash }) => hash === clip.hash)
  // Who recorded anew wants to be heard, even where an older recording would do.
  if (current.some(({ state }) => state === 'recorded')) return 'waiting'
  if (current.length > 0) return 'done'
  return recordings.length > 0 ? 'stale' : 'missing'
}

/** The chapters of a voice, in the order of a talk; what is heard seldom comes last. */
export function chaptersOf(book: Book, recordings: readonly Known[]): Chapter[] {
  const known = Map.groupBy(recordings, ({ key }) => key)
  const chapters = new Map<string, Chapter['clips']>()
  for (const clip of inOrder(book)) {
    const chapter = chapters.get(chapterOf(clip)) ?? []
    chapters.set(chapterOf(clip), chapter)
    chapter.push({ clip, state: stateOf(clip, known.get(clip.key) ?? []) })
  }
  return [...chapters].map(([key, clips]) => ({ key, clips, count: countOf(clips) }))
}

/** How much of a voice is done. */
export function countOf(clips: Iterable<{ state: ClipState }>): Count {
  const count = { done: 0, waiting: 0, stale: 0, missing: 0, all: 0 }
  for (const { state } of clips) {
    count[state] += 1
    count.all += 1
  }
  return count
}

/** The clip to be recorded after another: the next that has no recording of today's words, round to the first. */
export function nextToRecord(chapters: readonly Chapter[], after: string | null): Clip | undefined {
  const all = chapters.flatMap(({ clips }) => clips)
  const at = all.findIndex(({ clip }) => clip.key === after)
  const round = [...all.slice(at + 1), ...all.slice(0, at + 1)]
  const isOpen = ({ clip, state }: Chapter['clips'][number]) =>
    (state === 'missing' || state === 'stale') && clip.key !== after
  return round.find(isOpen)?.clip
}

/** The chapter of a clip. */
export const chapterOf = ({ key, rare }: Pick<Clip, 'key' | 'rare'>): string =>
  rare ? 'rare' : (key.split(/[.#]/)[0] ?? key)

const inOrder = ({ clips }: Book): Clip[] => {
  const all = [...clips.values()]
  return [...all.filter(({ rare }) => !rare), ...all.filter(({ rare }) => rare)]
}
