import { describe, expect, test } from 'vitest'
import { copyFaults } from './checks/copies.ts'
import { joinerFaults } from './checks/joiners.ts'
import { buttonFaults, sentenceFaults } from './checks/lengths.ts'
import { alphabetFaults, letterFaults, lineStartFaults } from './checks/letters.ts'
import { toneFaults } from './checks/tone.ts'

// Every check is shown a planted mistake: one that never fails would look just like a clean locale.

const one = (text: string) => ({ a: { b: text } })

describe('letters', () => {
  test.each([
    ['fa', 'شما مي‌توانيد', 'ي'],
    ['fa', 'كار', 'ك'],
    ['prs', 'مكتب', 'ك'],
    ['ckb', 'كاتي', 'ي'],
    ['ckb', 'ھەینی', 'ھ'],
    ['ckb', 'appointment کات', 'a'],
    ['ar', 'موعد اليوم یکون', 'ی'],
    ['ar', 'چاي', 'چ'],
    ['uk', 'мы', 'ы'],
    ['uk', 'cлово', 'c'],
    ['bg', 'її', 'ї'],
    ['kmr', 'Güle güle', 'ü'],
    ['tr', 'Xwe', 'w'],
    ['ro', 'aşteptaţi', 'ş'],
    ['en', 'Müller', 'ü'],
    ['de', 'señor', 'ñ'],
  ])('%s: "%s" is foreign', (language, text, letter) => {
    const faults = letterFaults(language, one(text))
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain('foreign letters')
    expect(faults[0]).toContain(letter)
  })

  test.each([
    ['ar', 'رسالة من Jobcenter'],
    ['ckb', 'فێربوونی پیشە (Ausbildung)'],
    ['fa', 'برای پاک کردن: /delete'],
    ['prs', '§ 104c (B1) و EU'],
    ['kmr', 'Ausländerbehörde li vir nîne'],
    ['uk', 'Напишіть: {{name}}'],
  ])('%s: "%s" is not', (language, text) => {
    expect(letterFaults(language, one(text))).toEqual([])
  })

  test.each([
    ['ar', 'الساعة ١٤', 'digits'],
    ['ar', '\u2068RSC\u2069 اليوم', 'invisible control'],
    ['de', 'Gru\u0308n', 'normal form'],
    ['de', '<b>Ja</b>', 'markup'],
    ['de', 'Ja ', 'loose spaces'],
    ['de', '', 'empty'],
    [
      'kmr',
      'ev nivisa bi destan hate nivisandin u ji tipen rast bepar ma ye li vir heta iro',
      'ê î û ş ç',
    ],
  ])('%s: %j is found', (language, text, what) => {
    expect(letterFaults(language, one(text)).join()).toContain(what)
  })

  test('a locale that never uses a letter of its alphabet is found', () => {
    const sorani = 'کاتی چاوپێکەوتن ڕۆژ ساڵ '.repeat(120)
    expect(alphabetFaults('ckb', one(sorani))).toEqual([])
    for (const letter of 'ڕڵۆێ') {
      expect(alphabetFaults('ckb', one(sorani.replaceAll(letter, '')))).toEqual([
        `the letter ${letter} never occurs`,
      ])
    }
    expect(alphabetFaults('kmr', one('hevditin '.repeat(300)))).toHaveLength(5)
  })

  test('a line that begins with a Latin word is found', () => {
    expect(lineStartFaults(one('العنوان: هنا\nRSC هو المركز'))).toEqual([
      'a.b has a line beginning R',
    ])
    expect(lineStartFaults(one('📍 العنوان: RSC\n{{address}}\n112'))).toEqual([])
  })
})

describe('copies', () => {
  const sources = {
    de: { a: { b: 'Termin buchen', c: 'Jobcenter', d: 'Name', e: 'Telefon:' } },
    en: { a: { b: 'Book a time', c: 'Jobcenter', d: 'Name' } },
  }

  test.each([
    ['tr', { b: 'Termin buchen' }, ['a.b is a copy of de']],
    ['tr', { b: '📅 Book a time!' }, ['a.b is a copy of en']],
    ['en', { b: 'Termin buchen' }, ['a.b is a copy of de']],
    ['en', { c: 'Jobcenter', d: 'Name' }, []],
    ['ro', { d: 'Name' }, ['a.d is a copy of de', 'a.d is a copy of en']],
    ['ro', { b: 'Vă rugăm oder nu' }, ['a.b has the foreign word "oder"']],
    ['kmr', { b: 'Please bisekine' }, ['a.b has the foreign word "Please"']],
    ['kmr', { b: 'Dema hevdîtinê' }, []],
    ['tr', { e: 'Telefon:' }, []],
  ])('%s: %j', (language, texts, faults) => {
    expect(copyFaults(language, { a: texts }, sources)).toEqual(faults)
  })
})

describe('lengths', () => {
  test('a label of 25 visible characters is found, wherever labels live', () => {
    const long = 'x'.repeat(25)
    const locale = {
      a: { button: { go: long, ok: `${'x'.repeat(24)}{{day}}` }, option: { work: long } },
      b: { button: long, line: long, go_button: long },
    }
    expect(buttonFaults(locale)).toEqual([
      'a.button.go has 25 characters',
      'a.option.work has 25 characters',
      'b.button has 25 characters',
    ])
  })

  test('joiners and emoji selectors take no room', () => {
    expect(buttonFaults({ a: { button: { x: `☎️${'می‌'.repeat(11)}x` } } })).toEqual([])
  })

  test.each([
    ['de', 'Eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn.', 1],
    ['ar', 'واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة أحد اثنا عشر؟', 1],
    ['two', 'Eins zwei drei vier fünf sechs sieben. Acht neun zehn elf zwölf dreizehn.', 0],
    ['gloss', 'Eins zwei drei vier fünf sechs sieben acht neun zehn elf (zwölf, dreizehn).', 0],
    ['time', 'Eins 14.30 drei vier fünf sechs sieben acht neun zehn elf {{a}} dreizehn', 1],
  ])('a sentence of 13 words is found (%s)', (_what, text, count) => {
    expect(sentenceFaults(one(text))).toHaveLength(count)
  })

  test('the full legal notice may be long', () => {
    expect(sentenceFaults({ privacy: { legal: { a: 'wort '.repeat(40) } } })).toEqual([])
  })
})

describe('joiners', () => {
  test.each(['شما می خواهید', 'شما میخواهید', 'این نمیشود', 'کتاب ها'])('%s', (text) => {
    expect(joinerFaults(one(text))).toHaveLength(1)
  })

  test.each(['شما می‌خواهید', 'این نمی‌شود', 'میز و میدان', 'کتاب‌ها'])('%s is right', (text) => {
    expect(joinerFaults(one(text))).toEqual([])
  })
})

describe('tone', () => {
  test.each([
    ['de', 'Ungültige Eingabe', 'blame'],
    ['de', 'Wir versprechen es', 'promise'],
    ['de', 'Wir sind keine Behörde', 'promise'],
    ['de', 'Sie müssen kommen', 'address'],
    ['de', 'Sag uns deinen Ort', 'address'],
    ['en', 'Invalid input', 'blame'],
    ['en', 'We will help you', 'promise'],
    ['ar', 'الرقم غير صالح', 'blame'],
    ['ar', 'نعدك بذلك', 'promise'],
    ['fa', 'شماره نامعتبر است', 'blame'],
    ['prs', 'وعده می‌دهیم', 'promise'],
    ['ckb', 'ئەمە نادروستە', 'blame'],
    ['ckb', 'ژوان', 'misread'],
    ['kmr', 'Hejmar çewt e', 'blame'],
    ['kmr', 'Tu dikarî', 'address'],
    ['kmr', 'Jivana we', 'misread'],
    ['tr', 'Geçersiz numara', 'blame'],
    ['tr', 'Söz veriyoruz', 'promise'],
    ['uk', 'Неправильний номер', 'blame'],
    ['uk', 'Ми обіцяємо', 'promise'],
    ['bg', 'Невалиден номер', 'blame'],
    ['bg', 'Гарантираме', 'promise'],
    ['ro', 'Număr greșit', 'blame'],
    ['ro', 'Promitem', 'promise'],
    ['tr', '👍', 'hand'],
  ])('%s: %s', (language, text, kind) => {
    const faults = toneFaults(language, one(text))
    expect(faults.map((fault) => /\((\w+)\)$/.exec(fault)?.[1])).toEqual([kind])
  })

  test.each([
    ['de', 'Sie müssen uns nichts sagen. Wir versprechen nichts.'],
    ['en', 'You do not have to answer.'],
    ['ar', 'لا نعدك بشيء'],
    ['uk', 'Ми не обіцяємо'],
  ])('%s: "%s" may be said', (language, text) => {
    expect(toneFaults(language, one(text))).toEqual([])
  })

  test('a language without a list of words is found', () => {
    expect(toneFaults('xx', one('x'))).toEqual(['no list of words for xx'])
  })
})
