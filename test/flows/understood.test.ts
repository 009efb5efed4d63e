import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factsAt, MONDAY, shownFacts } from '../../scripts/gallery/talk-facts.ts'
import { buttonsOf, offeredOn } from '../../src/domain/dialog/offered.ts'
import { showLanguageMenu } from '../../src/domain/dialog/show/languages.ts'
import { show } from '../../src/domain/dialog/show/show.ts'
import { beginTalk, type Place, type Talk } from '../../src/domain/dialog/talk.ts'
import type { Tap } from '../../src/domain/dialog/tap.ts'
import { understood } from '../../src/flows/conversation/understood.ts'
import { createI18n } from '../../src/i18n/index.ts'
import { runs } from '../support/runs.ts'

const i18n = createI18n()
const facts = shownFacts(factsAt(MONDAY))
const deps = { i18n, clock: { now: () => MONDAY } }
const talkAt = (place: Place, language = 'ar'): Talk => ({ ...beginTalk(language), place })

/** What a text is taken for: the tap, or the taps that are asked about, or nothing. */
function taken(text: string, place: Place, language = 'ar'): Tap | Tap[] | undefined {
  const talk = talkAt(place, language)
  const offered = offeredOn(show(talk, facts), talk, facts)
  const meant = understood(deps, text, offered, { language, city: 'Duisburg' })
  if (!meant) return undefined
  return 'sure' in meant ? meant.sure.tap : meant.near.map(({ tap }) => tap)
}

const HOME: Place = { at: 'question', id: 'district' }
const district = (option: string): Tap => ({ do: 'answer', question: 'district', option })

describe('where a person lives, typed', () => {
  it.each([
    ['Hochfeld', 'mitte'],
    ['hochfeld ', 'mitte'],
    ['Duisburg-Hochfeld', 'mitte'],
    ['Duisburg, Marxloh', 'hamborn'],
    ['MARXLOH!', 'hamborn'],
    ['neumuhl', 'hamborn'],
    ['Neumuehl', 'hamborn'],
    ['Neumühl', 'hamborn'],
    ['Neudorf', 'mitte'],
    ['grossenbaum', 'sued'],
    ['Großenbaum', 'sued'],
    ['Süd', 'sued'],
    ['Sued', 'sued'],
    ['sud', 'sued'],
    ['Innenstadt', 'mitte'],
    ['şehir merkezi', 'mitte'],
    ['kasslerfeld', 'mitte'],
    ['Meiderich/Beeck', 'meiderich-beeck'],
    ['Meiderich', 'meiderich-beeck'],
    ['Laar', 'meiderich-beeck'],
    ['Ruhrort', '401'],
    ['Марксло', 'hamborn'],
    ['Хохфельд', 'mitte'],
    ['هوخفلد', 'mitte'],
    ['ماركسلو', 'hamborn'],
    ['مارکسلو', 'hamborn'],
    ['مَاركسلو', 'hamborn'],
    ['هامبورن', 'hamborn'],
    ['هامبۆرن', 'hamborn'],
    ['راينهاوزن', 'rheinhausen'],
    ['ڕاینهاوزن', 'rheinhausen'],
    ['وسط المدينه', 'mitte'],
    ['مركز شهر', 'mitte'],
    ['لا أعرف', 'unsure'],
    ['لا اعرف', 'unsure'],
    ['Ich weiß es nicht', 'unsure'],
    ['ich weiss es nicht', 'unsure'],
    // As it is written in Sorani.
    ['هوخفيلد', 'mitte'],
    ['نازانم', 'unsure'],
  ])('%s is surely %s', (text, option) => {
    expect(taken(text, HOME)).toEqual(district(option))
  })

  it.each([
    ['Hochfelt', 'mitte'],
    ['Marxlo', 'hamborn'],
    ['Rheinhasen', 'rheinhausen'],
    ['Reinhausen', 'rheinhausen'],
    ['ich wohne in Marxloh', 'hamborn'],
    ['أسكن في هوخفلد', 'mitte'],
    ['هوخفلت', 'mitte'],
    ['Ruhort', '401'],
    ['Wanheimer Ort', 'mitte'],
    ['Walsumm am Rhein', 'walsum'],
  ])('%s is asked about, %s among it', (text, option) => {
    const near = taken(text, HOME)
    expect(Array.isArray(near) ? near : 'sure').toContainEqual(district(option))
  })

  it.each([
    '',
    '   ',
    '😀',
    '?!',
    'hallo',
    'Berlin',
    'xyz',
    'Oberhausen',
    'Brückenstraße 30',
    '47',
    'نعم',
  ])('"%s" is no place here', (text) => {
    expect(taken(text, HOME)).toBeUndefined()
  })
})

describe('what stands on buttons, typed', () => {
  const urgent: Place = { at: 'question', id: 'urgent' }
  const topics: Place = { at: 'question', id: 'topics' }
  const spoken: Place = { at: 'question', id: 'spoken' }
  const answer = (question: string, option: string): Tap => ({ do: 'answer', question, option })

  it.each<[string, Place, Tap]>([
    ['Nicht dringend', urgent, answer('urgent', 'no')],
    ['Not urgent', urgent, answer('urgent', 'no')],
    ['Робота', topics, answer('topics', 'work')],
    ['robota', topics, answer('topics', 'work')],
    ['Arbeit', topics, answer('topics', 'work')],
    ['العمل', topics, answer('topics', 'work')],
    ['🆘', topics, { do: 'open', page: 'danger' }],
    ['رجوع', topics, { do: 'back' }],
    ['geri', topics, { do: 'back' }],
    ['Arabisch', spoken, answer('spoken', 'ar')],
    ['arabic', spoken, answer('spoken', 'ar')],
    ['عربی', spoken, answer('spoken', 'ar')],
    ['Sorani', spoken, answer('spoken', 'ckb')],
    ['سۆرانی', spoken, answer('spoken', 'ckb')],
    ['Türkce', spoken, answer('spoken', 'tr')],
    ['українська', spoken, answer('spoken', 'uk')],
    ['Deutsch', { at: 'languages' }, { do: 'language', language: 'de' }],
    ['German', { at: 'languages' }, { do: 'language', language: 'de' }],
    ['rsc hamborn', { at: 'centres' }, { do: 'centre', centre: 'hamborn' }],
    ['هامبورن', { at: 'centres' }, { do: 'centre', centre: 'hamborn' }],
  ])('%s at %j', (text, place, tap) => {
    expect(taken(text, place)).toEqual(tap)
  })

  it.each<[string, Place, Tap]>([
    ['ja', urgent, answer('urgent', 'yes')],
    ['Wohnug', topics, answer('topics', 'housing')],
    ['ich suche eine wohnung', topics, answer('topics', 'housing')],
    ['Kurdisch', spoken, answer('spoken', 'kmr')],
    ['کوردی', spoken, answer('spoken', 'ckb')],
    ['kurdi', spoken, answer('spoken', 'kmr')],
  ])('%s at %j is asked about', (text, place, tap) => {
    const near = taken(text, place, 'de')
    expect(Array.isArray(near) ? near : 'sure').toContainEqual(tap)
  })

  it.each(['danke', 'hallo', 'Guten Tag', 'السلام عليكم', 'شكرا', 'merhaba', 'ok', '?'])(
    'a friendly word is no button: %s',
    (text) => {
      for (const place of [urgent, topics, HOME]) expect(taken(text, place)).toBeUndefined()
    },
  )

  it('knows a time by its digits in any script', () => {
    const [first] = facts.times.toSorted((a, b) => a.startsAt - b.startsAt)
    const clock = '10:00'
    const near = taken('١٠:٠٠', { at: 'times' })
    expect(near).toEqual(taken(clock, { at: 'times' }))
    expect(near).toContainEqual({ do: 'time', centre: first?.centreId, startsAt: first?.startsAt })
  })

  it('asks about a day by its name', () => {
    expect(taken('Montag', { at: 'days', centre: 'hamborn' }, 'de')).toContainEqual(
      expect.objectContaining({ do: 'day', centre: 'hamborn' }),
    )
  })
})

describe('the first menu of languages', () => {
  const menu = buttonsOf(showLanguageMenu(facts), facts).filter(({ speech }) => speech)
  const read = (text: string) => understood(deps, text, menu, { language: 'ar', city: 'Duisburg' })

  it.each([
    ['Deutsch', 'de'],
    ['english', 'en'],
    ['عربي', 'ar'],
    ['العربيه', 'ar'],
    ['فارسی', 'fa'],
    ['دری', 'prs'],
    ['dari', 'prs'],
    ['Kurmancî', 'kmr'],
    ['سۆرانی', 'ckb'],
    ['Türkçe', 'tr'],
    ['turkce', 'tr'],
    ['Українська', 'uk'],
    ['български', 'bg'],
    ['romana', 'ro'],
  ])('%s is found', (text, language) => {
    const meant = read(text)
    const taps = !meant ? [] : 'sure' in meant ? [meant.sure.tap] : meant.near.map(({ tap }) => tap)
    expect(taps).toContainEqual({ do: 'lobby', language, page: 'consent' })
  })
})

describe('whatever is typed', () => {
  const PLACES: Place[] = [
    HOME,
    { at: 'question', id: 'topics' },
    { at: 'question', id: 'spoken' },
    { at: 'question', id: 'note' },
    { at: 'times' },
    { at: 'days' },
    { at: 'centres' },
    { at: 'languages' },
    { at: 'page', page: 'delete' },
    { at: 'phone' },
  ]
  const labels = PLACES.flatMap((place) =>
    show(talkAt(place), facts)
      .rows.flat()
      .map(({ label }) => i18n.t('ckb', label, MONDAY)),
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constantFrom(...labels),
    fc
      .tuple(fc.constantFrom(...labels), fc.nat(30), fc.string({ maxLength: 2 }))
      .map(([label, at, noise]) => label.slice(0, at) + noise + label.slice(at + 1)),
  )

  it('never throws, never takes what is not there, and asks about three at most', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...PLACES), (typed, place) => {
        const talk = talkAt(place)
        const offered = offeredOn(show(talk, facts), talk, facts)
        const taps = offered.map(({ button }) => JSON.stringify(button.tap))
        const found = taken(typed, place)
        const all = found === undefined ? [] : Array.isArray(found) ? found : [found]
        for (const tap of all) expect(taps).toContain(JSON.stringify(tap))
        expect(all.length).toBeLessThanOrEqual(3)
        expect(new Set(all.map((tap) => JSON.stringify(tap))).size).toBe(all.length)
      }),
      { numRuns: runs(300) },
    )
  })
})
