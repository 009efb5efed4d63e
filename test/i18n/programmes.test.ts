// What programmes are, in the words of the profiles: held to the same rules as the locales.
import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { languages } from '../../src/i18n/languages.ts'
import { seedProfile } from '../support/duisburg.ts'
import { copyFaults } from './checks/copies.ts'
import { joinerFaults } from './checks/joiners.ts'
import { sentenceFaults } from './checks/lengths.ts'
import { letterFaults, lineStartFaults } from './checks/letters.ts'
import { toneFaults } from './checks/tone.ts'

const programmes = readdirSync('prisma/seed').flatMap(
  (file) => seedProfile(file.replace('.json', '')).programmes ?? [],
)
const textsIn = (language: string) => ({
  programme: Object.fromEntries(programmes.map(({ id, what }) => [id, what?.[language] ?? ''])),
})
const sources = { de: textsIn('de'), en: textsIn('en') }

describe.each(languages)('what programmes are, in $key', ({ key, direction }) => {
  const texts = textsIn(key)
  test('is there, in its own letters, in sentences of a breath, and promises nothing', () => {
    expect(letterFaults(key, texts)).toEqual([])
    expect(sentenceFaults(texts)).toEqual([])
    expect(toneFaults(key, texts)).toEqual([])
  })
  test('is no copy of German or English, joined and turned as its script wants', () => {
    expect(copyFaults(key, texts, sources)).toEqual([])
    expect(direction === 'rtl' ? lineStartFaults(texts) : []).toEqual([])
    expect(key === 'fa' || key === 'prs' ? joinerFaults(texts) : []).toEqual([])
  })
})
