// Whether a database file is whole, as the SQLite that Lotse brings reads it: older ones take views of ours for damage.

import Sqlite from 'better-sqlite3'

/** Where what lies on the disk does not fit together, a line each; none where it does. */
export function damageIn(db: Sqlite.Database): string[] {
  const said = db.pragma('integrity_check') as { integrity_check: string }[]
  return said.map((row) => row.integrity_check).filter((line) => line !== 'ok')
}

/**
 * What is wrong with a database file, a line each; none where it is whole. Reads it, and changes nothing.
 * Throws what SQLite throws where it cannot be opened.
 */
export function faultsOf(databaseFile: string): string[] {
  const db = new Sqlite(databaseFile, { readonly: true, fileMustExist: true })
  try {
    const loose = db.pragma('foreign_key_check') as {
      table: string
      rowid: number
      parent: string
    }[]
    return [
      ...damageIn(db),
      ...loose.map(
        ({ table, rowid, parent }) =>
          `${table}: row ${rowid} points to a ${parent} that is not there`,
      ),
    ]
  } finally {
    db.close()
  }
}
