// How long somebody has to wait before a password is looked at. Whoever guesses is slowed down wherever they
// come from, and whoever knows no more than an e-mail address keeps nobody out who has signed in here before.

import { type Allowance, waitFor } from './allowance.ts'
import { type Attempts, FORGOTTEN_AFTER, nextTryAt } from './throttle.ts'

const MINUTE = 60_000

/** Wrong passwords for one account from devices it does not know, from however many addresses: 308 in a day. */
export const TRIES_OF_ACCOUNT: Allowance = { most: 20, every: 5 * MINUTE }

/** Wrong passwords from one address, for whatever accounts; generous, since a town hall can be one address. */
export const TRIES_OF_ADDRESS: Allowance = { most: 60, every: MINUTE }

/**
 * What is known of earlier tries. `own`: by this device where the account knows it, else by this address at
 * this account. `account` and `address`: until when their tries count (epoch ms), `null`: none.
 */
export type Standing = {
  isKnown: boolean
  own: Attempts | null
  account: number | null
  address: number | null
}

/**
 * Milliseconds until the next password is looked at; 0: now. A device that has signed in to the account
 * answers for itself alone: what others try, at the account or from the same address, holds it up by nothing.
 */
export function waitToSignIn({ isKnown, own, account, address }: Standing, now: number): number {
  const ownWait = own && own.lastAt >= now - FORGOTTEN_AFTER ? nextTryAt(own) - now : 0
  if (isKnown) return Math.max(0, ownWait)
  return Math.max(
    0,
    ownWait,
    waitFor(account, now, TRIES_OF_ACCOUNT),
    waitFor(address, now, TRIES_OF_ADDRESS),
  )
}
