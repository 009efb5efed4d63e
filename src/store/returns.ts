// Coming back to a request: who stands behind its code, by which PIN, and how often it was tried.

import type { Address } from '../domain/people/address.ts'
import type { Relation } from '../domain/people/party.ts'
import { keysOf } from './address-keys.ts'
import { type Counted, createCountedTries, type Tried } from './counted-tries.ts'
import { type Database, toText } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'
import { type KeptSecret, keptSecret } from './kept-secret.ts'

/** Who comes back, and what they are and are called where they came first. */
type Returning = { id: string; relation: Relation | null; label: string | null }

const encoder = new TextEncoder()

export function createReturns(db: Database, seal: Seal) {
  const { person, address, intake, countedTry, returnRow, tie } = db
  const counting = createCountedTries(db)
  let signing: Promise<CryptoKey> | undefined

  async function pinKey(): Promise<CryptoKey> {
    const secret = Uint8Array.fromBase64(await keptSecret(db, seal, 'pin-secret'))
    return await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
    ])
  }

  async function signed(text: string) {
    // A secret that could not be read this time may be read the next.
    signing ??= pinKey().catch((fault: unknown) => {
      signing = undefined
      throw fault
    })
    return new Uint8Array(await crypto.subtle.sign('HMAC', await signing, encoder.encode(text)))
  }

  return {
    /** What a PIN is made of: bytes that nobody can work out who has the database alone. */
    pinBytes: (personId: string, pinCount: number): Promise<Uint8Array> =>
      signed(`${personId} ${pinCount}`),

    /** Every PIN of everybody is over, once each process that knows the secret has ended. */
    async forgetSecret(): Promise<void> {
      await db.meta.deleteMany({ where: { key: 'pin-secret' satisfies KeptSecret } })
    },

    /**
     * The PIN so far is over, and with it every page but the one at an address and each link that was not used:
     * whoever had it may have come by it. How many PINs there were; `null` where the person is gone.
     */
    async anotherPin(id: string, at: Address): Promise<number | null> {
      const keys = await keysOf(seal, at)
      const data = { pinCount: { increment: 1 } }
      const select = { pinCount: true }
      const elsewhere = { personId: id, channel: 'web', key: { notIn: [...keys] } }
      const [[row]] = await db.batch([
        person.updateManyAndReturn({ where: { id }, data, select }),
        address.deleteMany({ where: elsewhere }),
        tie.deleteMany({ where: { personId: id, usedBy: null } }),
      ])
      return row?.pinCount ?? null
    },

    /** By which code each of some people is found, the latest, and how many PINs they had; without a code, not. */
    async codesOf(
      ids: readonly string[],
    ): Promise<{ id: string; code: string; pinCount: number }[]> {
      const [people, requests] = await Promise.all([
        person.findMany({ where: { id: { in: [...ids] } }, select: { id: true, pinCount: true } }),
        intake.findMany({
          where: { personId: { in: [...ids] }, ref: { not: null } },
          orderBy: { createdAt: 'desc' },
          select: { personId: true, ref: true },
        }),
      ])
      return people.flatMap(({ id, pinCount }) => {
        const code = requests.find(({ personId }) => personId === id)?.ref
        return code ? [{ id, code, pinCount }] : []
      })
    },

    /**
     * How tries at a code, of a request or of none, stand for a network; neither is readable there, and a new
     * data key forgets none.
     */
    async tries(code: string, network: string): Promise<Tried> {
      const [tried] = await counting.read([(await signed(`return ${code} ${network}`)).toBase64()])
      return tried
    },

    /** Counts a try; false where another from there was counted since they were read. */
    count: (counted: Counted): Promise<boolean> => counting.count(counted),

    /** Whose request a code is, where they have a PIN; one statement, whatever is found. */
    async find(ref: string) {
      const row = await returnRow.findFirst({ where: { ref } })
      if (!row) return null
      const { personId: id, relation, sealedLabel: label, language, pinCount } = row
      return { id, relation: relation as Relation | null, label, language, pinCount }
    },

    /**
     * Puts somebody behind a new address of theirs alone, where they are what they were behind the first.
     * What was tried from there before (`tried`) counts no more. False where they are gone.
     */
    async stand(
      { id, relation, label }: Returning,
      to: Address,
      tried: string,
      now: number,
    ): Promise<boolean> {
      const at = toText(now)
      const [key] = await keysOf(seal, to)
      const sealed = await seal.seal(to.id)
      const stands = { personId: id, channel: to.channel, key, sealed, createdAt: at }
      const stood = await db.batchIf([
        person.updateMany({ where: { id }, data: { seenAt: at } }),
        address.createMany({ data: { ...stands, relation, sealedLabel: label } }),
        countedTry.deleteMany({ where: { key: tried } }),
      ])
      return stood !== null
    },
  }
}
