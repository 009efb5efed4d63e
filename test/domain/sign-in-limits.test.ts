import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Allowance, spent } from '../../src/domain/people/allowance.ts'
import {
  type Standing,
  TRIES_OF_ACCOUNT,
  TRIES_OF_ADDRESS,
  waitToSignIn,
} from '../../src/domain/people/sign-in-limits.ts'

const NOW = Date.parse('2026-11-23T08:00:00Z')
const MINUTE = 60_000
const nothing: Standing = { isKnown: false, own: null, account: null, address: null }

/** Until when so many tries of this moment count. */
function after(tries: number, allowance: Allowance, now = NOW): number | null {
  let until: number | null = null
  for (let i = 0; i < tries; i += 1) until = spent(until, now, allowance)
  return until
}
const account = (tries: number) => after(tries, TRIES_OF_ACCOUNT)
const address = (tries: number) => after(tries, TRIES_OF_ADDRESS)
const own = (failures: number) => ({ failures, lastAt: NOW })

test.each<[string, Partial<Standing>, number]>([
  ['nobody has tried', {}, 0],
  ['five of one’s own are free', { own: own(4) }, 0],
  ['then it doubles', { own: own(6) }, 4_000],
  ['19 for the account', { account: account(19) }, 0],
  ['20 for the account', { account: account(20) }, 5 * MINUTE],
  ['59 from the address', { address: address(59) }, 0],
  ['60 from the address', { address: address(60) }, MINUTE],
  [
    'the longest of all holds',
    { own: own(6), account: account(20), address: address(60) },
    5 * MINUTE,
  ],
  ['a known device, 20 for the account', { isKnown: true, account: account(20) }, 0],
  ['a known device, 60 from the address', { isKnown: true, address: address(60) }, 0],
  ['a known device that guesses itself', { isKnown: true, own: own(6) }, 4_000],
  [
    'a day later one’s own are forgotten',
    { own: { failures: 50, lastAt: NOW - 25 * 60 * MINUTE } },
    0,
  ],
])('%s: waits %j → %i ms', (_, standing, wait) => {
  expect(waitToSignIn({ ...nothing, ...standing }, NOW)).toBe(wait)
})

describe('whatever others do', () => {
  const instants = fc.integer({ min: 0, max: 3 * 86_400_000 })

  test('a known device waits for its own tries alone, and never more than a quarter of an hour', () => {
    const anything = fc.record({
      own: fc.option(fc.record({ failures: fc.nat(500), lastAt: instants.map((ms) => NOW - ms) })),
      account: fc.option(instants.map((ms) => NOW + ms)),
      address: fc.option(instants.map((ms) => NOW + ms)),
    })
    fc.assert(
      fc.property(anything, (standing) => {
        const wait = waitToSignIn({ isKnown: true, ...standing }, NOW)
        expect(wait).toBe(waitToSignIn({ ...nothing, isKnown: true, own: standing.own }, NOW))
        expect(wait).toBeLessThanOrEqual(15 * MINUTE)
      }),
    )
  })

  test('strangers from any number of addresses have at most 308 passwords a day looked at', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 60_000 }), { minLength: 50, maxLength: 400 }),
        (gaps) => {
          let [now, until, looked] = [NOW, null as number | null, 0]
          for (const gap of gaps) {
            now += gap
            if (waitToSignIn({ ...nothing, account: until }, now) > 0) continue
            until = spent(until, now, TRIES_OF_ACCOUNT)
            looked += 1
          }
          const most = TRIES_OF_ACCOUNT.most + Math.ceil((now - NOW) / TRIES_OF_ACCOUNT.every)
          expect(looked).toBeLessThanOrEqual(most)
        },
      ),
    )
    expect(TRIES_OF_ACCOUNT.most + 86_400_000 / TRIES_OF_ACCOUNT.every).toBe(308)
  })

  test('nobody waits longer than until one try comes back, however many were made', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), (tries) => {
        const wait = waitToSignIn({ ...nothing, account: account(Math.min(tries, 20)) }, NOW)
        expect(wait).toBeLessThanOrEqual(TRIES_OF_ACCOUNT.every)
      }),
    )
  })

  test('a clock that was set back keeps nobody out for longer than a full count', () => {
    const until = after(20, TRIES_OF_ACCOUNT, NOW + 3_600_000)
    const wait = waitToSignIn({ ...nothing, account: spent(until, NOW, TRIES_OF_ACCOUNT) }, NOW)
    expect(wait).toBeLessThanOrEqual(TRIES_OF_ACCOUNT.every)
  })
})
