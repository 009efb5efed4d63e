// Counting passwords before they are looked at, so that tries at the same moment all count.

import type { Deps } from '../../deps.ts'
import { spent } from '../../domain/people/allowance.ts'
import {
  TRIES_OF_ACCOUNT,
  TRIES_OF_ADDRESS,
  waitToSignIn,
} from '../../domain/people/sign-in-limits.ts'
import { FORGOTTEN_AFTER } from '../../domain/people/throttle.ts'

const MOST_ROUNDS = 5
const SECOND = 1000

/** `email` as it was typed; `device`: its id where the account knows it. */
type Trying = { email: string; client: string; device: string | null }

/** `wait`: not looked at before so many milliseconds · `right`: it is counted, and a right one takes that back. */
type Admitted = { wait: number } | { right: () => Promise<void> }

/** `now` is the system's clock in epoch ms, since a demo's can jump. */
export function createSignInLimits({ access, counted }: Deps['store']['staff'], now: () => number) {
  return {
    async admit({ email, client, device }: Trying): Promise<Admitted> {
      const who = email.trim().toLowerCase()
      const isKnown = device !== null
      const [ownKey, accountKey, addressKey] = await Promise.all([
        access.keyOf(`try ${who} ${isKnown ? `device ${device}` : client}`),
        access.keyOf(`account ${who}`),
        access.keyOf(`address ${client}`),
      ])
      const forget = () => access.clearAttempts(ownKey, now() - FORGOTTEN_AFTER)
      let isCounted = false
      for (let round = 0; round < MOST_ROUNDS; round += 1) {
        const at = now()
        const seen = await access.attempts(ownKey)
        const [account, address] = await counted.read([accountKey, addressKey])
        const own = isCounted ? null : seen
        const wait = waitToSignIn(
          { isKnown, own, account: account.before, address: address.before },
          at,
        )
        if (wait > 0) return { wait }
        isCounted ||= await access.countAttempt(ownKey, seen, at)
        if (!isCounted) continue
        if (isKnown) return { right: forget }
        const ofAccount = { ...account, until: spent(account.before, at, TRIES_OF_ACCOUNT) }
        const ofAddress = { ...address, until: spent(address.before, at, TRIES_OF_ADDRESS) }
        if (!(await counted.count(ofAccount, ofAddress))) continue
        const right = async () => {
          await forget()
          await counted.giveBack(ofAccount, ofAccount.until - TRIES_OF_ACCOUNT.every)
          await counted.giveBack(ofAddress, ofAddress.until - TRIES_OF_ADDRESS.every)
        }
        return { right }
      }
      return { wait: SECOND }
    },
  }
}
