// Rotating the key: whatever an older key sealed is sealed anew, while Lotse runs.

import { keysOf } from './address-keys.ts'
import { createChainKeys } from './chain-keys.ts'
import type { Database } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'
import { KEPT_SECRETS } from './kept-secret.ts'
import { beginning, SEAL_ANEW, SEALED_IN } from './sql/keys.ts'
import { FACT } from './sql/meta.ts'

/** Every column that holds sealed text. A test looks through the schema for one that is missing. */
export const SEALED: readonly (readonly [table: string, column: string])[] = [
  ['Address', 'sealed'],
  ['Address', 'sealedLabel'],
  ['Intake', 'sealed'],
  ['Intake', 'followUpSealed'],
  ['Outbox', 'sealed'],
  ['Tie', 'sealed'],
  ['StaffNote', 'sealed'],
  ['Reply', 'sealed'],
  ['VoiceMessage', 'sealed'],
  ['BarrierReport', 'sealed'],
  ['NoticeTarget', 'sealed'],
  ['Webhook', 'sealed'],
  ['Speaker', 'sealed'],
]

const KEY = 'key-fingerprint'

export function createKeys(db: Database, seal: Seal) {
  const { prefix } = seal.newest

  /** Seals some texts anew; how many were looked at. What changes meanwhile is newly sealed anyway. */
  async function some(table: string, column: string): Promise<number> {
    const rows = await db.all(SEALED_IN(table, column)(prefix.length, prefix))
    const anew = await Promise.all(
      rows.map(async ({ place, sealed, channel }) => {
        const text = await seal.open(sealed)
        // An address is found by a key of its own.
        const key = channel && (await keysOf(seal, { channel, id: text }))[0]
        return { place, begins: beginning(sealed), anew: await seal.seal(text), key }
      }),
    )
    if (anew.length > 0) await db.run(SEAL_ANEW(table, column)(JSON.stringify(anew)))
    return rows.length
  }

  async function secret(key: (typeof KEPT_SECRETS)[number]): Promise<number> {
    const value = (await db.first(FACT(key)))?.value
    if (value === undefined || seal.newest.is(value)) return 0
    await db.meta.updateMany({
      where: { key, value },
      data: { value: await seal.seal(await seal.open(value)) },
    })
    return 1
  }

  return {
    /** A secret of this city for one purpose, made of the newest key: it need not be stored anywhere. */
    async wordFor(purpose: string): Promise<string> {
      return (await seal.lookup(purpose))[0]
    },

    /** Whether everything is sealed with the newest key, by what has been noted (the fact `key-fingerprint`). */
    isRotated: async (noted: string): Promise<boolean> => noted === (await seal.fingerprints())[0],

    /** Seals one batch anew; 0 when nothing is left. May be killed and called again at any time. */
    async rotateSome(): Promise<number> {
      let done = 0
      for (const key of KEPT_SECRETS) done += await secret(key)
      done += await createChainKeys(db, seal).rotate()
      for (const [table, column] of SEALED) done += await some(table, column)
      return done
    },

    /** Notes that the older key is needed no more: from now on Lotse starts without it. */
    async noteRotated(): Promise<void> {
      const [newest] = await seal.fingerprints()
      await db.meta.updateMany({ where: { key: KEY }, data: { value: newest } })
    },
  }
}
