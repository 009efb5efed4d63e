// A voice as one file, for another city: its sounds in base64, and of its speakers nothing but that they agreed.

import * as z from 'zod'
import { LARGEST_BYTES, type NotSound, soundOf } from './mp3.ts'
import type { Recording, Speaker } from './recording.ts'

const word = z.string().min(1).max(200)
const instant = z.number().int().min(0).max(253_402_300_799_999)
// Four signs for three bytes.
const LONGEST_BASE64 = Math.ceil(LARGEST_BYTES / 3) * 4

const fileSchema = z.object({
  lotseVoice: z.literal(1),
  voice: word,
  city: word,
  speakers: z.array(
    z.object({
      id: z.string().regex(/^[\w-]{8,64}$/),
      isComputer: z.boolean(),
      consentHash: z.string().max(64).nullable(),
      consentedAt: instant,
      origin: word,
    }),
  ),
  clips: z.array(z.unknown()),
})

const clipSchema = z.object({
  key: word,
  hash: z.string().max(64),
  words: z.string().max(4000),
  speaker: word,
  mp3: z.base64().max(LONGEST_BASE64),
})

/** A speaker as another city knows them: their name stays where they gave it. */
export type SharedSpeaker = Omit<Speaker, 'name' | 'voice' | 'addedBy'> & { origin: string }

export type SharedClip = Pick<Recording, 'key' | 'hash' | 'speaker'> & {
  frames: Uint8Array
  seconds: number
}

/** A voice that came as a file. `refused`: how many of its clips are no sound, by why. */
export type SharedVoice = {
  voice: string
  city: string
  speakers: SharedSpeaker[]
  clips: SharedClip[]
  refused: Partial<Record<NotSound | 'misread', number>>
}

/** The file of a voice. */
export function writeVoice(
  { voice, city }: { voice: string; city: string },
  speakers: readonly SharedSpeaker[],
  clips: readonly (Pick<SharedClip, 'key' | 'hash' | 'speaker' | 'frames'> & { words: string })[],
): string {
  const written = clips.map(({ frames, ...clip }) => ({ ...clip, mp3: frames.toBase64() }))
  const lines = written.map((clip) => JSON.stringify(clip)).join(',\n')
  const head = JSON.stringify({ lotseVoice: 1, voice, city, speakers })
  return `${head.slice(0, -1)},"clips":[\n${lines}\n]}\n`
}

/** Reads a file as a studio anywhere wrote it, clip by clip; `null` where it is none. */
export function readVoice(text: string): SharedVoice | null {
  const file = fileSchema.safeParse(parsed(text)).data
  if (!file) return null
  const { voice, city, speakers } = file
  const ids = new Set(speakers.map(({ id }) => id))
  const refused: SharedVoice['refused'] = {}
  const refuse = (why: NotSound | 'misread') => {
    refused[why] = (refused[why] ?? 0) + 1
    return []
  }
  const clips = file.clips.flatMap((entry): SharedClip[] => {
    const clip = clipSchema.safeParse(entry).data
    if (!clip || !ids.has(clip.speaker)) return refuse('misread')
    const { key, hash, speaker, mp3 } = clip
    const sound = soundOf(Uint8Array.fromBase64(mp3))
    return 'not' in sound ? refuse(sound.not) : [{ key, hash, speaker, ...sound }]
  })
  return { voice, city, speakers, clips, refused }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
