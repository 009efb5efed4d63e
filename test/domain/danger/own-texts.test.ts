// What Lotse itself says is no cry for help, but where it names danger.

import { expect, test } from 'vitest'
import { readCries, readLocales } from '../../../scripts/bundle-locales.ts'
import { ownTexts } from '../../../scripts/teach/own-texts.ts'
import { hear } from '../../../src/i18n/cries.ts'
import { languages } from '../../../src/i18n/languages.ts'

test('none of them is heard as one', () => {
  expect(ownTexts().length).toBeGreaterThan(4000)
  expect(ownTexts().filter(({ text }) => hear(text) !== undefined)).toEqual([])
})

test('every language has its words of danger, with who has read them, and they are no texts', () => {
  const lists = readCries()
  expect(Object.keys(lists).sort()).toEqual(languages.map(({ key }) => key).sort())
  for (const list of Object.values(lists)) expect(list.reviewed).toBe(list.reviewedBy !== null)
  for (const { messages } of Object.values(readLocales())) expect(messages['cries']).toBeUndefined()
})
