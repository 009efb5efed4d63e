// Coming back to a request: who stands behind its code, by which PIN, and how often it was tried.

import type { Address } from '../domain/people/address.ts'
import type { Relation } from '../domain/people/party.ts'
import { keysOf } from './address-keys.ts'
import { type Database, fromText, isTaken, toText } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'
import { keptSecret } from './kept-secret.ts'

/** What is kept of tries under a key: `until` they count, `before` as it was read (epoch ms), `null`: none. */
export type Tried = { key: string; before: number | null }
type Counted = Tried & { until: number }

/** Who comes back, and what they are and are called where they came first. */
type Returning = { id: string; relation: Relation | null; label: string | null }

const encoder = new TextEncoder()

export function createReturns(db: Database, seal: Seal) {
  const { person, address, intake, returnTry, returnRow, tie } = db
  let signing: Promise<CryptoKey> | undefined

  async function pinKey(): Promise<CryptoKey> {
    const secret = Uint8Array.fromBase64(await keptSecret(db, seal, 'pin-secret'))
    return await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
    ])
  }

  /** Writes down how a count stands unless somebody else did since it was read. */
  const noted = ({ key, before, until }: Counted) =>
    before === null
      ? returnTry.createMany({ data: { key, until: toText(until) } })
      : returnTry.updateMany({
          where: { key, until: toText(before) },
          data: { until: toText(until) },
        })

  return {
    /** What a PIN is made of: bytes that nobody can work out who has the database alone. */
    async pinBytes(personId: string, pinCount: number): Promise<Uint8Array> {
      // A secret that could not be read this time may be read the next.
      signing ??= pinKey().catch((fault: unknown) => {
        signing = undefined
        throw fault
      })
      const text = encoder.encode(`${personId} ${pinCount}`)
      return new Uint8Array(await crypto.subtle.sign('HMAC', await signing, text))
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

    /** How tries stand for a code, of a request or of none, and for who tries; neither is readable there. */
    async tries(code: string, client: string): Promise<{ code: Tried; client: Tried }> {
      const [[codeKey], [clientKey]] = await Promise.all([
        seal.lookup(`return code ${code}`),
        seal.lookup(`return client ${client}`),
      ])
      const rows = await returnTry.findMany({ where: { key: { in: [codeKey, clientKey] } } })
      const tried = (key: string): Tried => {
        const row = rows.find((one) => one.key === key)
        return { key, before: row ? fromText(row.until) : null }
      }
      return { code: tried(codeKey), client: tried(clientKey) }
    },

    /**
     * Counts a try for both. False where somebody else's was counted since they were read; where that was
     * one at the same code, it counts for the client all the same.
     */
    async count({ code, client }: { code: Counted; client: Counted }): Promise<boolean> {
      try {
        // Many may come from one client: whoever is too late there has counted nothing.
        const counts = await db.batchIf([noted(code), noted(client)], 1)
        return counts?.every(({ count }) => count > 0) ?? false
      } catch (fault) {
        if (isTaken(fault)) return false
        throw fault
      }
    },

    /** Whose request a code is, where they have a PIN; one statement, whatever is found. */
    async find(ref: string) {
      const row = await returnRow.findFirst({ where: { ref } })
      if (!row) return null
      const { personId: id, relation, sealedLabel: label, language, pinCount } = row
      return { id, relation: relation as Relation | null, label, language, pinCount }
    },

    /**
     * Puts somebody behind a new address of theirs alone, where they are what they were behind the first.
     * Their code counts no try any more (`code`), their client that much less. False where they are gone.
     */
    async stand(
      { id, relation, label }: Returning,
      to: Address,
      forgiven: { code: string; client: Counted },
      now: number,
    ): Promise<boolean> {
      const at = toText(now)
      const [key] = await keysOf(seal, to)
      const sealed = await seal.seal(to.id)
      const stands = { personId: id, channel: to.channel, key, sealed, createdAt: at }
      const stood = await db.batchIf([
        person.updateMany({ where: { id }, data: { seenAt: at } }),
        address.createMany({ data: { ...stands, relation, sealedLabel: label } }),
        returnTry.deleteMany({ where: { key: forgiven.code } }),
        noted(forgiven.client),
      ])
      return stood !== null
    },
  }
}
