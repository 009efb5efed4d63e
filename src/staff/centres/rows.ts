// Numbered rows of a form, whose fields are named by their place: `openings.0.closes`.

import type { Fields } from '../frame/route.ts'

// What every row has, also an empty one, says nothing.
const ALWAYS = ['id', 'every']

/** The rows below a name that say anything and are not to go, by their number in the form. */
export function rowsOf(fields: Fields, list: string): number[] {
  const rows = new Set<number>()
  for (const [key, value] of Object.entries(fields)) {
    const { row, rest } = placeIn(list, key)
    if (row !== undefined && !ALWAYS.includes(rest) && value.trim() !== '') rows.add(row)
  }
  return [...rows].sort((a, b) => a - b).filter((row) => !fields[`${list}.${row}.gone`])
}

/** The same fields without the empty rows of a list and those that are to go, numbered through. */
export function numberedThrough(fields: Fields, list: string): Fields {
  const kept = new Map(rowsOf(fields, list).map((row, index) => [row, index]))
  const tidy: Record<string, string> = {}
  for (const [key, value] of Object.entries(fields)) {
    const { row, rest } = placeIn(list, key)
    const index = row === undefined ? undefined : kept.get(row)
    if (row === undefined) tidy[key] = value
    else if (index !== undefined) tidy[`${list}.${index}.${rest}`] = value
  }
  return tidy
}

function placeIn(list: string, key: string): { row?: number; rest: string } {
  if (!key.startsWith(`${list}.`)) return { rest: key }
  const [, row, rest = ''] = /^(\d{1,3})\.(.+)$/.exec(key.slice(list.length + 1)) ?? []
  return row === undefined ? { rest: key } : { row: Number(row), rest }
}
