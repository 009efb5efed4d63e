// People: who has agreed, in which language, whether they can be reached.

import type { BlockedReason } from '../domain/appointment/delivery.ts'
import type { Address } from '../domain/people/address.ts'
import { keysOf } from './address-keys.ts'
import { type Database, isTaken, toText, unlessThere } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'
import { BEGIN, STAND } from './sql/talk.ts'

// So long (milliseconds) nobody whom staff are booking for is forgotten.
export const BEING_BOOKED = 60_000

export function createPeople(db: Database, seal: Seal) {
  const { person, address, consent, intake } = db

  return {
    /** Makes the person behind an address; false where somebody stands behind it by now. */
    async begin(id: string, address: Address, language: string, now: number): Promise<boolean> {
      const [key, olderKey] = await keysOf(seal, address)
      const at = toText(now)
      const sealed = await seal.seal(address.id)
      try {
        const made = await db.batchIf([
          BEGIN(id, language, at, key, olderKey, 0, 0, null),
          STAND(id, address.channel, key, sealed, at, null, 1),
        ])
        return made !== null
      } catch (fault) {
        if (isTaken(fault)) return false
        throw fault
      }
    },

    /** Somebody who is known agrees anew, in a language. */
    async beginAgain(id: string, language: string, now: number): Promise<void> {
      await person.updateMany({ where: { id }, data: { language, seenAt: toText(now) } })
    },

    /**
     * Somebody on the telephone or at the counter, whom no message is ever sent to. May run twice; false
     * where the id is somebody's who came by themselves.
     */
    async writeDown(id: string, language: string, now: number): Promise<boolean> {
      const channel = 'staff'
      const at = toText(now)
      const [key] = await keysOf(seal, { channel, id })
      const stands = { personId: id, channel, key, sealed: await seal.seal(id), createdAt: at }
      const written = await unlessThere(
        db.batch([
          person.createMany({
            data: { id, language, createdAt: at, seenAt: at, unreachable: 'no-chat' },
          }),
          address.createMany({ data: stands }),
        ]),
      )
      return written || (await address.count({ where: { personId: id, channel } })) > 0
    },

    /**
     * Erases what people whom staff wrote down are called and their numbers, once no appointment of theirs is of this
     * day, which begins at `today`, or later. Until then they may have to be called, also about one that was displaced
     * or that staff cancelled, and what was noted of it by mistake can be taken back. Whoever was written down just now
     * is being booked for.
     */
    async forgetWrittenDown(now: number, today: number): Promise<void> {
      const isToCome = {
        endsAt: { gt: toText(today) },
        OR: [
          { state: { in: ['booked', 'attended', 'missed', 'unmarked'] } },
          { changedBy: { startsWith: 'closure:' } },
          { changedBy: { startsWith: 'staff:' } },
        ],
      }
      const before = { channel: 'staff', createdAt: { lt: toText(now - BEING_BOOKED) } }
      await intake.updateMany({
        where: {
          sealed: { not: null },
          person: { addresses: { some: before }, bookings: { none: isToCome } },
        },
        data: { sealed: null, hasPhone: false },
      })
    },

    /** The language that people behind one address read. */
    async setLanguage(ids: readonly string[], language: string): Promise<void> {
      await person.updateMany({ where: { id: { in: [...ids] } }, data: { language } })
    },

    async withdraw(personId: string, scope: string, now: number): Promise<void> {
      await consent.updateMany({
        where: { personId, scope, withdrawnAt: null },
        data: { withdrawnAt: toText(now) },
      })
    },

    /** Whether they have a request by now. */
    async hasRequest(personId: string): Promise<boolean> {
      return (await db.intake.count({ where: { personId } })) > 0
    },

    /** Erases who has no request any more; false where there is one, or they are gone. */
    async leave(id: string): Promise<boolean> {
      return (await person.deleteMany({ where: { id, intakes: { none: {} } } })).count > 0
    },

    /** Marks for everybody behind an address whether messages arrive: the reason why not, or `null`. */
    async setUnreachable(address: Address, reason: BlockedReason | null): Promise<void> {
      const key = { in: [...(await keysOf(seal, address))] }
      // In two, each by its key: asked for people by their addresses, SQLite looks at all people there are.
      const behind = await db.address.findMany({ where: { key }, select: { personId: true } })
      const id = { in: behind.map(({ personId }) => personId) }
      await person.updateMany({ where: { id }, data: { unreachable: reason } })
    },

    /**
     * Everybody who can be written to, in a chat or on their page, with the language they read; in the order
     * of their ids. Of several behind one address it is whoever speaks there.
     */
    async reachable(): Promise<{ id: string; language: string }[]> {
      const hasPage = { some: { channel: 'web' } }
      return await person.findMany({
        where: {
          addresses: { some: { current: true } },
          OR: [{ unreachable: null }, { unreachable: { not: 'no-chat' }, addresses: hasPage }],
        },
        select: { id: true, language: true },
        orderBy: { id: 'asc' },
      })
    },
  }
}
