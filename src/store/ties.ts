// Links that tie a person to another address of theirs, once.

import type { Address, Channel } from '../domain/people/address.ts'
import type { Relation } from '../domain/people/party.ts'
import { keysOf } from './address-keys.ts'
import { type Database, fromText, isTaken, toText } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'
import { STAND } from './sql/talk.ts'

/** `expiresAt`: epoch milliseconds. */
type NewTie = { hash: string; personId: string; channel: Channel; word: string; expiresAt: number }

type FoundTie = Omit<NewTie, 'hash' | 'word'> & { language: string }

/** Where a link is used. `isHere`: its person stands there already; else what they are there, and how many fit. */
type Using = { address: Address; isHere: boolean; relation: Relation | null; most: number }

export function createTies(db: Database, seal: Seal) {
  return {
    /** Makes a link; of those a person made before to the same channel none can be used any more. */
    async make({ hash, personId, channel, word, expiresAt }: NewTie): Promise<void> {
      const sealed = await seal.seal(word)
      const data = { hash, personId, channel, sealed, expiresAt: toText(expiresAt) }
      await db.batch([
        db.tie.deleteMany({ where: { personId, channel, usedBy: null } }),
        db.tie.createMany({ data }),
      ])
    },

    /** The word of the link a person has made, while it can be used. */
    async open(
      personId: string,
      channel: Channel,
      now: number,
    ): Promise<{ word: string; expiresAt: number } | null> {
      const row = await db.tie.findFirst({
        where: { personId, channel, usedBy: null, expiresAt: { gt: toText(now) } },
      })
      return row && { word: await seal.open(row.sealed), expiresAt: fromText(row.expiresAt) }
    },

    /** Whose a link is, what they read and where it leads; also one that is over or used. */
    async find(hash: string): Promise<FoundTie | null> {
      const row = await db.tie.findUnique({
        where: { hash },
        select: {
          ...{ personId: true, channel: true, expiresAt: true },
          person: { select: { language: true } },
        },
      })
      if (!row) return null
      const { personId, channel, expiresAt, person } = row
      const { language } = person
      return { personId, language, channel: channel as Channel, expiresAt: fromText(expiresAt) }
    },

    /**
     * Ties its person to an address, where they speak from then on; a chat that no message reaches any more
     * is theirs no longer, and what stood on their page goes to the new one. False where the link is over, or
     * was used at another address: then nothing changes.
     */
    async use(hash: string, { address, isHere, relation, most }: Using, now: number) {
      const keys = await keysOf(seal, address)
      const at = toText(now)
      const row = await db.tie.findUnique({ where: { hash } })
      if (!row) return false
      const { personId } = row
      const there = { key: { in: [...keys] } }
      if (row.usedBy !== null) return keys.includes(row.usedBy) && isHere
      const spend = db.tie.updateMany({
        where: { hash, usedBy: null, expiresAt: { gt: at } },
        data: { usedBy: keys[0] },
      })
      const stepAside = db.address.updateMany({
        where: { ...there, current: true, personId: { not: personId } },
        data: { current: false },
      })
      const stand = isHere
        ? db.address.updateMany({ where: { ...there, personId }, data: { current: true } })
        : STAND(personId, address.channel, keys[0], await seal.seal(address.id), at, relation, most)
      try {
        const done = await db.batchIf([
          spend,
          stepAside,
          stand,
          ...(address.channel === 'telegram' ? instead(personId, keys, at) : []),
        ])
        return done !== null
      } catch (fault) {
        if (isTaken(fault)) return false
        throw fault
      }
    },
  }

  /** The chat before, which no message reached, and what was left on the page instead. */
  function instead(personId: string, keys: readonly string[], at: string) {
    return [
      db.address.deleteMany({
        where: {
          ...{ personId, channel: 'telegram', key: { notIn: [...keys] } },
          person: { unreachable: { not: null } },
        },
      }),
      db.person.updateMany({ where: { id: personId }, data: { unreachable: null } }),
      db.outbox.updateMany({
        where: { personId, status: 'kept' },
        data: { status: 'queued', dueAt: at },
      }),
    ]
  }
}
