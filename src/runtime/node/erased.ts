// The list of who was erased, in a file beside the database: hashes without a name, so that it can
// be copied away with every backup and outlives the database.

import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Deps } from '../../deps.ts'
import { dateOf } from '../../domain/calendar/wall-clock.ts'
import { deadlines } from '../../domain/people/retention.ts'
import { currentCity } from '../../flows/city.ts'

type Line = { day: string; hash: string }

/** Where the list of a database is. */
export function erasedBeside(databaseFile: string): string {
  return join(dirname(databaseFile), 'lotse.erased')
}

/** The lines of a list, each `YYYY-MM-DD hash`; what is none is left out. */
export function readErased(text: string): Line[] {
  return text.split('\n').flatMap((line) => {
    const [, day, hash] = /^(\d{4}-\d\d-\d\d) (\S{40,})$/.exec(line) ?? []
    return day && hash ? [{ day, hash }] : []
  })
}

/**
 * Adds to the list beside the database whoever has been erased since; called each minute. At the
 * first call lines that no backup can need any more are dropped.
 */
export function keepErased(deps: Deps): () => Promise<void> {
  const file = erasedBeside(deps.config.databaseFile)
  let known: Set<string> | undefined
  let place = 0
  return async () => {
    known ??= await begin(deps, file)
    for (;;) {
      const some = await deps.store.erased.after(place)
      if (some.hashes.length === 0) return
      const held = known
      const fresh = some.hashes.filter((hash) => !held.has(hash))
      const day = dateOf(deps.clock.now())
      if (fresh.length > 0) {
        appendFileSync(file, fresh.map((hash) => `${day} ${hash}\n`).join(''), { mode: 0o600 })
      }
      for (const hash of fresh) known.add(hash)
      place = some.place
    }
  }
}

async function begin(deps: Deps, file: string): Promise<Set<string>> {
  if (!existsSync(file)) return new Set()
  const { profile } = await currentCity(deps)
  const since = dateOf(deadlines(profile.retention, deps.clock.now()).backups)
  const lines = readErased(readFileSync(file, 'utf8'))
  const kept = lines.filter(({ day }) => day >= since)
  if (kept.length < lines.length) {
    const text = kept.map(({ day, hash }) => `${day} ${hash}\n`).join('')
    writeFileSync(`${file}.new`, text, { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  return new Set(kept.map(({ hash }) => hash))
}
