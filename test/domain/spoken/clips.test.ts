import { describe, expect, test } from 'vitest'
import { bookOf } from '../../../src/domain/spoken/clips.ts'
import { textsOf, voicesOf } from '../../../src/domain/spoken/voices.ts'
import { isByPerson, rank } from '../../../src/domain/spoken/which.ts'
import { seedProfile } from '../../support/duisburg.ts'
import { book, keys, reading } from './books.ts'

const clipsOf = (language: string) => [...book(language).clips.values()]

describe.each(keys)('%s', (language) => {
  test('every clip has words, and nothing in them that is not read aloud', () => {
    for (const { key, words } of clipsOf(language)) {
      expect(words, key).toMatch(/[\p{L}\p{N}]/u)
      expect(words, key).not.toMatch(/\{|\}|\p{Extended_Pictographic}|[\u2066-\u2069]/u)
    }
  })

  test('has the clips of every other language, but for stretches and plural forms', () => {
    const whole = (key: string) => !/#|_(zero|one|two|few|many|other)$|persian|^list\./.test(key)
    const own = clipsOf(language)
      .map(({ key }) => key)
      .filter(whole)
    expect(own).toEqual(
      clipsOf('de')
        .map(({ key }) => key)
        .filter(whole),
    )
  })

  test('is read in the order of a talk, the parts of dates and names at the end', () => {
    const groups = [...new Set(clipsOf(language).map(({ group }) => group))]
    expect(groups.slice(0, 2)).toEqual(['lobby.language', 'lobby.consent'])
    expect(groups.indexOf('danger')).toBeLessThan(groups.indexOf('booking.times'))
    expect(groups.indexOf('booking.times')).toBeLessThan(groups.indexOf('date.weekday'))
    expect(groups.at(-1)).toMatch(/^name\./)
  })

  test('is an afternoon of reading: no more than 980 clips and 4,900 words', () => {
    const clips = clipsOf(language)
    expect(clips.length).toBeLessThan(980)
    expect(clips.flatMap(({ words }) => words.split(/\s+/u)).length).toBeLessThan(4900)
  })
})

test('a stretch names the sentence it is of', () => {
  const held = book('de').clips.get('closure.held#0')
  expect(held).toMatchObject({
    words: 'Wir halten diese Zeiten für Sie frei bis',
    group: 'closure',
  })
  expect(held?.sentence).toBe('Wir halten diese Zeiten für Sie frei bis … :')
  expect(book('de').clips.get('closure.title')?.sentence).toBeUndefined()
})

test('a language whose script the reader may not know has its German name beside it', () => {
  expect(book('ar').clips.get('language-name.ti')).toMatchObject({
    words: 'ትግርኛ',
    german: 'Tigrinya',
  })
})

test('minutes at which no appointment begins are rare', () => {
  const rare = clipsOf('de').filter((clip) => clip.rare)
  expect(rare).toHaveLength(48)
  expect(rare.map(({ key }) => key)).not.toContain('date.minute.20')
})

test.each([
  ['lobby.consent.ask', true],
  ['danger.number.police', true],
  ['page.consent.stored', true],
  ['party.vouch.ask', true],
  ['lobby.declined.title', false],
  ['booking.check.title', false],
  ['dangerous.key', false],
])('only a person speaks %s: %s', (key, isPerson) => {
  expect(isByPerson(key)).toBe(isPerson)
})

test('what only a person speaks is marked on each of its clips', () => {
  const clips = clipsOf('de').filter(({ byPerson }) => byPerson)
  expect(clips.map(({ key }) => key)).toContain('lobby.consent.what#0')
  expect(clips.every(({ key }) => isByPerson(key.replace(/#\d+$/, '')))).toBe(true)
})

test('words for staff, posters and commands are nobody’s to read aloud', () => {
  for (const key of [
    'poster.line',
    'bot.description',
    'pages.help.commands',
    'common.button.back',
    'exit.button',
  ]) {
    expect(rank(key), key).toBeUndefined()
  }
})

describe('names', () => {
  test.each(['duisburg', 'duesseldorf', 'kreis-unna'])(
    'of %s: each way to write one has one clip',
    (city) => {
      for (const language of keys) {
        const { names, clips } = bookOf(reading(language), seedProfile(city))
        for (const clip of names.values()) expect(clips.has(clip), clip).toBe(true)
      }
    },
  )

  test('have the words of the city in the language, and the German ones beside them', () => {
    const { names, clips } = book('ar')
    expect(names.get('RSC Hamborn')).toBe('name.centre.hamborn')
    expect(clips.get('name.centre.hamborn')?.words).toBe('هامبورن (RSC Hamborn)')
    expect(names.get('Hamborn')).toBe('name.district.hamborn')
  })
})

test('a dialect that is only spoken reads the texts of its language', () => {
  expect(voicesOf(['ar', 'kmr', 'de'])).toEqual(['ar', 'kmr', 'kmr-bahdini', 'de'])
  expect(textsOf('kmr-bahdini')).toBe('kmr')
  expect(textsOf('ar')).toBe('ar')
})
