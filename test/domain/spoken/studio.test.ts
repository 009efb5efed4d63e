// How far a voice is, and what is read next.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Chapter,
  chaptersOf,
  countOf,
  nextToRecord,
} from '../../../src/domain/spoken/studio.ts'
import { runs } from '../../support/runs.ts'
import { book, keys } from './books.ts'

type Known = Parameters<typeof chaptersOf>[1][number]
const own = [...book('ckb').clips.values()]
const hashOf = (key: string) => book('ckb').clips.get(key)?.hash ?? ''
const KEY = 'lobby.consent.button.agree'
const standOf = (recordings: Known[]) =>
  chaptersOf(book('ckb'), recordings)
    .flatMap(({ clips }) => clips)
    .find(({ clip }) => clip.key === KEY)?.state

const of = (state: Known['state'], hash = hashOf(KEY)): Known => ({ key: KEY, hash, state })

test.each([
  ['nothing', [], 'missing'],
  ['one that waits', [of('recorded')], 'waiting'],
  ['one that is released', [of('released')], 'done'],
  ['one that is released, and a newer one', [of('released'), of('recorded')], 'waiting'],
  ['one of older words', [of('released', 'older')], 'stale'],
  ['one of older words that waits', [of('recorded', 'older')], 'stale'],
  ['one of older words, and a newer one', [of('released', 'older'), of('recorded')], 'waiting'],
  ['one of today’s words, and an older that waits', [of('released'), of('recorded', 'o')], 'done'],
] as const)('with %s a clip is %s', (_, recordings, state) => {
  expect(standOf([...recordings])).toBe(state)
})

test.each(keys)(
  'in %s each clip is in one chapter, what is heard seldom in the last',
  (language) => {
    const chapters = chaptersOf(book(language), [])
    const clips = chapters.flatMap((chapter) => chapter.clips.map(({ clip }) => clip.key))
    expect(new Set(clips)).toEqual(new Set(book(language).clips.keys()))
    expect(clips).toHaveLength(book(language).clips.size)
    expect(chapters[0]?.key).toBe('lobby')
    expect(chapters.at(-1)?.key).toBe('rare')
    const count = countOf(chapters.flatMap((chapter) => chapter.clips))
    expect(count).toMatchObject({ all: clips.length, missing: clips.length, done: 0 })
  },
)

describe('what is read next', () => {
  const reading = (recordings: Known[]): string[] => {
    const read: string[] = []
    const all = [...recordings]
    for (let after: string | null = null; read.length <= own.length; ) {
      const next = nextToRecord(chaptersOf(book('ckb'), all), after)
      if (!next) return read
      read.push(next.key)
      all.push({ key: next.key, hash: next.hash, state: 'recorded' })
      after = next.key
    }
    return read
  }

  test('leads through everything that is missing or of older words, each once', () => {
    const some = fc.subarray(own, { minLength: own.length - 12 })
    fc.assert(
      fc.property(some, fc.boolean(), (done, isStale) => {
        const left = own.filter((clip) => !done.includes(clip)).map(({ key }) => key)
        const recordings = done.map(({ key, hash }): Known => ({ key, hash, state: 'released' }))
        const older = left.map((key): Known => ({ key, hash: 'older', state: 'released' }))
        expect(reading(isStale ? [...recordings, ...older] : recordings).sort()).toEqual(
          left.sort(),
        )
      }),
      { numRuns: runs(20) },
    )
  })

  test('goes on behind the clip that was read, and round to the first', () => {
    const chapters: Chapter[] = chaptersOf(book('ckb'), [])
    const all = chapters.flatMap(({ clips }) => clips.map(({ clip }) => clip.key))
    expect(nextToRecord(chapters, null)?.key).toBe(all[0])
    expect(nextToRecord(chapters, all[5] ?? '')?.key).toBe(all[6])
    expect(nextToRecord(chapters, all.at(-1) ?? '')?.key).toBe(all[0])
    expect(nextToRecord(chapters, 'no.such.text')?.key).toBe(all[0])
  })
})
