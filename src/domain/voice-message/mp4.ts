// MP4 with sound alone (M4A, what iPhones record): boxes of ISO/IEC 14496-12.

import { lettersAt, numberAt } from './bytes.ts'

type Box = { name: string; from: number; until: number }

// What browsers play; AMR, which old telephones record, they do not.
const CODECS = ['mp4a', 'Opus', 'alac']

/** How long it is in seconds; `undefined` for anything else, films among it. */
export function mp4Seconds(file: Uint8Array): number | undefined {
  const [first] = boxesIn(file, 0, file.length)
  if (first?.name !== 'ftyp') return undefined
  const moov = boxesIn(file, 0, file.length).find(({ name }) => name === 'moov')
  const inside = moov ? boxesIn(file, moov.from, moov.until) : []
  const tracks = inside.filter(({ name }) => name === 'trak')
  const isSound = tracks.length > 0 && tracks.every((track) => isOfSound(file, track))
  const header = inside.find(({ name }) => name === 'mvhd')
  if (!isSound || !header) return undefined
  // Version 1 has instants of eight bytes.
  const isLong = file[header.from] === 1
  const scale = numberAt(file, header.from + (isLong ? 20 : 12), 4)
  const duration = isLong
    ? numberAt(file, header.from + 26, 6)
    : numberAt(file, header.from + 16, 4)
  return scale > 0 && duration > 0 ? duration / scale : undefined
}

function isOfSound(file: Uint8Array, track: Box): boolean {
  const media = within(file, track, 'mdia')
  const handler = media && within(file, media, 'hdlr')
  const table = ['minf', 'stbl', 'stsd'].reduce<Box | undefined>(
    (box, name) => box && within(file, box, name),
    media,
  )
  if (!handler || !table || lettersAt(file, handler.from + 8) !== 'soun') return false
  return CODECS.includes(lettersAt(file, table.from + 12))
}

const within = (file: Uint8Array, { from, until }: Box, name: string): Box | undefined =>
  boxesIn(file, from, until).find((box) => box.name === name)

/** The boxes of a stretch, as far as they are whole. */
function boxesIn(file: Uint8Array, from: number, until: number): Box[] {
  const boxes: Box[] = []
  for (let at = from; at + 8 <= until; ) {
    const said = numberAt(file, at, 4)
    const isLong = said === 1
    const length = isLong ? numberAt(file, at + 10, 6) : said === 0 ? until - at : said
    const inner = isLong ? 16 : 8
    if (length < inner || at + length > until) break
    boxes.push({ name: lettersAt(file, at + 4), from: at + inner, until: at + length })
    at += length
  }
  return boxes
}
