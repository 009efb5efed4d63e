// What is wrong with a raw statement, told by a migrated database and its columns.

import type Sqlite from 'better-sqlite3'
import type { Statement } from '../../src/store/sql/statement.ts'

type Info = { name: string; type: string; notnull: number; pk: number }

const TYPES: Record<string, string> = {
  text: 'TEXT',
  integer: 'INTEGER|BIGINT',
  real: 'REAL',
  boolean: 'BOOLEAN',
}

/** Each fault in one line; none where the statement says what is so. */
export function faultsOfStatement(db: Sqlite.Database, statement: Statement): string[] {
  const { name, why, sql, order, values, rows } = statement
  const faults: string[] = []
  if (!/^[a-z-]+\.[a-z-]+$/.test(name)) faults.push('has no name like subject.what-it-does')
  if (why.trim() === '') faults.push('does not say why it is raw')
  for (const index of values.keys()) {
    if (!order.includes(index)) faults.push(`declares ?${index + 1}, which it does not use`)
  }
  for (const index of new Set(order)) {
    if (index >= values.length) faults.push(`uses ?${index + 1}, which it does not declare`)
  }
  let prepared: Sqlite.Statement
  try {
    prepared = db.prepare(sql)
  } catch (fault) {
    return [...faults, `cannot be prepared: ${fault}`]
  }
  const columns = prepared.reader ? prepared.columns() : []
  const [given, told] = [columns.map((column) => column.name), Object.keys(rows ?? {})]
  if (given.join() !== told.join()) return [...faults, `gives ${given}, declares ${told}`]
  for (const { name: column, table, column: source } of columns) {
    const info = table && source ? columnOf(db, table, source) : undefined
    if (!info || !table) continue
    const [type = '', mark] = (rows?.[column] ?? '').split(/(?=[?!])/)
    if (!(TYPES[type] ?? '').split('|').includes(info.type)) {
      faults.push(`${column} is ${info.type}, declared ${type}`)
    }
    const isNullable = info.notnull === 0 && info.pk === 0
    if (isNullable && !mark) faults.push(`${column} may be NULL, which is not declared`)
    if (!isNullable && !mark && onlyLeftJoined(sql, table)) {
      faults.push(`${column} comes of a LEFT JOIN: say ? or !`)
    }
    if (!isNullable && mark === '?' && !/LEFT JOIN|\(SELECT|Row"/.test(sql)) {
      faults.push(`${column} is never NULL, declared ?`)
    }
  }
  return faults
}

function columnOf(db: Sqlite.Database, table: string, column: string): Info | undefined {
  return (db.pragma(`table_info("${table}")`) as Info[]).find(({ name }) => name === column)
}

function onlyLeftJoined(sql: string, table: string): boolean {
  const joins = [...sql.matchAll(new RegExp(`(\\w+ )?(?:FROM|JOIN|INTO|UPDATE) "${table}"`, 'g'))]
  return joins.length > 0 && joins.every(([text]) => text.startsWith('LEFT JOIN'))
}
