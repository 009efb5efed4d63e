// Times at which twelve hours and twenty-four, midnight and noon are easily mistaken, checked by hand.

import { describe, expect, test } from 'vitest'
import { timeKeys, whenKeys } from '../../../src/domain/spoken/dates.ts'
import { book, keys, reading } from './books.ts'

const SAID: Record<string, Record<string, string>> = {
  ckb: {
    '00:05': 'کاتژمێر دوازدەی نیوەشەو و پێنج خولەک',
    '12:00': 'کاتژمێر دوازدەی نیوەڕۆ',
    '12:30': 'کاتژمێر دوازدەی نیوەڕۆ و سی خولەک',
    '16:45': 'کاتژمێر چواری پاش نیوەڕۆ و چل و پێنج خولەک',
    '23:59': 'کاتژمێر یازدەی شەو و پەنجا و نۆ خولەک',
  },
  kmr: {
    '00:05': 'saet sifir û pênc deqe',
    '12:00': 'saet diwazdeh',
    '12:30': 'saet diwazdeh û sî deqe',
    '16:45': 'saet şazdeh û çil û pênc deqe',
    '23:59': 'saet bîst û sê û pêncî û neh deqe',
  },
  ar: {
    '00:05': 'الساعة الثانية عشرة منتصف الليل وخمس دقائق',
    '12:00': 'الساعة الثانية عشرة ظهرًا',
    '12:30': 'الساعة الثانية عشرة ظهرًا وثلاثون دقيقة',
    '16:45': 'الساعة الرابعة بعد الظهر وخمس وأربعون دقيقة',
    '23:59': 'الساعة الحادية عشرة ليلًا وتسع وخمسون دقيقة',
  },
  prs: {
    '00:05': 'ساعت دوازده شب و پنج دقیقه',
    '12:00': 'ساعت دوازده ظهر',
    '12:30': 'ساعت دوازده ظهر و سی دقیقه',
    '16:45': 'ساعت چهار بعد از ظهر و چهل و پنج دقیقه',
    '23:59': 'ساعت یازده شب و پنجاه و نه دقیقه',
  },
}

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
const wordsOf = (language: string, said: readonly string[] | undefined) =>
  said?.map((key) => book(language).clips.get(key)?.words).join(' ')

describe.each(Object.entries(SAID))('%s', (language, times) => {
  test.each(Object.entries(times))('%s', (clock, words) => {
    expect(wordsOf(language, timeKeys(minutesOf(clock), reading(language)))).toBe(words)
  })
})

// As clocks in Berlin show it: the hour that is left out is never said, the one that comes twice is said alike.
describe.each(keys)('%s when the clocks change', (language) => {
  const time = (instant: string) => {
    const at = Date.parse(instant)
    return wordsOf(language, whenKeys(at, at, reading(language)))
  }
  const clock = (minutes: number) => wordsOf(language, timeKeys(minutes, reading(language))) ?? '?'

  test.each([
    ['2026-03-29T00:59:00Z', 1 * 60 + 59],
    ['2026-03-29T01:00:00Z', 3 * 60],
    ['2026-10-25T00:30:00Z', 2 * 60 + 30],
    ['2026-10-25T01:30:00Z', 2 * 60 + 30],
    ['2026-10-25T02:00:00Z', 3 * 60],
    ['2026-03-28T23:05:00Z', 5],
    ['2026-10-25T22:59:00Z', 23 * 60 + 59],
  ])('%s', (instant, minutes) => {
    expect(time(instant)?.endsWith(clock(minutes))).toBe(true)
  })
})
