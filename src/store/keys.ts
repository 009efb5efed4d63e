// Rotating the key: whatever an older key sealed is sealed anew, while Lotse runs.

import type { Channel } from '../domain/people/address.ts'
import { keysOf } from './address-keys.ts'
import { type Database, first } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'

/** Every column that holds sealed text. A test looks through the schema for one that is missing. */
export const SEALED: readonly (readonly [table: string, column: string])[] = [
  ['Address', 'sealed'],
  ['Intake', 'sealed'],
  ['Outbox', 'sealed'],
  ['StaffNote', 'sealed'],
  ['Reply', 'sealed'],
  ['NoticeTarget', 'sealed'],
  ['Webhook', 'sealed'],
]

const BATCH = 100

type Row = { row: number | bigint; sealed: string; channel: Channel | null }

export function createKeys(db: Database, seal: Seal) {
  /** Seals some texts anew; how many were looked at. What changes meanwhile is newly sealed anyway. */
  async function some(table: string, column: string, extra = ''): Promise<number> {
    const channelOf = table === 'Address' ? '"channel"' : 'NULL'
    const rows = await db.$queryRawUnsafe<Row[]>(
      `SELECT "rowid" AS "row", "${column}" AS "sealed", ${channelOf} AS "channel" FROM "${table}"
       WHERE substr("${column}", 1, ?) <> ?${extra} LIMIT ${BATCH}`,
      seal.newest.prefix.length,
      seal.newest.prefix,
    )
    for (const { row, sealed, channel } of rows) {
      const text = await seal.open(sealed)
      const anew = await seal.seal(text)
      const where = `WHERE "rowid" = ? AND "${column}" = ?`
      await (channel
        ? db.$executeRawUnsafe(
            `UPDATE "Address" SET "sealed" = ?, "key" = ? ${where}`,
            anew,
            (await keysOf(seal, { channel, id: text }))[0],
            row,
            sealed,
          )
        : db.$executeRawUnsafe(`UPDATE "${table}" SET "${column}" = ? ${where}`, anew, row, sealed))
    }
    return rows.length
  }

  return {
    /** Whether everything is sealed with the newest key, as far as has been noted. */
    async isRotated(): Promise<boolean> {
      const row = await first<{ value: string }>(
        db,
        `SELECT "value" FROM "Meta" WHERE "key" = 'key-fingerprint'`,
      )
      return row?.value === (await seal.fingerprints())[0]
    },

    /** Seals one batch anew; 0 when nothing is left. May be killed and called again at any time. */
    async rotateSome(): Promise<number> {
      let done = 0
      for (const [table, column] of SEALED) done += await some(table, column)
      return done + (await some('Meta', 'value', ` AND "key" = 'staff-secret'`))
    },

    /** Notes that the older key is needed no more: from now on Lotse starts without it. */
    async noteRotated(): Promise<void> {
      const [newest] = await seal.fingerprints()
      await db.$executeRawUnsafe(
        `UPDATE "Meta" SET "value" = ? WHERE "key" = 'key-fingerprint'`,
        newest,
      )
    },
  }
}
