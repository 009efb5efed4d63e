// Recordings of what is spoken. A voice's clip has at most one that is released, and one that waits to be.

import type { Loudness, Recording, RecordingState } from '../domain/spoken/recording.ts'
import type { Clip } from '../generated/node/client.ts'
import { type Database, fromText, toText } from './engine/database.ts'
import { inPieces } from './engine/pieces.ts'

type Row = Omit<Clip, 'sound'>

/** What the studio hands in: MP3 frames of our format alone. */
export type NewRecording = Pick<
  Recording,
  'id' | 'voice' | 'key' | 'hash' | 'seconds' | 'loudness' | 'speaker' | 'recordedBy'
> & { frames: Uint8Array }

// At most thirteen values each, and D1 binds a hundred to a statement.
const AT_ONCE = 7

const withoutSound = { omit: { sound: true } } as const

export function createClips(db: Database) {
  const { clip, telegramFile } = db

  return {
    /** All recordings of a voice. */
    async of(voice: string): Promise<Recording[]> {
      return (await clip.findMany({ where: { voice }, ...withoutSound })).map(recordingOf)
    },

    /** How many recordings of which words each voice has: enough to count what is done. */
    async counted(): Promise<Pick<Recording, 'voice' | 'key' | 'hash' | 'state'>[]> {
      const select = { voice: true, key: true, textHash: true, state: true }
      return (await clip.findMany({ select })).map(({ textHash: hash, state, ...row }) => ({
        ...row,
        hash,
        state: state as RecordingState,
      }))
    },

    async find(id: string): Promise<Recording | null> {
      const row = await clip.findFirst({ where: { id }, ...withoutSound })
      return row && recordingOf(row)
    },

    /** The frames of one, released or not; `null` where there is none. */
    async frames(id: string): Promise<Uint8Array | null> {
      const row = await clip.findFirst({ where: { id }, select: { sound: true } })
      return row && Uint8Array.fromBase64(row.sound)
    },

    /** Of these clips those that are released in a voice, with the hash of the words that are said. */
    async released(voice: string, keys: readonly string[]): Promise<Map<string, string>> {
      const found = new Map<string, string>()
      for (const piece of inPieces([...new Set(keys)])) {
        const where = { voice, state: 'released', key: { in: piece } }
        const rows = await clip.findMany({ where, select: { key: true, textHash: true } })
        for (const { key, textHash } of rows) found.set(key, textHash)
      }
      return found
    },

    /** The frames of these clips, as far as they are released in a voice. */
    async sounds(voice: string, keys: readonly string[]): Promise<Map<string, Uint8Array>> {
      const found = new Map<string, Uint8Array>()
      for (const piece of inPieces([...new Set(keys)])) {
        const where = { voice, state: 'released', key: { in: piece } }
        const rows = await clip.findMany({ where, select: { key: true, sound: true } })
        for (const { key, sound } of rows) found.set(key, Uint8Array.fromBase64(sound))
      }
      return found
    },

    /** New recordings of different clips of a voice, each in the place of one that waits to be released. */
    async record(recordings: readonly NewRecording[], now: number): Promise<void> {
      const [first] = recordings
      if (!first) return
      const { voice } = first
      const keys = inPieces(recordings.map(({ key }) => key))
      await db.batch([
        ...keys.map((piece) =>
          clip.deleteMany({ where: { voice, key: { in: piece }, state: 'recorded' } }),
        ),
        ...inPieces(recordings, AT_ONCE).map((some) =>
          clip.createMany({ data: some.map((recording) => rowOf(recording, now)) }),
        ),
      ])
    },

    /**
     * Lets a recording out, in the place of the one before; false where it waits no longer, or `by` recorded it.
     */
    async release(
      { id, voice, key }: Pick<Recording, 'id' | 'voice' | 'key'>,
      by: string,
      now: number,
    ): Promise<boolean> {
      const waits = { id, state: 'recorded', recordedBy: { not: by } }
      const released = await db.batchIf(
        [
          clip.deleteMany({
            where: { voice, key, state: 'released' },
          }),
          clip.updateMany({
            where: waits,
            data: { state: 'released', releasedAt: toText(now), releasedBy: by },
          }),
        ],
        1,
      )
      return released !== null
    },

    /** Takes a recording back: its sound is gone at once, and what was sent of it is not sent again. */
    async remove(id: string): Promise<boolean> {
      const gone = clip.deleteMany({ where: { id } })
      return (await db.batchIf([gone, telegramFile.deleteMany({})])) !== null
    },
  }
}

function rowOf({ frames, hash, seconds, speaker: speakerId, ...row }: NewRecording, now: number) {
  const sound = frames.toBase64()
  const milliseconds = Math.round(seconds * 1000)
  return { ...row, speakerId, textHash: hash, sound, milliseconds, recordedAt: toText(now) }
}

function recordingOf(row: Row): Recording {
  const { textHash: hash, milliseconds, speakerId: speaker, ...same } = row
  return {
    ...{ id: same.id, voice: same.voice, key: same.key, hash, seconds: milliseconds / 1000 },
    ...{ loudness: same.loudness as Loudness, state: same.state as RecordingState, speaker },
    ...{ recordedAt: fromText(same.recordedAt), recordedBy: same.recordedBy },
    releasedAt: same.releasedAt === null ? null : fromText(same.releasedAt),
    releasedBy: same.releasedBy,
  }
}
