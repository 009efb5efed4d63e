// A voice message of a person: where it is taken, how long it may be, and whether a file is one.

import { mp3Seconds } from './mp3.ts'
import { mp4Seconds } from './mp4.ts'
import { oggSeconds } from './ogg.ts'
import { wavSeconds } from './wav.ts'
import { webmSeconds } from './webm.ts'

/** Seconds of one message at most. */
export const LONGEST_VOICE = 60

/** Bytes of one message at most: sealed in base64 it must fit into one row of D1 (2 MB). */
export const LARGEST_VOICE = 1_000_000

/** Most messages with one request; more is better said on the telephone. */
export const MOST_VOICES = 10

/** What can be told of a message before it is there; absent where a door does not know. */
export type Claimed = { seconds?: number | undefined; bytes?: number | undefined }

/** Why a message is not taken. */
export type NotTaken = 'too-long' | 'too-large' | 'no-sound' | 'enough'

/** What a file is, by what is in it. `seconds`: a whole number, at least 1. */
export type VoiceFile = { type: SoundType; seconds: number }

/** Of whom it is an answer to what: a question by its id, or what else it was said at. */
export const TO_STAFF = '.staff'
export const TO_BE_CALLED = '.call'

/** A message without its sound. `at`: epoch milliseconds. */
export type VoiceMessage = VoiceFile & { id: string; about: string; at: number; input: string }

/** What a record says of one. */
export type RecordedVoice = Omit<VoiceMessage, 'input'>

/** What a file of one can be. */
export const SOUND_TYPES = [
  'audio/ogg',
  'audio/wav',
  'audio/mp4',
  'audio/webm',
  'audio/mpeg',
] as const

const READERS = {
  'audio/ogg': oggSeconds,
  'audio/wav': wavSeconds,
  'audio/mp4': mp4Seconds,
  'audio/webm': webmSeconds,
  'audio/mpeg': mp3Seconds,
} as const satisfies Record<string, (file: Uint8Array) => number | undefined>

export type SoundType = keyof typeof READERS

/** Whether what is told of a message forbids to fetch it. */
export function tooMuch({ seconds = 0, bytes = 0 }: Claimed): NotTaken | undefined {
  if (seconds > LONGEST_VOICE) return 'too-long'
  return bytes > LARGEST_VOICE ? 'too-large' : undefined
}

/** What a file is, whatever it is called, or why it is not taken. */
export function voiceIn(file: Uint8Array): VoiceFile | { not: NotTaken } {
  if (file.length > LARGEST_VOICE) return { not: 'too-large' }
  for (const [type, read] of Object.entries(READERS)) {
    const seconds = read(file)
    if (seconds === undefined) continue
    // Recorders stop a little late.
    if (seconds >= LONGEST_VOICE + 1) return { not: 'too-long' }
    return { type: type as SoundType, seconds: Math.max(1, Math.floor(seconds)) }
  }
  return { not: 'no-sound' }
}
