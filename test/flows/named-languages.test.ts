// Languages as people type them, at the question which one they want to speak and where they write another.

import { describe, expect, it } from 'vitest'
import { factsAt, MONDAY, shownFacts } from '../../scripts/gallery/talk-facts.ts'
import { offeredOn } from '../../src/domain/dialog/offered.ts'
import { show } from '../../src/domain/dialog/show/show.ts'
import { beginTalk, type Talk } from '../../src/domain/dialog/talk.ts'
import { understood } from '../../src/flows/conversation/understood.ts'
import { createI18n } from '../../src/i18n/index.ts'

const i18n = createI18n()
const facts = shownFacts(factsAt(MONDAY))
const deps = { i18n, clock: { now: () => MONDAY } }
const READERS = i18n.languages.map(({ key }) => key)

/** The languages a text is taken for: the one it surely is, or those that are asked about. */
function languages(text: string, language: string, id: string): { sure?: string; near?: string[] } {
  const talk: Talk = {
    ...beginTalk(language),
    answers: { urgent: 'no', topics: ['housing'], district: 'mitte', spoken: 'other' },
    place: { at: 'question', id },
  }
  const offered = offeredOn(show(talk, facts), talk, facts)
  const meant = understood(deps, text, offered, { language, city: 'Duisburg' })
  const option = ({ tap }: { tap: { do: string } }) =>
    tap.do === 'answer' && 'option' in tap ? String(tap.option) : tap.do
  if (!meant) return {}
  return 'sure' in meant ? { sure: option(meant.sure) } : { near: meant.near.map(option) }
}

describe.each(['spoken', 'other-language'])('a language typed at %s', (id) => {
  it.each([
    ['Badini', 'kmr-bahdini'],
    ['Behdini', 'kmr-bahdini'],
    ['Behdînî', 'kmr-bahdini'],
    ['bahdini', 'kmr-bahdini'],
    ['بهديني', 'kmr-bahdini'],
    ['باديني', 'kmr-bahdini'],
    ['بادینی', 'kmr-bahdini'],
    ['Kurmanji', 'kmr'],
    ['Kurmancî', 'kmr'],
    ['kurmandschi', 'kmr'],
    ['كرمانجي', 'kmr'],
    ['Sorani', 'ckb'],
    ['soranî', 'ckb'],
    ['سوراني', 'ckb'],
    ['Tigrinya', 'ti'],
    ['tigrigna', 'ti'],
    ['Tigrinisch', 'ti'],
    ['ትግርኛ', 'ti'],
    ['Romanes', 'rom'],
    ['ромски', 'rom'],
    ['Dari', 'prs'],
    ['دري', 'prs'],
    ['Pashto', 'ps'],
    ['پشتو', 'ps'],
    ['عربي', 'ar'],
    ['arabic', 'ar'],
    ['صومالي', 'so'],
    ['DGS', 'dgs'],
    ['Gebärdensprache', 'dgs'],
    ['gebaerdensprache', 'dgs'],
    ['sign language', 'dgs'],
    ['لغة الإشارة', 'dgs'],
    ['işaret dili', 'dgs'],
    ['жестова мова', 'dgs'],
    ['زمانی ئاماژە', 'dgs'],
    ['Deutsch', 'de'],
    ['almanca', 'de'],
    ['ألماني', 'de'],
  ])('%s is %s, whatever one reads', (text, key) => {
    for (const reader of READERS) expect(languages(text, reader, id), reader).toEqual({ sure: key })
  })

  it.each([
    ...['kurdî', 'kurdi', 'Kurdish', 'Kurdisch', 'kürtçe', 'كردي', 'الكردية', 'کردی', 'کوردی'],
    ...['курдська', 'кюрдски', 'kurdă'],
  ])('"%s" alone is asked about, Kurmanji and Sorani among it', (text) => {
    for (const reader of READERS) {
      const { near = [] } = languages(text, reader, id)
      expect([...near].sort(), reader).toEqual(['ckb', 'kmr', 'kmr-bahdini'])
    }
  })

  it.each([
    ['Afghani', ['prs', 'ps']],
    ['Tigriniya', ['ti']],
    ['Kurmanci Kurdi', ['kmr']],
  ])('"%s" is asked about', (text, keys) => {
    const { near = [] } = languages(text, 'de', id)
    expect(near).toEqual(expect.arrayContaining(keys))
  })

  it('Romani is asked about where it can be a name of Romanian, which it is in Kurmanji', () => {
    expect(languages('Romani', 'de', id)).toEqual({ sure: 'rom' })
    expect(languages('Romani', 'ar', id).near).toEqual(expect.arrayContaining(['rom', 'ro']))
  })

  it.each(['Wolof', 'Zaza', 'Edo', 'اردو', 'Saho'])('%s has no button', (text) => {
    expect(languages(text, 'ar', id)).toEqual({})
  })

  it('is Romani by no name that insults', () => {
    for (const text of ['Zigeunerisch', 'gypsy', 'циганська', 'الغجرية', 'cigani']) {
      expect(languages(text, 'de', id).sure).toBeUndefined()
    }
  })
})
