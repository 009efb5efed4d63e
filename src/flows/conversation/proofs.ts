// A proof of work (ALTCHA, https://altcha.org): what a browser works out by itself while a limit is
// passed, so that whoever wants much has to work much. Nobody else is asked, and nothing is noted of whom.

import { type Challenge, createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import QuickLru from 'quick-lru'
import * as z from 'zod'
import type { Deps } from '../../deps.ts'
import { COST_OF_PROOF, type Deed, PROOF_WITHIN } from '../../domain/people/crowd.ts'

const LONGEST = 2000
const REMEMBERED = 20_000

const proofSchema = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.literal('PBKDF2/SHA-256'),
      nonce: z.string(),
      salt: z.string(),
      cost: z.int(),
      keyLength: z.int(),
      keyPrefix: z.string(),
      data: z.object({ deed: z.string(), until: z.int() }),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.int(), derivedKey: z.string() }),
})

/** Whose challenges another process of the same city takes, too; each takes one once. */
export function createProofs(deps: Pick<Deps, 'store' | 'clock'>) {
  const used = new QuickLru<string, true>({ maxSize: REMEMBERED })
  let secret: Promise<string> | undefined
  const word = () => {
    secret ??= deps.store.keys.wordFor('proof of work')
    return secret
  }

  return {
    /** What is to be worked out before this is done, so many times as dear as it is commonly. */
    async ask(deed: Deed, times = 1): Promise<Challenge> {
      return await createChallenge({
        algorithm: 'PBKDF2/SHA-256',
        cost: COST_OF_PROOF[deed] * times,
        deriveKey,
        hmacSignatureSecret: await word(),
        // By our own clock, which a demo moves.
        data: { deed, until: deps.clock.now() + PROOF_WITHIN },
      })
    },

    /**
     * Whether a proof, base64 of JSON, answers a challenge of ours for this, in time and for once. It may have become
     * twice as dear since it was asked for (`times`): then it is not worked out anew.
     */
    async accepts(deed: Deed, proof: string | undefined, times = 1): Promise<boolean> {
      const read = proof && proof.length <= LONGEST ? readProof(proof) : undefined
      if (!read) return false
      const { challenge, solution } = read
      const { data, cost } = challenge.parameters
      if (2 * cost < COST_OF_PROOF[deed] * times) return false
      if (data.deed !== deed || data.until <= deps.clock.now()) return false
      const name = challenge.signature
      if (used.has(name)) return false
      // Used up by the first try, a wrong one too: a guess costs us more than it costs to ask anew.
      used.set(name, true)
      const hmacSignatureSecret = await word()
      const verified = await verifySolution({
        challenge,
        solution: { ...solution, time: 0 },
        deriveKey,
        hmacSignatureSecret,
      })
      // What we never signed is nothing to remember.
      if (verified.invalidSignature) used.delete(name)
      return verified.verified
    },
  }
}

function readProof(proof: string): z.output<typeof proofSchema> | undefined {
  try {
    return proofSchema.safeParse(JSON.parse(atob(proof))).data
  } catch {
    return undefined
  }
}
