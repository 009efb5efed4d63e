// Who says to be under 18 is heard as that, in digits and in words, in every language; and who says to be alone, too. Others are not.

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type CryList, cryListSchema } from '../../../src/domain/danger/cry-list.ts'
import { normalise } from '../../../src/domain/danger/normalise.ts'
import { hear } from '../../../src/i18n/cries.ts'
import others from './ages/others.json' with { type: 'json' }

it.each([
  'I am 16 and I am alone. I am scared. help me',
  'I am 16 and alone in Germany',
  'i am a child and i am alone',
  'ben çocuğum ve yalnızım',
  'ez zarok im u bi tene me',
  'من منداڵم و تەنیام',
  'انا طفل وحيد',
  'мені 15 і мені немає де спати',
  'am 16 ani si stau noaptea pe strada',
  'аз съм дете и съм сама',
  'Ich bin 16 und allein hier',
  'Ich bin 15 Jahre alt und ohne Eltern hier, bitte helfen Sie mir',
  'ez 16 salî me û bi tenê me',
  'мені 16 років, я сама без батьків',
  'мені 16, я одна',
  'عمري ١٦ سنة وأنا لوحدي',
  'عمري 16 سنة وحدي بدون أهلي',
  'من ۱۶ سالمه و تنها هستم',
  'من ١٦ ساله هستم و تنها استم',
  'من 16 ساڵم و بە تەنیام',
  'من 16ساڵم و بە تەنیام',
  '16 yaşındayım ve yalnızım',
  'Am 16 ani și sunt singur',
  'on altı yaşındayım ve yalnızım',
  'ich bin 15 jahre und allein, hilfe',
  'I am 15 from Syria and alone',
])('heard: %s', (text) => {
  expect(hear(text)?.kinds).toEqual(['alone'])
})

it.each([
  ['Ich bin 18 und allein, Hilfe', 'of age'],
  ['I am 34 and alone, help me', 'of age'],
  ['Hilfe, ich bin allein', 'no age'],
  ['I am 16, help me', 'not alone'],
  ['My husband beats me, I am alone', 'no age'],
])('not: %s (%s)', (text) => {
  expect(hear(text)?.kinds ?? []).not.toContain('alone')
})

/** A cry of violence, ages below 18 as they are said beside it, and numbers that are none. */
const SAID: Record<string, { cry: string; minor: string[]; others: string[] }> = {
  de: {
    cry: 'mein Mann schlägt mich',
    minor: [
      'ich bin 15',
      'Ich bin fünfzehn',
      'ich bin fuenfzehn Jahre alt',
      'Ich bin erst sechzehn',
      'ich bin 17 Jahre alt',
      'Ich bin noch minderjährig',
      'ich 14 jahre alt',
      'ich bin 16 aus Syrien',
    ],
    others: [
      'ich bin 25',
      'Ich bin achtzehn',
      'ich bin siebenundzwanzig',
      'ich bin 15 Jahre verheiratet',
      'ich bin 16 Wochen schwanger',
      'seit 10 Jahren',
      'meine Tochter ist 15',
    ],
  },
  en: {
    cry: 'my husband beats me',
    minor: ["I'm 15", 'I am fifteen years old', 'i am only sixteen', 'im 17 yo', 'I am a minor'],
    others: [
      'I am twenty seven years old',
      'I am thirty-six',
      "I'm 16 weeks pregnant",
      'I am seven months pregnant',
      'for 10 years',
      'my son is 15',
    ],
  },
  ar: {
    cry: 'زوجي يضربني',
    minor: [
      'عمري 15',
      'عمري ١٥ سنة',
      'عمري خمسة عشر سنة',
      'عمري خمس عشرة سنة',
      'عمري خمستعش',
      'عمري ستعشر سنة وعمري 16',
      'أنا ١٦ سنة',
      'أنا قاصر',
    ],
    others: [
      'عمري خمسة وعشرين سنة',
      'عمري ثمانية عشر',
      'عمري ٢٧',
      'منذ ١٠ سنوات',
      'أنا ١٠ سنين متزوجة',
      'صار لي 15 سنة',
    ],
  },
  fa: {
    cry: 'شوهرم منو می‌زنه',
    minor: [
      '۱۵ سالمه',
      'پونزده سالمه',
      'من شانزده ساله هستم',
      'من ۱۶ ساله‌ام',
      'من پانزده‌ساله هستم',
      'سنم 14',
    ],
    others: ['بیست و هفت سالمه', '۲۵ سالمه', '۱۰ ساله ازدواج کردم', 'هجده سالمه', '۱۵ سال است'],
  },
  prs: {
    cry: 'شوهرم مره لت میکنه',
    minor: ['مه ۱۵ ساله هستم', 'مه پانزده ساله هستم', 'عمرم شانزده سال است', '۱۶ سال دارم'],
    others: ['مه بیست و هفت ساله هستم', '۱۰ سال میشه', 'مه ۲۵ سال دارم', 'عمرم هژده'],
  },
  ckb: {
    cry: 'مێردەکەم لێم دەدات',
    minor: ['تەمەنم ١٥ ساڵە', 'من پازدە ساڵم', 'تەمەنم شازدە', 'من 16 ساڵم', 'من منداڵم'],
    others: ['تەمەنم ٢٥ ساڵە', 'من بیست و حەوت ساڵم', '١٠ ساڵە', 'تەمەنم هەژدە'],
  },
  kmr: {
    cry: 'mêrê min li min dixe',
    minor: [
      'ez 15 salî me',
      'ez panzdeh salî me',
      'temenê min şanzdeh e',
      'temenê min 14',
      'ez zarok im',
    ],
    others: ['ez bîst û heft salî me', 'ez 25 salî me', 'ev 10 sal in', 'ez hejdeh salî me'],
  },
  tr: {
    cry: 'kocam beni dövüyor',
    minor: [
      '15 yaşındayım',
      'on beş yaşındayım',
      'onaltı yaşındayım',
      'yaşım on yedi',
      'reşit değilim',
      'ben 14 yasindayim',
    ],
    others: [
      'yirmi yedi yaşındayım',
      'on sekiz yaşındayım',
      '25 yaşındayım',
      '10 yıldır',
      'oğlum 15 yaşında',
    ],
  },
  uk: {
    cry: 'чоловік мене б’є',
    minor: [
      'мені 15',
      'мені п’ятнадцять років',
      'мне шестнадцать лет',
      'мені лише чотирнадцять',
      'я неповнолітня',
      'meni 15',
    ],
    others: [
      'мені двадцять сім',
      'мені 25 років',
      'вже 10 років',
      'мені вісімнадцять',
      'мне тридцать шесть лет',
    ],
  },
  bg: {
    cry: 'мъжът ми ме бие',
    minor: [
      'на 15 години съм',
      'аз съм на петнайсет',
      'на шестнадесет години съм',
      'съм на 14',
      'непълнолетна съм',
    ],
    others: [
      'на двайсет и седем години съм',
      'на 25 години съм',
      'от 10 години',
      'на осемнайсет съм',
    ],
  },
  ro: {
    cry: 'soțul meu mă bate',
    minor: [
      'am 15 ani',
      'am cincisprezece ani',
      'am doar șaisprezece ani',
      'sunt minoră',
      'am 14 ani și plâng',
    ],
    others: [
      'am douăzeci și șapte de ani',
      'am 25 de ani',
      'de 10 ani',
      'am optsprezece ani',
      'am 10 ani de căsnicie',
    ],
  },
}

describe.each(Object.entries(SAID))('in %s', (_language, { cry, minor, others }) => {
  const beside = (said: string) => [`${cry}, ${said}`, `${said} ${cry}`, `${said}. ${cry}!`]

  it.each(minor)('who says "%s" is under 18', (said) => {
    const heard = beside(said).map((text) => hear(text)?.kinds)
    for (const kinds of heard) {
      expect(kinds).toContain('violence')
      expect(kinds?.at(-1)).toBe('young')
    }
  })

  it.each(others)('who says "%s" is not', (said) => {
    for (const text of beside(said)) expect(hear(text)?.kinds ?? ['none']).not.toContain('young')
  })
})

it('who is beaten, under 18 and alone is heard as all of it', () => {
  expect(hear('My father beats me with a belt, I am 15 and alone here')?.kinds).toContain('alone')
  expect(hear('Mein Mann schlägt mich, ich bin sechzehn und ohne Eltern hier')?.kinds).toEqual([
    'violence',
    'alone',
  ])
})

it('an age is no cry by itself', () => {
  for (const text of ['Ich bin fünfzehn', 'Ich bin 15', 'I am 16', 'on beş yaşındayım']) {
    expect(hear(text)).toBeUndefined()
  }
})

// Months of being with child, floors, marriages, children, clocks and amounts; in some a word of one language is another's.
describe.each(Object.entries(others))('in %s, of age', (_language, texts) => {
  it.each(texts)('"%s" says no age', (text) => {
    const kinds = hear(text)?.kinds ?? []
    expect(kinds).not.toContain('young')
    expect(kinds).not.toContain('alone')
  })

  it.each(texts)('"%s" is heard', (text) => {
    expect(hear(text)).toBeDefined()
  })
})

it.each([
  ['ساعدوني عمري 15 سنة وما عندي حدا', 'alone'],
  ['ساعدوني عمري 15 سنة وما عندي أحد', 'alone'],
  ['ساعدوني عمري 15 سنة، ليس لدي أحد', 'alone'],
  ['15 yaşında bir kızım babam beni dövüyor', 'young'],
  ['ben on beş yaşında bir kızım, babam beni dövüyor', 'young'],
])('a word that is a number elsewhere is none here: %s', (text, kind) => {
  expect(hear(text)?.kinds).toContain(kind)
})

const LOCALES = new URL('../../../locales/', import.meta.url)
const LISTS = readdirSync(LOCALES, { recursive: true })
  .map(String)
  .filter((path) => path.endsWith('cries.json'))
  .map((path): [string, CryList] => [
    path,
    cryListSchema.parse(JSON.parse(readFileSync(new URL(path, LOCALES), 'utf8'))),
  ])

// A phrase without an age is read as typed, too; one with an age needs digits, where number words are digits already.
it.each(LISTS)('beside an age %s has no number word without its digits', (_path, list) => {
  const digits = new Map(
    Object.entries(list.numbers ?? {}).flatMap(([number, line]) =>
      line.split('|').map((word): [string, string] => [normalise(word), number]),
    ),
  )
  const aged = [...(list.minor ?? []), ...(list.young ?? [])].filter((line) => line.includes('#'))
  expect(aged).not.toEqual([])
  const lost = aged.filter((line) =>
    line.split(' ').some((part) => {
      const words = part.replace(/^!/, '').split('|')
      return words.some((word) => {
        const number = digits.get(normalise(word))
        return number !== undefined && !words.includes(number)
      })
    }),
  )
  expect(lost).toEqual([])
})
