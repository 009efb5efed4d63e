// How much may come in at a door that is open to everybody, before it asks for a proof.

import type { Allowance } from './pace.ts'

/**
 * read: a page is looked at · write: something is pressed or typed · begin: somebody agrees · tell: of a barrier ·
 * return: a code and a PIN are tried · book: a seat is taken
 */
export type Deed = 'read' | 'write' | 'begin' | 'tell' | 'return' | 'book'

/** What may be done: by one client address, about one thing (such as a code) from wherever, and by all together. */
export type Limits = { client: Allowance; about?: Allowance; all: Allowance }

const DAY = 86_400

/**
 * What one client address may do, and all addresses together. A shelter is one address: a hundred people
 * who begin in one moment and book within half an hour, with children and mistakes, stay far below. Who
 * begins leaves rows behind and can take a seat, so that is scarce; what is told of a barrier is read by somebody,
 * and scarcest. A code may be tried far oftener than the networks of one person can try it (`allowance.ts`).
 */
export const ALLOWANCES = {
  read: { client: { atOnce: 3000, aSecond: 20 }, all: { atOnce: 20_000, aSecond: 300 } },
  write: { client: { atOnce: 1500, aSecond: 2 }, all: { atOnce: 10_000, aSecond: 100 } },
  begin: { client: { atOnce: 150, aSecond: 1 / 60 }, all: { atOnce: 2000, aSecond: 1 } },
  book: { client: { atOnce: 150, aSecond: 1 / 60 }, all: { atOnce: 2000, aSecond: 1 } },
  tell: { client: { atOnce: 20, aSecond: 1 / 300 }, all: { atOnce: 200, aSecond: 1 / 60 } },
  return: {
    client: { atOnce: 30, aSecond: 1 / 300 },
    about: { atOnce: 1000, aSecond: 1000 / DAY },
    all: { atOnce: 2000, aSecond: 1 },
  },
} satisfies Record<Deed, Limits>

/** Iterations of PBKDF2 a guess; 256 guesses are made on average, about a second on a telephone of 2019. */
export const COST_OF_PROOF: Record<Deed, number> = {
  read: 1000,
  write: 1000,
  begin: 4000,
  tell: 4000,
  return: 8000,
  book: 4000,
}

/** How long a challenge can be answered, in milliseconds: slow telephones, and a page left open. */
export const PROOF_WITHIN = 10 * 60_000
