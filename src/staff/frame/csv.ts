// Tables for spreadsheets, as German ones open them.

// What makes a formula, also behind spaces, quotes and invisible signs, and in the wide forms that
// some spreadsheets read as the plain ones.
const FORMULA = /^[\s\p{C}"']*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u

/** A cell that a spreadsheet would take for a formula is told to be text. */
function cellText(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = FORMULA.test(value) ? `'${value}` : value
  return /[";\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Rows with semicolons between cells; the mark in front tells Excel that it is UTF-8. */
export function csv(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cellText).join(';')).join('\r\n')}\r\n`
}
