// MP3s of one format: what was uploaded is read frame by frame, so that nothing but sound is kept, and clips can be
// put one after the other without a converter.

import { type Frame, framesIn, isInfo, reservoirOf, SAMPLES } from './mpeg-frame.ts'

/** Why a file is no clip. */
export type NotSound = 'empty' | 'not-mp3' | 'wrong-format' | 'too-long' | 'too-large'

/**
 * Frames alone, without what players and cameras write around them. `seconds` of sound.
 */
export type Sound = { frames: Uint8Array; seconds: number }

/**
 * What a studio makes: mono, so that a screen is small. One rate alone (Hz), so that any clip can follow any
 * other: players do not follow a change. A bit rate of 48 kbit/s is taken, too.
 */
export const CLIP_FORMAT = { channels: 1, sampleRate: 24_000, kbps: 32 } as const

const LONGEST_SECONDS = 60
export const LARGEST_BYTES = 500_000

const SPEEDS = [32, 48]

/** The sound of a file, or why it is none. It is judged by what is in it, whatever it is called. */
export function soundOf(file: Uint8Array): Sound | { not: NotSound } {
  if (file.length === 0) return { not: 'empty' }
  if (file.length > LARGEST_BYTES) return { not: 'too-large' }
  const frames = framesIn(file)
  if (!frames) return { not: 'not-mp3' }
  const [first, ...others] = isInfo(file, frames[0]) ? frames.slice(1) : frames
  if (!first) return { not: 'empty' }
  const all = [first, ...others]
  const isOurs = all.every(isOfFormat)
  // A file cut in the middle needs bytes of a frame that is not there.
  if (!isOurs || reservoirOf(file, first) > 0) return { not: 'wrong-format' }
  const seconds = (all.length * SAMPLES) / first.sampleRate
  if (seconds > LONGEST_SECONDS) return { not: 'too-long' }
  const end = all[all.length - 1] ?? first
  return {
    frames: file.slice(first.at, end.at + end.length),
    seconds,
  }
}

/** How long frames that {@link soundOf} let pass are heard, in seconds. */
export function secondsOf(frames: Uint8Array): number {
  const all = framesIn(frames) ?? []
  return all.reduce((sum, { sampleRate }) => sum + SAMPLES / sampleRate, 0)
}

/** Clips and pauses (milliseconds) as one file; `undefined` where there is no clip. */
export function joined(
  pieces: readonly (Uint8Array | { pause: number })[],
): Uint8Array | undefined {
  if (!pieces.some((piece) => piece instanceof Uint8Array)) return undefined
  const parts = pieces.map((piece) => (piece instanceof Uint8Array ? piece : silence(piece.pause)))
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

// MPEG-2, layer III, no checksum; 32 kbit/s at 24 kHz; one channel. What follows is zero: no sound.
const SILENT_HEADER = [0xff, 0xf3, 0x44, 0xc4]
const SILENT_BYTES = (SAMPLES / 8) * ((CLIP_FORMAT.kbps * 1000) / CLIP_FORMAT.sampleRate)

/** Frames without sound, about so many milliseconds long. */
function silence(milliseconds: number): Uint8Array {
  const count = Math.round((milliseconds / 1000) * (CLIP_FORMAT.sampleRate / SAMPLES))
  const frames = new Uint8Array(SILENT_BYTES * count)
  for (let nth = 0; nth < count; nth++) frames.set(SILENT_HEADER, nth * SILENT_BYTES)
  return frames
}

const isOfFormat = ({ version, mono, sampleRate, kbps }: Frame): boolean =>
  version === 2 && mono && sampleRate === CLIP_FORMAT.sampleRate && SPEEDS.includes(kbps)
