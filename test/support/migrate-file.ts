// The migrations on a file that nobody has open.

import Sqlite from 'better-sqlite3'
import { migrateOn } from '../../src/store/engine/migrate-node.ts'

export function migrate(file: string): void {
  const db = new Sqlite(file, { timeout: 5000 })
  try {
    migrateOn(db)
  } finally {
    db.close()
  }
}
