// Rows of a batch in the form in which Prisma's adapters hand rows on, the same for both engines.

import { ColumnTypeEnum, type SqlQuery, type SqlResultSet } from '@prisma/driver-adapter-utils'

/** What was asked for, held back until its batch runs; `rows`: rows are expected. */
export type Held = { query: SqlQuery; rows: boolean }
/** Rows, or how many were changed. */
export type Outcome = SqlResultSet | number

/** A parameter as SQLite takes it. */
export function bound(value: unknown, type: SqlQuery['argTypes'][number] | undefined): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value instanceof Date) return value.toISOString().replace('Z', '+00:00')
  if (typeof value !== 'string') return value
  switch (type?.scalarType) {
    case 'int':
    case 'bigint':
      return Number(value)
    case 'datetime':
      return new Date(value).toISOString().replace('Z', '+00:00')
    default:
      return value
  }
}

/** Rows as lists; Prisma turns them into the types of the schema. */
export function resultSet(columnNames: string[], rows: unknown[][]): SqlResultSet {
  const columnTypes = columnNames.map((_, index) => {
    const value = rows.find((row) => row[index] !== null)?.[index]
    return typeof value === 'string' ? ColumnTypeEnum.Text : ColumnTypeEnum.UnknownNumber
  })
  return { columnNames, columnTypes, rows }
}
