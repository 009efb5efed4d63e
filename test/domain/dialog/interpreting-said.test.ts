// What screens say of an interpreter: nobody is said to come before that is confirmed.

import { expect, test } from 'vitest'
import type { Appointment } from '../../../src/domain/appointment/appointment.ts'
import type { Fit } from '../../../src/domain/appointment/language-fit.ts'
import { atWall } from '../../../src/domain/calendar/wall-clock.ts'
import type { Line } from '../../../src/domain/dialog/screen.ts'
import { languageLines } from '../../../src/domain/dialog/show/fit.ts'
import { interpreterLines, onCallLines } from '../../../src/domain/dialog/show/interpreting.ts'
import { duisburg } from '../../support/duisburg.ts'

const keysOf = (lines: readonly Line[]) =>
  lines.map((one) => ('text' in one ? one.text.key : JSON.stringify(one)))
const asking = { answers: { spoken: 'ti' } }
// It has to be known who interprets on Friday, 20 March, at noon.
const startsAt = atWall('2026-03-25', 14 * 60)
const profile = duisburg()
const at = (
  language: Fit['language'],
  interpreter: Appointment['interpreter'],
  now = atWall('2026-03-20', 11 * 60),
) => {
  const fit: Fit = { language, gender: 'no-wish', isSameCounsellor: false }
  return keysOf(languageLines(fit, asking, { startsAt, interpreter }, { profile, now }))
}

const CALLED = ['language.fit.on-call', 'interpreting.busy', 'language.fit.bring']
const LANGUAGES = ['spoken', 'interpreter', 'on-call', 'unknown', 'nobody'] as const
const STATES = [null, 'ordered', 'confirmed', 'refused'] as const

test.each([
  ['interpreter', null, ['language.fit.interpreter']],
  ['interpreter', 'ordered', ['language.fit.interpreter']],
  ['interpreter', 'confirmed', ['language.fit.confirmed']],
  // That another could be asked is no word of comfort to rely on.
  ['interpreter', 'refused', ['interpreting.not-yet', 'interpreting.bring']],
  ['nobody', 'ordered', ['language.fit.interpreter']],
  ['nobody', 'confirmed', ['language.fit.confirmed']],
  ['nobody', 'refused', ['language.fit.nobody', 'language.fit.bring']],
  ['on-call', null, CALLED],
  ['on-call', 'ordered', ['language.fit.interpreter']],
  ['on-call', 'confirmed', ['language.fit.confirmed']],
  ['on-call', 'refused', CALLED],
  ['unknown', 'refused', ['language.fit.unknown']],
  ['spoken', 'refused', ['language.fit.spoken']],
  ['spoken', 'confirmed', ['language.fit.spoken']],
] as const)('a seat at which it is %s, with an order that is %s', (language, interpreter, keys) => {
  expect(at(language, interpreter)).toEqual(keys)
})

test.each([
  ['interpreter', null, ['language.fit.interpreter', 'language.fit.bring']],
  ['interpreter', 'ordered', ['language.fit.interpreter', 'language.fit.bring']],
  ['nobody', 'ordered', ['language.fit.interpreter', 'language.fit.bring']],
  ['interpreter', 'refused', ['interpreting.not-yet', 'interpreting.bring']],
  ['on-call', 'ordered', CALLED],
  ['on-call', 'confirmed', ['language.fit.confirmed']],
  ['interpreter', 'confirmed', ['language.fit.confirmed']],
  ['spoken', 'ordered', ['language.fit.spoken']],
] as const)('the same once it should be known: %s, %s', (language, interpreter, keys) => {
  expect(at(language, interpreter, atWall('2026-03-20', 12 * 60))).toEqual(keys)
})

test.each(['woman', 'man'] as const)(
  'a wish for a %s is no promise where one is called',
  (wish) => {
    const answers = { spoken: 'ti', counsellor: wish }
    const fit: Fit = { language: 'on-call', gender: 'met', isSameCounsellor: false }
    const now = atWall('2026-03-20', 11 * 60)
    const wished = keysOf(languageLines(fit, { answers }, { startsAt }, { profile, now }))
    const [called, busy, bring] = CALLED
    expect(wished).toEqual([called, busy, `interpreting.called.${wish}`, bring])
    expect(keysOf(onCallLines(answers))).toEqual([
      'interpreting.on-call',
      'interpreting.busy',
      `interpreting.called.${wish}`,
    ])
  },
)

test('somebody is said to interpret where that is confirmed, and nowhere else', () => {
  for (const interpreter of STATES) {
    const isConfirmed = interpreter === 'confirmed'
    const lines = keysOf(interpreterLines({ interpreter }))
    expect(lines.includes('interpreting.found')).toBe(isConfirmed)
    for (const language of LANGUAGES) {
      const says = at(language, interpreter).includes('language.fit.confirmed')
      expect([language, says]).toEqual([language, isConfirmed && language !== 'spoken'])
    }
  }
})
