// Whether a database is what this version needs, told by what stands in it.

import { migrations, needed } from '../../generated/migrations.ts'
import { UNFINISHED } from '../sql/copies.ts'

/** A table, an index, a trigger or a view, with the text that made it. */
export type Made = { type: string; name: string; sql: string }

/**
 * not-migrated: migrations are to be applied · unreleased: made before the first release, which no
 * migration leads on from · newer: a later version has been here · unfinished: half of an imported city
 * · lacks, differs: `names` says what. `column` stands behind its table: `Booking.remindAt`. · disk: it cannot
 * be written · damaged: what stands in it is not whole.
 */
export type NotReady = {
  why:
    | 'not-migrated'
    | 'unreleased'
    | 'newer'
    | 'unfinished'
    | 'lacks'
    | 'differs'
    | 'disk'
    | 'damaged'
  names: string[]
}

/** @returns what is wrong, or `null` where nothing is */
export function notReady(made: readonly Made[], applied: readonly string[]): NotReady | null {
  const strange = applied.filter((name) => !migrations.includes(name))
  const missing = migrations.filter((name) => !applied.includes(name))
  if (strange.length > 0) {
    return { why: missing.length > 0 ? 'unreleased' : 'newer', names: strange }
  }
  if (missing.length > 0) return { why: 'not-migrated', names: missing }
  const found = new Map(made.map((one) => [one.name, one]))
  if (found.has(UNFINISHED)) return { why: 'unfinished', names: [] }
  const lacking = needed.flatMap((one) => lackingOf(one, found.get(one.name)))
  if (lacking.length > 0) return { why: 'lacks', names: lacking }
  const other = needed.filter(({ name, sql }) => bare(found.get(name)?.sql) !== bare(sql))
  return other.length > 0 ? { why: 'differs', names: other.map(({ name }) => name) } : null
}

function lackingOf(one: Made, found: Made | undefined): string[] {
  if (found?.type !== one.type) return [one.name]
  if (one.type !== 'table') return []
  const there = columnsOf(found)
  return columnsOf(one)
    .filter((column) => !there.includes(column))
    .map((column) => `${one.name}.${column}`)
}

/** The columns of a table in their order. */
export const columnsOf = ({ sql }: Made) => all(sql, /(?:^|,)\s*"(\w+)" [A-Z]/gm)

/** The tables that a table points to. */
export const parentsOf = ({ sql }: Made) => all(sql, /REFERENCES "(\w+)"/g)

const all = (sql: string, pattern: RegExp) =>
  [...sql.matchAll(pattern)].map(([, name = '']) => name)

// Who applies migrations may leave comments out and break lines elsewhere.
const bare = (sql = '') => sql.replace(/--.*$/gm, '').replace(/\s+/g, ' ').trim()
