import fc from 'fast-check'
import { expect, it } from 'vitest'
import { HEARD_KINDS, type HeardKinds } from '../../../src/domain/danger/cry-list.ts'
import { codeOfHeard, heardOfCode } from '../../../src/domain/danger/heard-code.ts'

it('reads back what was written, and a single kind by its name', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...HEARD_KINDS], { minLength: 1 }), ([first, ...others]) => {
      if (!first) return
      const kinds: HeardKinds = [first, ...others]
      expect(heardOfCode(codeOfHeard(kinds))).toEqual(kinds)
    }),
  )
  expect(codeOfHeard(['violence'])).toBe('violence')
  expect(codeOfHeard(['violence', 'young'])).toBe('vy')
})

it.each(['', 'v', 'vv', 'vx', 'violence.young', 'constructor', '__proto__', 'VY'])(
  'refuses %j',
  (code) => {
    expect(heardOfCode(code)).toBeUndefined()
  },
)
