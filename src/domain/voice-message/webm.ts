// WebM with sound alone (what browsers record): elements of EBML, RFC 8794 and RFC 9559.

import { lettersAt, numberAt } from './bytes.ts'

const [HEAD, SEGMENT, INFO, SCALE] = [0x1a45dfa3, 0x18538067, 0x1549a966, 0x2ad7b1]
const [TRACKS, ENTRY, TYPE] = [0x1654ae6b, 0xae, 0x83]
const [CLUSTER, AT, GROUP, BLOCK, SIMPLE] = [0x1f43b675, 0xe7, 0xa0, 0xa1, 0xa3]
const OPENED = [SEGMENT, INFO, TRACKS, ENTRY, CLUSTER, GROUP]
const SOUND = 2

type Found = { scale: number; types: number[]; cluster: number; last: number }

/** How long it is in seconds, by its last block: recorders do not know in advance. */
export function webmSeconds(file: Uint8Array): number | undefined {
  if (numberAt(file, 0, 4) !== HEAD || !lettersAt(file, 0, 64).includes('webm')) return undefined
  const found: Found = { scale: 1_000_000, types: [], cluster: 0, last: 0 }
  for (let at = 0; at < file.length; ) {
    const element = elementAt(file, at)
    if (!element) break
    note(file, element, found)
    at = OPENED.includes(element.id) ? element.from : element.until
  }
  const { types, last, scale } = found
  const isSound = types.length > 0 && types.every((type) => type === SOUND)
  return isSound && last > 0 ? (last * scale) / 1e9 : undefined
}

type Element = { id: number; from: number; until: number }

function note(file: Uint8Array, { id, from, until }: Element, found: Found): void {
  const value = () => numberAt(file, from, Math.min(until - from, 6))
  if (id === SCALE) found.scale = value()
  if (id === TYPE) found.types.push(value())
  if (id === AT) found.cluster = value()
  if (id !== SIMPLE && id !== BLOCK) return
  // After the number of the track, one byte in files of few tracks: from the beginning of the cluster.
  found.last = Math.max(found.last, found.cluster + numberAt(file, from + 1, 2))
}

/** An element; one of unknown length goes on to the end. */
function elementAt(file: Uint8Array, at: number): Element | undefined {
  const idLength = lengthOf(file[at])
  const sizeLength = lengthOf(file[at + idLength])
  if (idLength > 4 || sizeLength > 8) return undefined
  const id = numberAt(file, at, idLength)
  const from = at + idLength + sizeLength
  const marked = numberAt(file, at + idLength, Math.min(sizeLength, 6))
  const isUnknown =
    (file[at + idLength] ?? 0) === 2 ** (9 - sizeLength) - 1 &&
    allOnes(file, at + idLength + 1, sizeLength - 1)
  // Of eight bytes only small ones can be: their first two say nothing.
  const size =
    sizeLength > 6 ? numberAt(file, at + idLength + 2, 6) : marked - 2 ** (7 * sizeLength)
  const until = isUnknown ? file.length : from + size
  return from > file.length || until > file.length ? undefined : { id, from, until }
}

const allOnes = (file: Uint8Array, at: number, length: number) =>
  file.subarray(at, at + length).every((byte) => byte === 0xff)

/** How many bytes a number has, by its first. */
const lengthOf = (first = 0): number => Math.clz32(first) - 24 + 1
