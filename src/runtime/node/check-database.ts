// Whether a database file is whole, as the SQLite that Lotse brings reads it: older ones take views of ours for damage.

import Sqlite from 'better-sqlite3'

/**
 * What is wrong with a database file, a line each; none where it is whole. Reads it, and changes nothing.
 * Throws what SQLite throws where it cannot be opened.
 */
export function faultsOf(databaseFile: string): string[] {
  const db = new Sqlite(databaseFile, { readonly: true, fileMustExist: true })
  try {
    const said = db.pragma('integrity_check') as { integrity_check: string }[]
    const faults = said.map((row) => row.integrity_check).filter((line) => line !== 'ok')
    const loose = db.pragma('foreign_key_check') as {
      table: string
      rowid: number
      parent: string
    }[]
    return [
      ...faults,
      ...loose.map(
        ({ table, rowid, parent }) =>
          `${table}: row ${rowid} points to a ${parent} that is not there`,
      ),
    ]
  } finally {
    db.close()
  }
}
