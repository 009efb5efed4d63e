// What Lotse itself says is no cry for help, but where it names danger.

import { expect, test } from 'vitest'
import { readCries, readLocales } from '../../../scripts/bundle-locales.ts'
import { hear } from '../../../src/i18n/cries.ts'
import { flatten } from '../../../src/i18n/keys.ts'
import { languages } from '../../../src/i18n/languages.ts'

/** Texts that name danger: the danger page, its buttons, and reasons and topics that are one. */
const NAMES_DANGER = [
  /^danger\./,
  /\.button\.(numbers|sos)$/,
  /^questions\.urgent\.(hint|option\.danger)$/,
  /^questions\.reason\.option\.(danger|violence|detention|minor)$/,
  /^questions\.topics\.option\.violence$/,
  /^message\.reply\.no-emergency$/,
  /^pages\.help\.title$/,
]

test.each(Object.entries(readLocales()))('%s', (_language, { messages }) => {
  const heard = [...flatten(messages)]
    .filter(([key]) => !NAMES_DANGER.some((name) => name.test(key)))
    .filter(([, text]) => hear(text) !== undefined)
  expect(heard).toEqual([])
})

test('every language has its words of danger, with who has read them, and they are no texts', () => {
  const lists = readCries()
  expect(Object.keys(lists).sort()).toEqual(languages.map(({ key }) => key).sort())
  for (const list of Object.values(lists)) expect(list.reviewed).toBe(list.reviewedBy !== null)
  for (const { messages } of Object.values(readLocales())) expect(messages['cries']).toBeUndefined()
})
