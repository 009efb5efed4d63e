// What people and forgers do on the pages, drawn by fast-check.

import fc from 'fast-check'
import { CODES, char, word } from './updates.ts'

export const PEOPLE = 200

export type Recipe =
  | { do: 'link' | 'press'; which: number }
  /** On a page that was shown before. */
  | { do: 'back' | 'old'; which: number; ago: number }
  | { do: 'again' }
  | { do: 'text'; text: string }
  | { do: 'mark' }
  | { do: 'forge'; code: string }
  | { do: 'mutate'; what: 'code' | 'form' | 'at'; which: number; at: number; char: string }
  /** With what stands on the page of somebody else. */
  | { do: 'steal'; what: 'form' | 'url' | 'link'; which: number; whose: number }
  | { do: 'forget' }
  | { do: 'query' | 'body'; path: string; words: Record<string, string> }

const nth = fc.nat(40)
const path = fc.constantFrom(
  '/',
  '/talk',
  '/forget',
  '/sos',
  '/talk/print',
  '/talk/appointment.ics',
  '/talk/file.ics',
)
const words = fc.dictionary(
  fc.constantFrom(
    't',
    'text',
    'form',
    'from',
    'at',
    'of',
    'lang',
    'about',
    'proof',
    'source',
    '__proto__',
  ),
  fc.oneof(
    word,
    fc.constantFrom(...CODES).map((code) => `1~${code}`),
  ),
  { maxKeys: 4 },
)
const one = <T extends string>(what: T) => fc.constant({ do: what })
export const recipe: fc.Arbitrary<Recipe> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ do: fc.constant('link' as const), which: nth }) },
  { weight: 40, arbitrary: fc.record({ do: fc.constant('press' as const), which: nth }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom('back' as const, 'old'),
      which: nth,
      ago: fc.nat(8),
    }),
  },
  { weight: 6, arbitrary: one('again' as const) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('text' as const), text: word }) },
  { weight: 3, arbitrary: one('mark' as const) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('forge' as const),
      code: fc.oneof(
        fc.constantFrom(...CODES).map((code) => `1~${code}`),
        word,
      ),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('mutate' as const),
      what: fc.constantFrom('code' as const, 'form', 'at'),
      which: nth,
      at: fc.nat(400),
      char,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('steal' as const),
      what: fc.constantFrom('form' as const, 'url', 'link'),
      which: nth,
      whose: fc.nat(PEOPLE - 1),
    }),
  },
  { weight: 1, arbitrary: one('forget' as const) },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constantFrom('query' as const, 'body'), path, words }),
  },
)
