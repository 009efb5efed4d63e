// Texts that an older key sealed, table by table.

import type { Channel } from '../../domain/people/address.ts'
import { family } from './family.ts'
import { wordOrNull } from './statement.ts'

const SOME = 100
// Up to 1.8 MB each: as many as D1 takes in one call.
const SOUNDS = 1
// Of a sealed text: what no other begins with.
const BEGINS = 48
const SAMPLE: [table: string, column: string] = ['Outbox', 'sealed']

// An address is found by a key that is made of what is sealed there.
const hasKey = (table: string, column: string) => table === 'Address' && column === 'sealed'

/** `SEALED_IN(table, column)(length, prefix)`: some that do not begin with the prefix. */
export const SEALED_IN = family('keys.sealed-in', SAMPLE, (table: string, column: string) => ({
  why: 'rows of any table, by their place',
  sql: `SELECT "rowid" AS "place", "${column}" AS "sealed",
      ${hasKey(table, column) ? '"channel"' : 'NULL'} AS "channel" FROM "${table}"
    WHERE substr("${column}", 1, ?1) <> ?2 LIMIT ${table === 'VoiceMessage' ? SOUNDS : SOME}`,
  values: ['integer', 'text'],
  rows: { place: 'integer', sealed: 'text!', channel: wordOrNull<Channel>() },
}))

/** What a sealed text is known by when it is replaced: sent whole, a sound would come twice in one value. */
export const beginning = (sealed: string): string => sealed.slice(0, BEGINS)

/** `SEAL_ANEW(table, column)(JSON list of { place, begins, anew, key })`: unless changed meanwhile. */
export const SEAL_ANEW = family('keys.seal-anew', SAMPLE, (table: string, column: string) => ({
  why: 'many rows of any table at once, by their place',
  sql: `UPDATE "${table}" SET "${column}" = j."value" ->> 'anew'
      ${hasKey(table, column) ? `, "key" = j."value" ->> 'key'` : ''}
    FROM json_each(?1) j WHERE "${table}"."rowid" = j."value" ->> 'place'
      AND substr("${table}"."${column}", 1, ${BEGINS}) = j."value" ->> 'begins'`,
  values: ['text'],
}))
