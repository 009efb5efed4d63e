import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LARGEST_VOICE, tooMuch, voiceIn } from '../../../src/domain/voice-message/voice-message.ts'
import { m4a, mp3, ogg, wav, webm } from '../../support/recordings.ts'

const MADE = {
  'audio/ogg': ogg,
  'audio/wav': wav,
  'audio/mp4': m4a,
  'audio/webm': webm,
  'audio/mpeg': mp3,
}

describe.each(Object.entries(MADE))('a recording as %s', (type, make) => {
  test.each([1, 2, 42, 60])('of %i s is known by what is in it', (seconds) => {
    const found = voiceIn(make(seconds))
    expect(found).toMatchObject({ type })
    expect('seconds' in found && Math.abs(found.seconds - seconds)).toBeLessThanOrEqual(1)
  })

  test('of more than a minute is too long', () => {
    expect(voiceIn(make(62))).toEqual({ not: 'too-long' })
  })

  test('is judged without a fault, wherever it is cut off or changed', () => {
    const file = make(3)
    const at = fc.integer({ min: 0, max: file.length })
    fc.assert(
      fc.property(at, at, fc.integer({ min: 0, max: 255 }), (end, place, byte) => {
        const broken = file.slice(0, end)
        if (place < broken.length) broken[place] = byte
        const found = voiceIn(broken)
        expect('not' in found || found.seconds >= 1).toBe(true)
      }),
    )
  })
})

test.each([
  ['nothing', new Uint8Array()],
  ['a text', new TextEncoder().encode('<!doctype html><script>alert(1)</script>')],
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
  ['a film in MP4', m4a(3, 'vide')],
  ['a film in WebM', webm(3, 1)],
  ['a film in OGG', ogg(3, '\u0080theora ')],
  ['AMR, which browsers do not play', m4a(3, 'soun', 'samr')],
  ['half an OGG', ogg(3).slice(0, 90)],
])('%s is no sound', (_, file) => {
  expect(voiceIn(file)).toEqual({ not: 'no-sound' })
})

test('any bytes are judged without a fault', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (file) => void voiceIn(file)))
})

test('too much is known before it is fetched, and again by the file', () => {
  expect(tooMuch({ seconds: 60, bytes: LARGEST_VOICE })).toBeUndefined()
  expect(tooMuch({ seconds: 61, bytes: 1 })).toBe('too-long')
  expect(tooMuch({ seconds: 1, bytes: LARGEST_VOICE + 1 })).toBe('too-large')
  expect(tooMuch({})).toBeUndefined()
  expect(voiceIn(new Uint8Array(LARGEST_VOICE + 1))).toEqual({ not: 'too-large' })
})
