// What the studio's script makes of a sound, without a browser.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joined, type Sound, soundOf } from '../../src/domain/spoken/mp3.ts'
import { levelled, loudnessOf, trimmed } from '../../src/staff/voices/studio-script.ts'
import { mp3Of, tone } from '../support/sounds.ts'

describe('silence at both ends', () => {
  test('is cut, but for a moment', () => {
    const samples = trimmed(tone(1, 0.3, 2))
    expect(samples.length / 24_000).toBeGreaterThan(1.1)
    expect(samples.length / 24_000).toBeLessThan(1.3)
  })

  test('is all there is of a sound without sound', () => {
    expect(trimmed(new Float32Array(48_000))).toHaveLength(0)
    expect(trimmed(new Float32Array())).toHaveLength(0)
  })

  test('is what is cut alone: what is left is a stretch of what was there, with all that is loud', () => {
    const samples = fc.float32Array({ min: -1, max: 1, noNaN: true, maxLength: 3000 })
    fc.assert(
      fc.property(samples, (all) => {
        const left = trimmed(all)
        const text = [...all].join()
        return text.includes([...left].join()) && left.length <= all.length
      }),
    )
  })
})

test.each([
  [0.01, 'quiet'],
  [0.1, 'good'],
  [0.5, 'good'],
  [1, 'clipped'],
] as const)('a loudness of %d is %s', (loudness, told) => {
  expect(loudnessOf(tone(1, loudness))).toBe(told)
})

test('speech with long pauses is as loud as its words', () => {
  const words = tone(0.3, 0.1, 2)
  expect(loudnessOf(words)).toBe('good')
})

test('what is loud and what is quiet are about as loud in the end, and never distorted', () => {
  const peak = (samples: Float32Array) => Math.max(...samples.map(Math.abs))
  const [quiet, loud] = [levelled(tone(0.5, 0.06)), levelled(tone(0.5, 0.6))]
  expect(peak(quiet) / peak(loud)).toBeCloseTo(1, 1)
  // Of a whisper no more than four times as much, so that the room stays quiet.
  expect(peak(levelled(tone(0.5, 0.01)))).toBeCloseTo(0.04, 2)
  expect(levelled(new Float32Array(500))).toEqual(new Float32Array(500))
  fc.assert(
    fc.property(fc.float32Array({ min: -1, max: 1, noNaN: true, maxLength: 2000 }), (all) =>
      levelled(all).every((sample) => Math.abs(sample) <= 0.91 || all.length === 0),
    ),
  )
})

test.each([0.05, 0.4, 3, 30])(
  '%d seconds become an MP3 that is taken as it is',
  async (seconds) => {
    const sound = soundOf(await mp3Of(tone(seconds))) as Sound
    expect(sound).toMatchObject({ frames: expect.any(Uint8Array) })
    expect(Math.abs(sound.seconds - seconds)).toBeLessThan(0.2)
  },
)

test('two of them can be put one after the other', async () => {
  const one = soundOf(await mp3Of(tone(0.4))) as Sound
  const other = soundOf(await mp3Of(tone(0.7, 0.6))) as Sound
  const whole = joined([one.frames, { pause: 240 }, other.frames])
  const read = soundOf(whole ?? new Uint8Array()) as Sound
  expect(read.seconds).toBeCloseTo(one.seconds + 0.24 + other.seconds, 2)
})
