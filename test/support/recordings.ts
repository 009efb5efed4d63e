// Voice messages as recorders make them, built byte by byte; what is in them is silence.

const text = (letters: string) => [...letters].map((letter) => letter.charCodeAt(0))
const big = (value: number, bytes: number) =>
  Array.from({ length: bytes }, (_, nth) => Math.floor(value / 256 ** (bytes - 1 - nth)) % 256)
const little = (value: number, bytes: number) => big(value, bytes).reverse()

/** OGG/Opus, as Telegram and Android record. */
export function ogg(seconds: number, codec = 'OpusHead'): Uint8Array<ArrayBuffer> {
  const head = [...text(codec), 1, 1, ...little(312, 2), ...little(48_000, 4), 0, 0, 0]
  const page = (position: number, body: number[]) => [
    ...[...text('OggS'), 0, 0, ...little(position, 8), ...little(1, 4), ...little(0, 8)],
    ...[1, body.length, ...body],
  ]
  return Uint8Array.from([
    ...page(0, head),
    ...page(
      seconds * 48_000 + 312,
      Array.from({ length: 80 }, () => 0),
    ),
  ])
}

/** WAV of one byte a sample, 8 kHz. */
export function wav(seconds: number): Uint8Array<ArrayBuffer> {
  const samples = Math.round(seconds * 8000)
  const format = [...little(1, 2), ...little(1, 2), ...little(8000, 4), ...little(8000, 4)]
  const fmt = [...text('fmt '), ...little(16, 4), ...format, 1, 0, 8, 0]
  const data = new Uint8Array(samples).fill(128)
  const start = [...text('RIFF'), ...little(36 + samples, 4), ...text('WAVE'), ...fmt]
  return Uint8Array.from([...start, ...text('data'), ...little(samples, 4), ...data])
}

const box = (name: string, inner: number[]) => [
  ...big(inner.length + 8, 4),
  ...text(name),
  ...inner,
]

/** M4A, as iPhones record; `handler`: `vide` makes it a film. */
export function m4a(seconds: number, handler = 'soun', codec = 'mp4a'): Uint8Array<ArrayBuffer> {
  const zero = (count: number) => Array.from({ length: count }, () => 0)
  const header = box('mvhd', [...zero(12), ...big(1000, 4), ...big(seconds * 1000, 4), ...zero(80)])
  const table = box('stsd', [...zero(4), ...big(1, 4), ...box(codec, zero(28))])
  const kind = box('hdlr', [...zero(8), ...text(handler), ...zero(12)])
  const media = box('mdia', [...kind, ...box('minf', box('stbl', table))])
  return Uint8Array.from([
    ...box('ftyp', [...text('M4A '), ...zero(4)]),
    ...box('moov', [...header, ...box('trak', media)]),
    ...box('mdat', zero(200)),
  ])
}

/** WebM/Opus, as browsers record: of unknown length, blocks of a second. `track`: 1 makes it a film. */
export function webm(seconds: number, track = 2): Uint8Array<ArrayBuffer> {
  const element = (id: number[], inner: number[]) => [
    ...id,
    0x10,
    ...big(inner.length, 3),
    ...inner,
  ]
  const open = [0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]
  const head = element([0x1a, 0x45, 0xdf, 0xa3], element([0x42, 0x82], text('webm')))
  const tracks = element([0x16, 0x54, 0xae, 0x6b], element([0xae], element([0x83], [track])))
  const block = (at: number) => element([0xa3], [0x81, ...big(at, 2), 0x80, 1, 2, 3])
  const clusters = Array.from({ length: seconds + 1 }, (_, at) => [
    ...[0x1f, 0x43, 0xb6, 0x75, ...open],
    ...[...element([0xe7], big(at * 1000, 3)), ...block(0)],
  ])
  return Uint8Array.from([
    ...[...head, 0x18, 0x53, 0x80, 0x67, ...open, ...tracks],
    ...clusters.flat(),
  ])
}

/** MP3 at 24 kHz, 32 kbit/s: frames of 24 milliseconds. */
export function mp3(seconds: number): Uint8Array<ArrayBuffer> {
  const frames = Math.round(seconds / 0.024)
  const file = new Uint8Array(96 * frames)
  for (let nth = 0; nth < frames; nth++) file.set([0xff, 0xf3, 0x44, 0xc4], nth * 96)
  return file
}

/** As somebody sends it in Telegram. */
export const sent = (bytes: Uint8Array<ArrayBuffer>, type = 'audio/ogg') => ({
  file: { name: 'voice.ogg', type, bytes },
})
