// What simulated people send when they send a photo, a sticker or a voice message.
import type { Upload } from './schema.ts'

// One grey pixel: nobody looks into it, but a bot that fetches it gets a real picture.
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNsaGj4DwAEhgJAv5LkRQAAAABJRU5ErkJggg=='
const SAMPLE_RATE = 8000
const SECONDS = 2

export function sampleFile(kind: 'photo' | 'sticker' | 'voice'): Upload {
  if (kind === 'voice') return { name: 'voice.wav', type: 'audio/wav', bytes: hum() }
  const bytes = Uint8Array.from(atob(PIXEL), (character) => character.charCodeAt(0))
  return { name: `${kind}.png`, type: 'image/png', bytes }
}

/** A quiet tone as an 8-bit mono WAV file. */
function hum() {
  const samples = SAMPLE_RATE * SECONDS
  const bytes = new Uint8Array(44 + samples)
  const view = new DataView(bytes.buffer)
  const tag = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at)
  tag(0, 'RIFF')
  view.setUint32(4, 36 + samples, true)
  tag(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, SAMPLE_RATE, true)
  view.setUint32(28, SAMPLE_RATE, true)
  view.setUint16(32, 1, true)
  view.setUint16(34, 8, true)
  tag(36, 'data')
  view.setUint32(40, samples, true)
  for (let at = 0; at < samples; at += 1) {
    bytes[44 + at] = 128 + Math.round(20 * Math.sin((at * 2 * Math.PI * 220) / SAMPLE_RATE))
  }
  return bytes
}
