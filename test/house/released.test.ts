// A migration that was released has run in cities: what changes stands in the next one.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** Each released migration, by what is in it (SHA-256). A release adds its own. */
const RELEASED = {
  '0001_baseline.sql': '8863d4678bb46f36c959657cb8ba07d153b91a032c08e9f3e1fe545c4ccaeda2',
}

it.each(Object.entries(RELEASED))('%s is as it was released', (name, made) => {
  const text = readFileSync(`prisma/migrations/${name}`)
  expect(createHash('sha256').update(text).digest('hex')).toBe(made)
})
