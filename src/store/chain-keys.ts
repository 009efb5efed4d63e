// Keys of the audit that DATA_KEY no longer holds: kept sealed, so that rows signed with them can still be
// checked. New rows are never signed with one.

import { type Database, unlessThere } from './engine/database.ts'
import type { ChainKey, Seal } from './engine/seal.ts'

const OLDER = 'audit-key:'

export function createChainKeys({ meta }: Pick<Database, 'meta'>, seal: Seal) {
  const [newest, older] = seal.chain
  const known = new Map([newest, older].map((key) => [key.name, key]))
  const kept = () => meta.findMany({ where: { key: { startsWith: OLDER } } })

  return {
    /** The key whose name a signature begins with; `undefined` for one this house never had. */
    async named(signature: string): Promise<ChainKey | undefined> {
      const [name = ''] = signature.split('.', 1)
      const there = known.get(name)
      if (there || known.has(name)) return there
      const value = (await meta.findUnique({ where: { key: `${OLDER}${name}` } }))?.value
      if (value === undefined) return undefined
      const key = { name, key: Uint8Array.fromBase64(await seal.open(value)) }
      known.set(name, key)
      return key
    },

    /** While keys rotate: keeps the older one, and seals anew those that were kept before; how many. */
    async rotate(): Promise<number> {
      let done = 0
      const key = `${OLDER}${older.name}`
      const there = await kept()
      if (older !== newest && !there.some((one) => one.key === key)) {
        const value = await seal.seal(older.key.toBase64())
        if (await unlessThere(meta.createMany({ data: { key, value } }))) done += 1
      }
      for (const { key, value } of there.filter((one) => !seal.newest.is(one.value))) {
        const anew = await seal.seal(await seal.open(value))
        await meta.updateMany({ where: { key, value }, data: { value: anew } })
        done += 1
      }
      return done
    },
  }
}
