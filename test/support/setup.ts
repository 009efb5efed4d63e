import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { demoPasswordHash } from '../../src/flows/sign-in/demo-account.ts'
import { rounds } from './password-rounds.ts'
import { runs } from './runs.ts'

// What says no number of its own is tried a hundred times, as the library has it.
if (process.env['LOTSE_RUNS']) {
  const { configureGlobal } = await import('fast-check')
  configureGlobal({ numRuns: runs(100) })
}

// Nobody reads what scrolls by: an error that a test did not ask for fails that test. One that is
// expected is spied on by the test itself: vi.spyOn(console, 'error').mockImplementation(() => {}).
let unexpected: string[] = []

beforeEach(() => {
  unexpected = []
  vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => {
    // Prisma's D1 adapter prints every refused statement before it throws it.
    if (String(words[0]).startsWith('Error in performIO')) return
    unexpected.push(
      words.map((word) => (word instanceof Error ? word.stack : String(word))).join(' '),
    )
  })
})

afterEach(() => {
  vi.restoreAllMocks()
  expect(unexpected, 'console.error was called').toEqual([])
})

// Hashing a password is slow on purpose, by its rounds, and some tests try hundreds: here it takes fewer, and
// what was asked before is remembered. The hash that the demo brings along was made with all its rounds.
type Answer = (fault: Error | null, key: Buffer) => void
const known = globalThis as { hashed?: Map<string, Buffer> }
if (!known.hashed) {
  const hashed = new Map<string, Buffer>()
  known.hashed = hashed
  const { scrypt } = crypto
  type Asked = [crypto.BinaryLike, crypto.BinaryLike, number, crypto.ScryptOptions, Answer]
  const remembering = (...[password, salt, length, options, answer]: Asked) => {
    const asked = JSON.stringify([password, salt, length, options])
    const key = hashed.get(asked)
    if (key) return void setImmediate(answer, null, Buffer.from(key))
    const isDemo = demoPasswordHash.startsWith(`${String(salt)}:`)
    scrypt(password, salt, length, { ...options, ...(isDemo ? {} : rounds) }, (fault, made) => {
      if (!fault) hashed.set(asked, Buffer.from(made))
      answer(fault, made)
    })
  }
  Object.assign(crypto, { scrypt: remembering })
  syncBuiltinESMExports()
}
