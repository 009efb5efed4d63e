// Frames of MPEG audio, layer III (ISO/IEC 11172-3, 13818-3), as they stand in a file.

/** Samples in a frame of MPEG-2, half of those in one of MPEG-1. */
export const SAMPLES = 576

/** One frame: where it stands, how long it is in bytes, and what its header says. */
export type Frame = {
  at: number
  length: number
  version: 1 | 2 | 2.5
  mono: boolean
  sampleRate: number
  kbps: number
  isChecked: boolean
}

const KBPS_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const KBPS_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
const RATES_2 = [22_050, 24_000, 16_000]
const RATES = { 1: [44_100, 48_000, 32_000], 2: RATES_2, 2.5: [11_025, 12_000, 8_000] } as const
const VERSIONS = [2.5, undefined, 2, 1] as const

/** All frames of a file one after the other; `undefined` where something else stands between them. */
export function framesIn(file: Uint8Array): Frame[] | undefined {
  const frames: Frame[] = []
  let at = afterTag(file)
  while (at < file.length) {
    const frame = headerAt(file, at)
    if (!frame) break
    // The last frame of a recording that was stopped may be cut off: it is left out.
    if (at + frame.length > file.length) return frames.length > 0 ? frames : undefined
    frames.push(frame)
    at += frame.length
  }
  if (frames.length === 0) return undefined
  return at >= file.length || isTrailer(file, at) ? frames : undefined
}

/** The frame that begins at a byte, if one does. */
function headerAt(file: Uint8Array, at: number): Frame | undefined {
  const [sync = 0, kind = 0, rates = 0, mode = 0] = file.subarray(at, at + 4)
  const isLayer3 = sync === 0xff && (kind & 0xe6) === 0xe2
  const version = VERSIONS[(kind >> 3) & 3]
  if (!isLayer3 || version === undefined || file.length < at + 4) return undefined
  const kbps = (version === 1 ? KBPS_1 : KBPS_2)[rates >> 4]
  const sampleRate = RATES[version][(rates >> 2) & 3]
  // Without a bit rate of its own a frame does not say where it ends.
  if (!kbps || !sampleRate) return undefined
  const samples = version === 1 ? 2 * SAMPLES : SAMPLES
  const length = Math.floor(((samples / 8) * kbps * 1000) / sampleRate) + ((rates >> 1) & 1)
  const isChecked = (kind & 1) === 0
  return { at, length, version, mono: mode >> 6 === 3, sampleRate, kbps, isChecked }
}

/** Where the sound begins behind an ID3v2 tag, whose length is given in four times seven bits. */
function afterTag(file: Uint8Array): number {
  if (!hasText(file, 0, 'ID3')) return 0
  const [a = 0, b = 0, c = 0, d = 0] = file.subarray(6, 10)
  const hasFooter = ((file[5] ?? 0) & 0x10) !== 0
  let at = 10 + (a << 21) + (b << 14) + (c << 7) + d + (hasFooter ? 10 : 0)
  while (file[at] === 0) at++
  return at
}

/** What may follow the last frame: tags of players, or nothing but zeros. */
function isTrailer(file: Uint8Array, at: number): boolean {
  if (['TAG', 'APETAGEX', 'LYRICSBEGIN', 'ID3'].some((tag) => hasText(file, at, tag))) return true
  return file.subarray(at).every((byte) => byte === 0)
}

const CHECKSUM = 2
const HEADER = 4

/** Bytes of side information, behind the header and a checksum. */
const sideOf = ({ version, mono }: Frame) => (version === 1 ? (mono ? 17 : 32) : mono ? 9 : 17)

/** The frame that encoders write first to say how long the rest is: it has no sound. */
export function isInfo(file: Uint8Array, frame: Frame | undefined): boolean {
  if (!frame) return false
  const at = frame.at + HEADER + sideOf(frame) + (frame.isChecked ? CHECKSUM : 0)
  return (
    ['Xing', 'Info'].some((tag) => hasText(file, at, tag)) || hasText(file, frame.at + 36, 'VBRI')
  )
}

/** How many bytes a frame takes from those before it (main_data_begin). */
export function reservoirOf(file: Uint8Array, { at, isChecked, version }: Frame): number {
  const side = at + HEADER + (isChecked ? CHECKSUM : 0)
  const [first = 0, second = 0] = file.subarray(side, side + 2)
  return version === 1 ? (first << 1) | (second >> 7) : first
}

function hasText(file: Uint8Array, at: number, text: string): boolean {
  return [...text].every((letter, nth) => file[at + nth] === letter.charCodeAt(0))
}
