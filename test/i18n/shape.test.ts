// Texts come back as they were, whatever keys a language has.

import { expect, test } from 'vitest'
import { readLocales } from '../../scripts/bundle-locales.ts'
import { messagesOf, shapeOf, textsIn } from '../../src/i18n/shape.ts'

test('all languages come back whole', () => {
  const all = Object.values(readLocales()).map(({ messages }) => messages as never)
  const shape = shapeOf(all)
  for (const messages of all) {
    expect(messagesOf(shape, textsIn(shape, messages))).toEqual(messages)
  }
})

test('a key that only one has is only in that one', () => {
  const all = [
    { a: 'x', b: { c: 'y' } },
    { b: { c: 'z', d: 'w' }, e: { f: 'v' } },
  ]
  const shape = shapeOf(all)
  expect(all.map((one) => messagesOf(shape, textsIn(shape, one)))).toEqual(all)
})
