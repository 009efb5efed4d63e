import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { acceptedOf } from '../../src/i18n/accepted.ts'
import { languages } from '../../src/i18n/languages.ts'

const KEYS = languages.map(({ key }) => key)

it.each([
  ['tr-TR,tr;q=0.9,en;q=0.8,de;q=0.7', 'tr'],
  ['AR', 'ar'],
  ['ar-SY', 'ar'],
  ['fa-IR,fa;q=0.9', 'fa'],
  ['fa-AF,fa;q=0.9', 'prs'],
  ['prs', 'prs'],
  ['ckb-IQ', 'ckb'],
  ['ku-Arab-IQ', 'ckb'],
  ['ku-TR', 'kmr'],
  ['ku', 'kmr'],
  ['mo', 'ro'],
  ['en;q=0.2, uk;q=0.9', 'uk'],
  ['fr-FR,fr;q=0.9,bg;q=0.4', 'bg'],
  ['de;q=0,en', 'en'],
])('%s asks for %s', (header, key) => {
  expect(acceptedOf(header, KEYS)).toBe(key)
})

it.each(['', '*', 'fr', 'xx-YY;q=1', ';;;,,,', 'de;q=0', 'deutsch'])(
  '%s asks for none',
  (header) => {
    expect(acceptedOf(header, KEYS)).toBeUndefined()
  },
)

test('throws at no header, and gives a key of ours or none', () => {
  fc.assert(
    fc.property(fc.string(), (header) => {
      expect([...KEYS, undefined]).toContain(acceptedOf(header, KEYS))
    }),
  )
})
