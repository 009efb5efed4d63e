import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  joined,
  LARGEST_BYTES,
  type NotSound,
  type Sound,
  secondsOf,
  soundOf,
} from '../../../src/domain/spoken/mp3.ts'
import { runs } from '../../support/runs.ts'

// The files beside it: espeak-ng 1.51 ("Guten Tag", "Merhaba") through lame 3.100 (-m m -b 32 --cbr --resample 24
// with an ID3v2, or an ID3v1 tag; -t -b 48; -t -b 32 --resample 22.05), ffmpeg for stereo (MPEG-1) and Opus;
// wasm-media-encoders 0.7.0, as in a browser, for the studio's (32 kbit/s, outputSampleRate 24 kHz).
const file = (name: string) =>
  new Uint8Array(readFileSync(new URL(`sounds/${name}`, import.meta.url)))

const sound = (bytes: Uint8Array): Sound => {
  const found = soundOf(bytes)
  if ('not' in found) throw new Error(found.not)
  return found
}
const faultOf = (bytes: Uint8Array): NotSound | undefined => {
  const found = soundOf(bytes)
  return 'not' in found ? found.not : undefined
}
const concat = (...pieces: (Uint8Array | number[])[]) =>
  Uint8Array.from(pieces.flatMap((piece) => [...piece]))
const text = (words: string) => [...words].map((letter) => letter.charCodeAt(0))

const tagged = file('tagged-24.mp3')
const plain = file('plain-24.mp3')

/** So many silent frames of our format: 24 ms each. */
const silent = (count: number): Uint8Array => {
  const whole = joined([sound(tagged).frames, { pause: count * 24 }]) ?? new Uint8Array()
  return whole.slice(sound(tagged).frames.length)
}

describe('a file', () => {
  test.each([
    ['tagged-24.mp3', 1.056],
    ['plain-24.mp3', 1.008],
    ['fast-24.mp3', 1.056],
    ['studio-24.mp3', 1.056],
  ])('%s is sound of %f s', (name, seconds) => {
    const found = sound(file(name))
    expect(found.seconds).toBeCloseTo(seconds, 3)
    expect(secondsOf(found.frames)).toBeCloseTo(seconds, 3)
  })

  test.each<[string, Uint8Array, NotSound]>([
    ['nothing', new Uint8Array(), 'empty'],
    ['another sound', file('voice.ogg'), 'not-mp3'],
    ['words', Uint8Array.from(text('Das ist kein Ton.')), 'not-mp3'],
    [
      'a picture by another name',
      concat([0xff, 0xd8, 0xff, 0xe0], text('JFIF'), new Uint8Array(400)),
      'not-mp3',
    ],
    ['only a tag', tagged.slice(0, 10 + (tagged[9] ?? 0)), 'not-mp3'],
    ['only the frame that says how long it is', infoFrame(), 'empty'],
    [
      'sound with a page of the web behind it',
      concat(plain.slice(0, -128), text('<script>alert(1)</script>')),
      'not-mp3',
    ],
    [
      'sound with something else in its middle',
      concat(sound(plain).frames, text('ABCD'), sound(plain).frames),
      'not-mp3',
    ],
    ['another rate', file('other-22.mp3'), 'wrong-format'],
    ['two channels', file('stereo-44.mp3'), 'wrong-format'],
    ['the end of a sound', sound(tagged).frames.slice(96 * 10), 'wrong-format'],
    ['more than a minute', silent(2501), 'too-long'],
    ['more bytes than a clip has', new Uint8Array(LARGEST_BYTES + 1), 'too-large'],
  ])('%s is refused', (_what, bytes, fault) => {
    expect(faultOf(bytes)).toBe(fault)
  })

  test('of just a minute is taken', () => {
    expect(sound(silent(2500)).seconds).toBe(60)
  })

  test('keeps nothing but frames: no title, no name, no place', () => {
    const { frames } = sound(tagged)
    const name = Buffer.from('Jemand', 'utf16le')
    expect(Buffer.from(tagged).includes(name)).toBe(true)
    expect(Buffer.from(frames).includes(name)).toBe(false)
    expect([...frames.slice(0, 2)]).toEqual([0xff, 0xf3])
    expect(Buffer.from(sound(plain).frames).includes('TAG')).toBe(false)
    expect(Buffer.from(frames).includes('Info')).toBe(false)
  })

  test('read once more is the same', () => {
    const { frames } = sound(tagged)
    expect(sound(frames).frames).toEqual(frames)
  })

  test('that was cut off at its end is taken without the last frame', () => {
    const { frames, seconds } = sound(tagged)
    expect(sound(frames.slice(0, -30)).seconds).toBeCloseTo(seconds - 0.024, 6)
  })
})

describe('clips put together', () => {
  const a = sound(tagged)
  const b = sound(plain)

  test('are as long as they are, with their pauses', () => {
    const whole = joined([a.frames, { pause: 800 }, b.frames, { pause: 250 }, a.frames])
    const expected = 2 * a.seconds + b.seconds + 1.05
    expect(Math.abs(secondsOf(whole ?? new Uint8Array()) - expected)).toBeLessThan(0.024)
    expect(faultOf(whole ?? new Uint8Array())).toBeUndefined()
  })

  test('hold their own bytes, unchanged', () => {
    const whole = joined([a.frames, { pause: 24 }, b.frames]) ?? new Uint8Array()
    expect(whole.slice(0, a.frames.length)).toEqual(a.frames)
    expect(whole.slice(-b.frames.length)).toEqual(b.frames)
    expect(whole.length).toBe(a.frames.length + 96 + b.frames.length)
  })

  test.each([
    ['nothing', []],
    ['pauses alone', [{ pause: 500 }]],
  ])('%s is no sound', (_what, pieces) => {
    expect(joined(pieces)).toBeUndefined()
  })
})

describe('whatever bytes come', () => {
  const kept = (bytes: Uint8Array) => {
    const found = soundOf(bytes)
    if ('not' in found) return
    expect(found.seconds).toBeGreaterThan(0)
    expect(found.seconds).toBeLessThanOrEqual(60)
    expect(soundOf(found.frames)).toEqual(found)
  }

  test('they are refused or kept, and nothing is thrown', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), kept), { numRuns: runs(500) })
  })

  test('also where they begin as a tag or a frame does', () => {
    const begun = fc.constantFrom(
      [0xff, 0xf3, 0x44, 0xc4],
      [0xff, 0xfb, 0x90, 0x00],
      text('ID3\u0004\u0000\u0000'),
    )
    const bytes = fc.tuple(begun, fc.uint8Array({ maxLength: 1000 })).map((both) => concat(...both))
    fc.assert(fc.property(bytes, kept), { numRuns: runs(500) })
  })

  test('also where a sound is changed in places', () => {
    const change = fc.record({ at: fc.nat(plain.length - 1), byte: fc.nat(255) })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), fc.nat(plain.length), (changes, end) => {
        const bytes = plain.slice(0, end)
        for (const { at, byte } of changes) if (at < end) bytes[at] = byte
        kept(bytes)
      }),
      { numRuns: runs(500) },
    )
  })
})

/** The first frame of a file of lame's, which has no sound; behind the last are 128 bytes of ID3v1. */
function infoFrame(): Uint8Array {
  return plain.slice(0, plain.length - 128 - sound(plain).frames.length)
}
