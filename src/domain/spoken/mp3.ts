// MP3s of one format: what was uploaded is read frame by frame, so that nothing but sound is kept, and clips can be
// put one after the other without a converter.

import {
  type Frame,
  framesIn,
  headerAt,
  isInfo,
  KBPS_2,
  RATES_2,
  reservoirOf,
  SAMPLES,
} from './mpeg-frame.ts'

/** Why a file is no clip. */
export type NotSound = 'empty' | 'not-mp3' | 'wrong-format' | 'too-long' | 'too-large'

/**
 * Frames alone, without what players and cameras write around them. `seconds` of sound; `sampleRate` in
 * Hz, `kbps` of its fastest frame.
 */
export type Sound = { frames: Uint8Array; seconds: number; sampleRate: number; kbps: number }

/** What a studio makes: mono, so that a screen is small; any clip can follow any other. */
export const CLIP_FORMAT = { channels: 1, sampleRate: 24_000, kbps: 32 } as const

export const LONGEST_SECONDS = 60
export const LARGEST_BYTES = 500_000

const SAMPLE_RATES = [22_050, 24_000]
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
  const isOurs = all.every((one) => isOfFormat(one) && one.sampleRate === first.sampleRate)
  // A file cut in the middle needs bytes of a frame that is not there.
  if (!isOurs || reservoirOf(file, first) > 0) return { not: 'wrong-format' }
  const seconds = (all.length * SAMPLES) / first.sampleRate
  if (seconds > LONGEST_SECONDS) return { not: 'too-long' }
  const end = all[all.length - 1] ?? first
  return {
    frames: file.slice(first.at, end.at + end.length),
    seconds,
    sampleRate: first.sampleRate,
    kbps: Math.max(...all.map(({ kbps }) => kbps)),
  }
}

/** How long frames that {@link soundOf} let pass are heard, in seconds. */
export function secondsOf(frames: Uint8Array): number {
  const all = framesIn(frames) ?? []
  return all.reduce((sum, { sampleRate }) => sum + SAMPLES / sampleRate, 0)
}

/**
 * Clips and pauses (milliseconds) as one file; `undefined` where there is no sound, or where the clips are not of one
 * sample rate, which no player follows.
 */
export function joined(
  pieces: readonly (Uint8Array | { pause: number })[],
): Uint8Array | undefined {
  const clips = pieces.filter((piece) => piece instanceof Uint8Array)
  const rates = new Set(clips.map((clip) => headerAt(clip, 0)?.sampleRate))
  const [sampleRate] = rates
  if (sampleRate === undefined || rates.size > 1) return undefined
  const parts = pieces.map((piece) =>
    piece instanceof Uint8Array ? piece : silence(piece.pause, sampleRate),
  )
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Frames without sound, about so many milliseconds long: a header, and nothing that could be heard. */
function silence(milliseconds: number, sampleRate: number): Uint8Array {
  const { kbps } = CLIP_FORMAT
  const length = Math.floor((SAMPLES / 8) * ((kbps * 1000) / sampleRate))
  const count = Math.round((milliseconds / 1000) * (sampleRate / SAMPLES))
  const frames = new Uint8Array(length * count)
  const header = [
    0xff,
    0xf3,
    (KBPS_2.indexOf(kbps) << 4) | (RATES_2.indexOf(sampleRate) << 2),
    0xc4,
  ]
  for (let nth = 0; nth < count; nth++) frames.set(header, nth * length)
  return frames
}

const isOfFormat = ({ version, mono, sampleRate, kbps }: Frame): boolean =>
  version === 2 && mono && SAMPLE_RATES.includes(sampleRate) && SPEEDS.includes(kbps)
