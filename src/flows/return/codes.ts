// What those who stand behind one address come back by, each with a code and a PIN of their own.

import type { Deps } from '../../deps.ts'
import { nameOf } from '../../domain/dialog/called.ts'
import type { Text } from '../../domain/dialog/text.ts'
import type { PartyMember } from '../../domain/people/party.ts'
import { pinFor } from './pin.ts'

/** `who` is what they are called there. */
export type OwnCode = { who: Text; code: string; pin: string }

/** The codes of some of those behind an address; whoever has sent nothing yet has none. */
export async function codesOf(
  deps: Deps,
  some: readonly PartyMember[],
  party: readonly PartyMember[],
): Promise<OwnCode[]> {
  if (some.length === 0) return []
  const rows = await deps.store.returns.codesOf(some.map(({ id }) => id))
  const codes = some.map(async (member) => {
    const row = rows.find(({ id }) => id === member.id)
    if (!row) return []
    const pin = await pinFor(deps, row.id, row.pinCount)
    return [{ who: nameOf(member, party), code: row.code, pin }]
  })
  return (await Promise.all(codes)).flat()
}
