// A cry with an everyday sentence beside it, in whichever order: people in need ask for an appointment, too.

import { expect, it } from 'vitest'
import { hear } from '../../../src/i18n/cries.ts'

const CRIES: [cry: string, beside: string[]][] = [
  [
    'Mein Mann schlägt mich',
    [
      'Ich brauche einen Termin',
      'Ich verstehe das nicht',
      'Die Knöpfe sind zu klein',
      'Ich brauche Hilfe mit dem Jobcenter',
      'Wann haben Sie Zeit?',
    ],
  ],
  ['My husband beats me', ['I need an appointment', 'The buttons are too small']],
  ['زوجي يضربني', ['أحتاج موعدا', 'أريد موعدا عندكم']],
  ['Kocam beni dövüyor', ['Randevu istiyorum', 'Anlamıyorum']],
  ['Mêrê min li min dixe', ['Mi hevdîtin divê']],
  ['Чоловік мене б’є', ['Мені потрібен запис']],
]
const texts = CRIES.flatMap(([cry, beside]) =>
  beside.flatMap((other) => {
    const [ended, asked] = [`${other}${/[?؟]$/.test(other) ? '' : '.'}`, `${cry}.`]
    return [`${ended} ${cry}`, `${asked} ${other}`, `${cry}, ${other}`]
  }),
)

it.each(texts)('%s', (text) => {
  expect(hear(text)?.kinds[0]).toBe('violence')
})

it.each([
  'Ich brauche Hilfe. Mein Antrag wurde abgelehnt.',
  'Hilfe. Ich brauche einen Termin.',
  'Mein Mann schlägt mich nicht. Ich brauche einen Termin.',
  'Ich habe einen Brief. Er droht mit Kündigung, was soll ich tun?',
])('is none: %s', (text) => {
  expect(hear(text)).toBeUndefined()
})
