// Tables for spreadsheets, as German ones open them.

import type { Context } from 'hono'

// What makes a formula, also behind spaces, quotes and invisible signs, and in the wide forms that
// some spreadsheets read as the plain ones.
const FORMULA = /^[\s\p{C}"']*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u

/** A cell that a spreadsheet would take for a formula is told to be text. */
function cellText(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = FORMULA.test(value) ? `'${value}` : value
  // Also a comma or tab, at which other spreadsheets begin the next cell.
  return /[",;\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Rows with semicolons between cells; the mark in front tells Excel that it is UTF-8. */
export function csv(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cellText).join(';')).join('\r\n')}\r\n`
}

/** The same as a file to keep. */
export function csvFile(c: Context, name: string, rows: Parameters<typeof csv>[0]): Response {
  return c.body(csv(rows), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}"`,
  })
}
