// In the dark only colours are others, so that what axe finds on a page by day holds at night but for its colours.

import { expect, it } from 'vitest'
import { style } from '../../src/staff/frame/style.ts'
import { STYLE } from '../../src/web/style.ts'

it.each([
  ['pages for everybody', STYLE],
  ['pages of staff', style],
])('on %s', (_, sheet) => {
  const [before, dark, ...more] = sheet.split('@media (prefers-color-scheme: dark) {')
  expect([before === undefined, more]).toEqual([false, []])
  const rule = /^\s*:root \{([^{}]*)\}\s*\}/.exec(dark ?? '')
  const declared = (rule?.[1] ?? 'none').split(';').map((one) => one.trim())
  for (const one of declared.filter(Boolean)) expect(one).toMatch(/^--[a-z-]+: #[\da-f]{3,6}$/)
  expect(sheet).not.toContain('light-dark(')
})
