// A whole city as lines of text, carried to another database and checked there.

import type { Deps } from '../../deps.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { takeMadeUpAway } from './made-up.ts'

type Header = { lotse: 1; city: string; key: string; migrations: string[] }
type Table = { table: string; columns: string[] }

/** Why a city is not taken in. */
export type NotMoved = 'damaged' | 'other-version' | 'other-key' | 'other-city' | 'in-use'

const PAGE = 200
// D1 binds texts of at most 2 MB.
const MOST_SIGNS = 1_000_000

/**
 * Everything the database holds: a header, each table with its rows as SQLite writes them, and last a
 * SHA-256 of all lines before. What is sealed stays sealed. Lotse should be stopped meanwhile.
 */
export async function exportCity(deps: Deps): Promise<{ lines: string[]; digest: string }> {
  const { copies, meta } = deps.store
  const header: Header = {
    lotse: 1,
    city: deps.config.profile,
    key: await meta.keyName(),
    migrations: await copies.migrations(),
  }
  const lines = [JSON.stringify(header)]
  for (const { name, columns } of copies.tables()) {
    lines.push(JSON.stringify({ table: name, columns } satisfies Table))
    let from: number | undefined = 0
    while (from !== undefined) {
      const page = await copies.page(name, columns, from)
      lines.push(...page.rows)
      from = page.next
    }
  }
  const digest = await fingerprintOf(lines.join('\n'))
  return { lines: [...lines, JSON.stringify({ sha256: digest })], digest }
}

/**
 * Puts an exported city into a database that nobody uses yet, and exports it again to compare.
 * @returns the digest both have, or why nothing was changed. Throws where they differ afterwards: the
 * database has to be made anew then.
 */
export async function importCity(
  deps: Deps,
  lines: readonly string[],
): Promise<{ digest: string; rows: number } | { not: NotMoved }> {
  const { copies } = deps.store
  const body = lines.slice(0, -1)
  const digest = await fingerprintOf(body.join('\n'))
  if (lines.at(-1) !== JSON.stringify({ sha256: digest })) return { not: 'damaged' }
  const not = await obstacle(deps, JSON.parse(body[0] ?? '') as Header)
  if (not) return { not }
  const tables = tablesIn(body.slice(1))
  await copies.bringingIn(async () => {
    for (const { table } of tables.toReversed()) await copies.clear(table)
    for (const { table, columns, rows } of tables) {
      for (const some of inPages(rows)) await copies.put(table, columns, some)
    }
    const again = await exportCity(deps)
    if (again.digest !== digest) throw new Error('what arrived is not what was sent')
  })
  // A Worker has no demo: what comes from one is live from here on.
  await takeMadeUpAway(deps)
  return { digest, rows: tables.reduce((sum, { rows }) => sum + rows.length, 0) }
}

/** Rows in their order, as many at a time as one statement takes. */
function inPages(rows: readonly string[]): string[][] {
  const pages: string[][] = []
  let signs = 0
  for (const row of rows) {
    const page = pages.at(-1)
    signs += row.length
    if (page && page.length < PAGE && signs <= MOST_SIGNS) page.push(row)
    else {
      pages.push([row])
      signs = row.length
    }
  }
  return pages
}

async function obstacle(deps: Deps, header: Header): Promise<NotMoved | undefined> {
  const { copies, meta } = deps.store
  const migrations = await copies.migrations()
  if (JSON.stringify(migrations) !== JSON.stringify(header.migrations)) return 'other-version'
  if (header.city !== deps.config.profile) return 'other-city'
  if (!(await meta.hasKey(header.key))) return 'other-key'
  return (await copies.isFree()) ? undefined : 'in-use'
}

// Rows are arrays and stay the text they are, so that no number passes through JavaScript.
function tablesIn(lines: readonly string[]): (Table & { rows: string[] })[] {
  const tables: (Table & { rows: string[] })[] = []
  for (const line of lines) {
    if (line.startsWith('{')) tables.push({ ...(JSON.parse(line) as Table), rows: [] })
    else tables.at(-1)?.rows.push(line)
  }
  return tables
}
