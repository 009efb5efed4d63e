// Updates of every shape, drawn by fast-check: what people send, what forgers send, and noise.

import fc from 'fast-check'

/** What is to happen; the run fills in who, and what their chat shows. */
export type Recipe =
  | { do: 'tap'; which: number }
  /** As somebody who has come to book. */
  | { do: 'walk' }
  | { do: 'forge'; data: string }
  | { do: 'mutate'; which: number; at: number; char: string }
  | { do: 'text'; text: string }
  | { do: 'mark' }
  | { do: 'command'; name: string }
  | { do: 'message'; fields: object }
  | { do: 'edited'; text: string }
  | { do: 'group'; text: string }
  | { do: 'member'; status: string }
  | { do: 'again' }
  | { do: 'noise'; update: unknown }
  | { do: 'body'; body: string }

export const CODES = [
  'lo~ar~consent~',
  'ag~de~',
  'la~ckb',
  'an~urgent~danger',
  'an~topics~violence',
  'dn~topics',
  'sk~note',
  'bk',
  'op~my-data',
  'on',
  'ti',
  'ds',
  'ce~hochfeld',
  'da~hochfeld~2026-03-23',
  'ap',
  'mo',
  'ca',
  'cy~x',
  'de',
  'dy',
  'cb~phone',
  'wd~details',
  're',
  'ey',
  'ex',
  'hi',
  'ne',
]
export const char = fc.constantFrom(
  '~',
  '0',
  'z',
  '-',
  '+',
  '_',
  ' ',
  '\u0000',
  '\u202e',
  '😀',
  "'",
  '"',
)
export const word = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.constantFrom(
    '47119',
    '۴۷۰۵۳',
    '0203 123456',
    '<b>',
    '\u2067x',
    "' OR 1=1 --",
    '=1+1',
    '/start x',
  ),
)
const media = fc.constantFrom(
  'photo',
  'voice',
  'sticker',
  'document',
  'video',
  'contact',
  'location',
  'dice',
)
const junk = fc.anything({ maxDepth: 3, maxKeys: 5, withNullPrototype: false })

export const recipe: fc.Arbitrary<Recipe> = fc.oneof(
  { weight: 30, arbitrary: fc.record({ do: fc.constant('tap' as const), which: fc.nat(30) }) },
  { weight: 40, arbitrary: fc.constant({ do: 'walk' as const }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('forge' as const),
      data: fc.oneof(
        fc.constantFrom(...CODES).map((code) => `1~${code}`),
        word,
      ),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('mutate' as const),
      which: fc.nat(30),
      at: fc.nat(40),
      char,
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('text' as const), text: word }) },
  { weight: 2, arbitrary: fc.constant({ do: 'mark' as const }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('command' as const),
      name: fc.constantFrom('start', 'language', 'appointment', 'help', 'mydata', 'delete', 'x'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('message' as const),
      fields: fc.dictionary(media, junk, { maxKeys: 2 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('edited' as const), text: word }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('group' as const), text: word }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('member' as const),
      status: fc.constantFrom('kicked', 'member', 'left', ''),
    }),
  },
  { weight: 5, arbitrary: fc.constant({ do: 'again' as const }) },
  { weight: 12, arbitrary: fc.record({ do: fc.constant('noise' as const), update: junk }) },
  { weight: 7, arbitrary: fc.record({ do: fc.constant('body' as const), body: word }) },
)

/** `count` recipes for a seed. */
export function draw(seed: number, count: number): Recipe[] {
  return fc.sample(recipe, { seed, numRuns: count })
}
