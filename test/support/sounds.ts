// Sounds as a studio makes them, and what is none.
import { createMp3Encoder } from 'wasm-media-encoders'
import { encoded } from '../../src/staff/voices/studio-script.ts'

const RATE = 24_000

/** A tone of a loudness from 0 to 1, with silence around it where wished (seconds). */
export function tone(seconds: number, loudness = 0.3, silence = 0): Float32Array {
  const edge = Math.round(silence * RATE)
  const samples = new Float32Array(Math.round(seconds * RATE) + 2 * edge)
  for (let at = edge; at < samples.length - edge; at++) {
    samples[at] = loudness * Math.sin((2 * Math.PI * 220 * at) / RATE)
  }
  return samples
}

/** The MP3 that the studio's script makes of it. */
export const mp3Of = async (samples: Float32Array): Promise<Uint8Array<ArrayBuffer>> =>
  encoded(samples, await createMp3Encoder())

/** A WAV, as a telephone's recorder may make it. */
export function wavOf(samples: Float32Array): Buffer {
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + samples.length * 2, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(RATE, 24)
  head.writeUInt32LE(RATE * 2, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples.length * 2, 40)
  const body = Buffer.alloc(samples.length * 2)
  for (const [at, sample] of samples.entries()) {
    body.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), at * 2)
  }
  return Buffer.concat([head, body])
}
