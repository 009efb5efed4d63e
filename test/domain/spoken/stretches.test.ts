import { describe, expect, test } from 'vitest'
import { stretchesOf, wordsIn } from '../../../src/domain/spoken/stretches.ts'
import { textHash } from '../../../src/domain/spoken/text-hash.ts'

const shown = (text: string, hourWord?: string) =>
  stretchesOf('k', text, hourWord).map((one) =>
    'clip' in one ? `${one.clip}: ${one.words}` : 'value' in one ? `{${one.value}}` : '·',
  )

describe('words that are spoken', () => {
  test.each([
    ['📅 Andere Tage', 'Andere Tage'],
    ['✅ Ihr Termin steht fest.', 'Ihr Termin steht fest.'],
    ['👩🏽‍⚕️ Arzt', 'Arzt'],
    ['◀️ Zurück', 'Zurück'],
    ['Ja,\n  bitte', 'Ja, bitte'],
    ['§ 104c Chance', '§ 104c Chance'],
    ['Ein wenig (A1–A2)', 'Ein wenig (A1–A2)'],
    ['. Bitte noch', 'Bitte noch'],
    ['می‌خواهم', 'می‌خواهم'],
    ['📅', ''],
    [' · ', ''],
    [':', ''],
    ['…', ''],
  ])('of %j', (text, words) => {
    expect(wordsIn(text)).toBe(words)
  })
})

describe('stretches', () => {
  test.each([
    ['Freie Zeiten: {{centre}}', ['k#0: Freie Zeiten:', '{centre}']],
    ['📅 {{when}}', ['{when}']],
    ['{{first}} · {{second}}', ['{first}', '·', '{second}']],
    [
      '✅ Ihr Termin: {{when}}, {{centre}}. Noch etwas.',
      ['k#0: Ihr Termin:', '{when}', '·', '{centre}', 'k#2: Noch etwas.'],
    ],
    ['{weekday}, der {day}', ['{weekday}', 'k#1: der', '{day}']],
    ['Weiter', ['k: Weiter']],
    ['🆘', []],
  ])('of %j', (text, stretches) => {
    expect(shown(text)).toEqual(stretches)
  })

  // Integreat once read "Uhr" twice.
  test.each([
    [
      '{{days}}: {{opens}} bis {{closes}} Uhr',
      'Uhr',
      ['{days}', '·', '{opens}', 'k#2: bis', '{closes}'],
    ],
    ['bis {{time}} Uhr.', 'Uhr', ['k#0: bis', '{time}']],
    [
      'um {{from}} Uhr, die letzte um {{to}} Uhr.',
      'Uhr',
      ['k#0: um', '{from}', 'k#1: die letzte um', '{to}'],
    ],
    ['Saat {{time}} olana kadar', 'saat', ['{time}', 'k#1: olana kadar']],
    ['آن را تا ساعت {{time}} برای شما', 'ساعت', ['k#0: آن را تا', '{time}', 'k#1: برای شما']],
    [
      'يبدأ الساعة {{from}} وآخر وقت الساعة {{to}}.',
      'الساعة',
      ['k#0: يبدأ', '{from}', 'k#1: وآخر وقت', '{to}'],
    ],
    ['Die Uhr: {{centre}} Uhr', 'Uhr', ['k#0: Die Uhr:', '{centre}', 'k#1: Uhr']],
    ['{{time}} Uhrzeit', 'Uhr', ['{time}', 'k#1: Uhrzeit']],
    ['Prima oră începe la {{from}}', 'ora', ['k#0: Prima oră începe la', '{from}']],
  ])('the word for the hour is said once: %j', (text, hourWord, stretches) => {
    expect(shown(text, hourWord)).toEqual(stretches)
  })
})

test('a hash tells words apart and is the same everywhere', () => {
  expect(textHash('Stimmt alles?')).toBe(textHash('Stimmt alles?'))
  expect(textHash('Stimmt alles?')).not.toBe(textHash('Stimmt alles.'))
  expect(textHash('')).toMatch(/^[0-9a-f]{14}$/)
  const many = Array.from({ length: 20_000 }, (_, nth) => textHash(`Satz ${nth}`))
  expect(new Set(many).size).toBe(many.length)
})
