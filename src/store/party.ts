// Who stands behind an address beside whose it is, and which of them speaks there.

import type { Address } from '../domain/people/address.ts'
import type { Consent } from '../domain/people/consents.ts'
import type { PartyMember, Relation } from '../domain/people/party.ts'
import { keysOf } from './address-keys.ts'
import { type Database, toText } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'
import { BEGIN, CONSENT, STAND } from './sql/talk.ts'

/** Somebody new behind an address; `most`: how many there may be then. */
type Brought = {
  id: string
  language: string
  relation: Relation | null
  consent: Consent
  most: number
}

export function createParty(db: Database, seal: Seal) {
  /** Whoever else speaks at an address does so no more. */
  const stepAside = (keys: readonly string[], personId: string) =>
    db.address.updateMany({
      where: { key: { in: [...keys] }, current: true, personId: { not: personId } },
      data: { current: false },
    })

  return {
    /**
     * Puts somebody new behind an address where somebody stands already; they speak there from now on.
     * Nothing is done where there are enough already, or whose address it is would come twice.
     */
    async bring(
      address: Address,
      { id, language, relation, consent, most }: Brought,
      now: number,
    ): Promise<void> {
      const keys = await keysOf(seal, address)
      const at = toText(now)
      const sealed = await seal.seal(address.id)
      await db.batchIf([
        BEGIN(id, language, at, ...keys, 1, most - 1, relation),
        stepAside(keys, id),
        STAND(id, address.channel, keys[0], sealed, at, relation, most),
        CONSENT(consent.id, id, consent.scope, consent.textHash, consent.language, at),
      ])
    },

    /** From now on a person speaks at an address behind which they stand; else nothing is done. */
    async turn(address: Address, personId: string): Promise<void> {
      const keys = await keysOf(seal, address)
      const own = { key: { in: [...keys] }, personId }
      const stepForward = db.address.updateMany({ where: own, data: { current: true } })
      await db.batchIf([stepAside(keys, personId), stepForward], 1)
    },

    /** What somebody is called in the chat. */
    async setLabel(personId: string, label: string): Promise<void> {
      const sealed = await seal.seal(label)
      await db.address.updateMany({ where: { personId }, data: { sealedLabel: sealed } })
    },
  }
}

/** The people of a JSON list, opened; `id` is whom it is about. */
export async function partyOf(list: string, id: string, seal: Seal): Promise<PartyMember[]> {
  const rows = JSON.parse(list) as { id: string; relation: Relation | null; label: string | null }[]
  return await Promise.all(
    rows.map(async ({ label, ...row }) => ({
      ...row,
      label: label === null ? null : await seal.open(label),
      isMeant: row.id === id,
    })),
  )
}
