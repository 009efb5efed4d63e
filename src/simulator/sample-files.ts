// What simulated people send when they send a photo, a sticker or a voice message.
import type { Upload } from './schema.ts'

// A letter on a table, as people photograph them, and a picture for what the emoji shows anyway.
const LETTER = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 320" width="240" height="320">
<rect width="240" height="320" fill="#8d7560"/><g transform="rotate(-4 120 160)">
<rect x="34" y="26" width="172" height="268" fill="#fbfaf5"/>
<g fill="#7c8794"><rect x="52" y="48" width="64" height="8"/><rect x="52" y="62" width="48" height="5"/>
<rect x="52" y="98" width="96" height="9" fill="#414b57"/>${[124, 138, 152, 166, 194, 208, 222]
  .map((y) => `<rect x="52" y="${y}" width="${132 - (y % 5) * 9}" height="5"/>`)
  .join('')}
<rect x="52" y="256" width="56" height="5"/></g></g></svg>`
const STICKER = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"/>'
const SAMPLE_RATE = 8000
const SECONDS = 2

export function sampleFile(kind: 'photo' | 'sticker' | 'voice'): Upload {
  if (kind === 'voice') return { name: 'voice.wav', type: 'audio/wav', bytes: hum() }
  const bytes = new TextEncoder().encode(kind === 'photo' ? LETTER : STICKER)
  return { name: `${kind}.svg`, type: 'image/svg+xml', bytes }
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
