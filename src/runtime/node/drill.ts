// The drill: a backup made and brought back beside the running database, and both compared. Leaves nothing.

import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Deps } from '../../deps.ts'
import { createSeal, type Seal } from '../../store/engine/seal.ts'
import { SEALED } from '../../store/keys.ts'
import { backup, restore } from './backup.ts'
import { erasedBeside, readErased } from './erased.ts'
import { inOpenFolder } from './open-copies.ts'

/** What was looked at, whether it is as it should be, and what was found. */
export type Finding = { what: string; isRight: boolean; found: string }

/** A table as it stands: its rows in their order, and a SHA-256 over all of them. */
type Sum = { rows: number; digest: string }
type Sums = ReadonlyMap<string, Sum>

/**
 * Makes a backup and brings it back in a folder beside the database, while Lotse runs.
 * @param open opens a database file as the settings say, checking it as a start does; who asks closes it
 */
export async function drill(
  databaseFile: string,
  dataKey: string,
  open: (file: string) => Promise<Deps>,
): Promise<Finding[]> {
  return await inOpenFolder(databaseFile, async (folder) => {
    const [sealed, back] = [join(folder, 'drill.backup'), join(folder, 'lotse.db')]
    let before: Sums = new Map()
    const bytes = await backup(databaseFile, sealed, dataKey, (state) => {
      before = sumsOf(state)
    })
    const after = await restore(sealed, back, dataKey, async (file) => {
      const db = new Sqlite(file)
      try {
        return sumsOf(db)
      } finally {
        db.close()
      }
    })
    const deps = await open(back)
    try {
      return [
        { what: 'backup', isRight: true, found: `${bytes} bytes, opened with the data key` },
        compared(before, after),
        structure(back),
        await sealedTexts(back, await createSeal(dataKey)),
        await erasedPeople(deps, databaseFile),
      ]
    } finally {
      await deps.store.close()
    }
  })
}

function sumsOf(db: Sqlite.Database): Sums {
  const tables = db
    .prepare(
      `SELECT "name" FROM sqlite_schema WHERE "type" = 'table' AND "name" NOT LIKE 'sqlite%' ORDER BY 1`,
    )
    .pluck()
    .all() as string[]
  return new Map(tables.map((table) => [table, sumOf(db, table)]))
}

function sumOf(db: Sqlite.Database, table: string): Sum {
  const hash = createHash('sha256')
  let rows = 0
  const all = db.prepare(`SELECT * FROM "${table}" ORDER BY "rowid"`).raw().safeIntegers(true)
  for (const row of all.iterate() as IterableIterator<unknown[]>) {
    rows += 1
    for (const value of row) {
      const isBytes = value instanceof Uint8Array
      hash.update(isBytes ? value : `${typeof value} ${value}\u0000`)
    }
    hash.update('\n')
  }
  return { rows, digest: hash.digest('hex') }
}

function compared(before: Sums, after: Sums): Finding {
  const names = [...new Set([...before.keys(), ...after.keys()])]
  const other = names.filter((name) => before.get(name)?.digest !== after.get(name)?.digest)
  const rows = [...after.values()].reduce((sum, one) => sum + one.rows, 0)
  const found = `${after.size} tables, ${rows} rows, the same checksums`
  const wrong = other.map((name) => `${name} ${before.get(name)?.rows} → ${after.get(name)?.rows}`)
  return { what: 'rows', isRight: other.length === 0, found: wrong.join(', ') || found }
}

/** What makes a database keep its own rules; `open` has refused it where one is missing or another one. */
function structure(file: string): Finding {
  const db = new Sqlite(file, { readonly: true })
  try {
    const broken = db.pragma('foreign_key_check') as { table: string }[]
    const made = db.prepare('SELECT count(*) FROM sqlite_schema WHERE "type" = ?').pluck()
    const count = (type: string) => made.get(type)
    const found = `${count('trigger')} triggers, ${count('index')} indexes, no row without its parent`
    const wrong = [...new Set(broken.map(({ table }) => `${table} points to nothing`))]
    return { what: 'structure', isRight: broken.length === 0, found: wrong.join(', ') || found }
  } finally {
    db.close()
  }
}

async function sealedTexts(file: string, seal: Seal): Promise<Finding> {
  const db = new Sqlite(file, { readonly: true })
  const wrong: string[] = []
  let opened = 0
  try {
    for (const [table, column] of SEALED) {
      const texts = db.prepare(`SELECT "${column}" FROM "${table}" WHERE "${column}" > ''`).pluck()
      let closed = 0
      for (const text of texts.iterate() as IterableIterator<string>) {
        const isOpen = await seal.open(text).then(
          () => true,
          () => false,
        )
        if (isOpen) opened += 1
        else closed += 1
      }
      if (closed > 0) wrong.push(`${table}.${column}: ${closed} do not open`)
    }
  } finally {
    db.close()
  }
  return {
    what: 'keys',
    isRight: wrong.length === 0,
    found: wrong.join(', ') || `${opened} sealed texts opened`,
  }
}

/** Everybody whom the database knows to be erased is on the list beside it, and nobody of it is back. */
async function erasedPeople({ store }: Deps, databaseFile: string): Promise<Finding> {
  const list = erasedBeside(databaseFile)
  const lines = existsSync(list) ? readErased(readFileSync(list, 'utf8')).lines : []
  const listed = new Set(lines.map(({ hash }) => hash))
  const back = await store.erased.stillHere(listed)
  const here = back.people.length + back.requests.length + back.speakers.length
  let missing = 0
  for (let place = 0; ; ) {
    const some = await store.erased.after(place)
    if (some.hashes.length === 0) break
    missing += some.hashes.filter((hash) => !listed.has(hash)).length
    place = some.place
  }
  const wrong = [
    ...(here > 0 ? [`${here} on the list are in the database`] : []),
    ...(missing > 0 ? [`${missing} erased are not on the list`] : []),
  ]
  const found = wrong.join(', ') || `${listed.size} on the list, none of them there`
  return { what: 'erased', isRight: wrong.length === 0, found }
}
