// Rows of a mapping as lines of text: "what it is called there | what Lotse has | its name for machines".

type Row = readonly string[]

/** A row a line; what has no name for machines has two columns. */
export const rowsText = (rows: readonly Row[]): string =>
  rows.map((row) => row.join(' | ')).join('\n')

/** The lines that say anything, with their number in what was typed, from 1. */
export const rowsIn = (text: string): { line: number; columns: Row }[] =>
  text.split('\n').flatMap((typed, at) => {
    const columns = typed.split('|').map((column) => column.trim())
    return typed.trim() === '' ? [] : [{ line: at + 1, columns }]
  })
