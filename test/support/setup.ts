import { afterEach, beforeEach, expect, vi } from 'vitest'

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
