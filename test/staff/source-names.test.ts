// Where people came from, in the figures: by the name of the centre, and not by its code.

import { expect, test } from 'vitest'
import { wordsOf } from '../../src/staff/frame/words.ts'
import { codeName } from '../../src/staff/utilisation/people-tables.ts'

const KNOWN = [
  { id: 'hochfeld', name: 'RSC Hochfeld', code: 'HO' },
  { id: 'hamborn', name: 'RSC Hamborn', code: 'HA' },
]

test.each([
  ['ho', 'RSC Hochfeld'],
  ['hamborn', 'RSC Hamborn'],
  ['ho-integreat', 'RSC Hochfeld (integreat)'],
  ['ha-school-2', 'RSC Hamborn (school-2)'],
  ['integreat', 'integreat'],
  ['staff', 'von Mitarbeitenden eingetragen'],
])('%s is %s', (code, name) => {
  expect(codeName(wordsOf('de'), 'source', code, KNOWN)).toBe(name)
})
