// What differs between two profiles, place by place, as an administrator reads it.

const shown = (value: unknown): string => {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

const isHolder = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

// Entries with an id are the same one wherever they stand in their list.
const entriesOf = (holder: Record<string, unknown>): Map<string, unknown> => {
  if (!Array.isArray(holder)) return new Map(Object.entries(holder))
  return new Map(
    holder.map((entry: unknown, index) => [
      isHolder(entry) && typeof entry['id'] === 'string' ? entry['id'] : String(index),
      entry,
    ]),
  )
}

/** One line `path: before → after` for each place that differs; entries with an id by their id. */
export const changesBetween = (before: unknown, after: unknown, path = ''): string[] => {
  if (!isHolder(before) || !isHolder(after) || Array.isArray(before) !== Array.isArray(after)) {
    return before === after ? [] : [`${path}: ${shown(before)} → ${shown(after)}`]
  }
  const [old, now] = [entriesOf(before), entriesOf(after)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const place = Array.isArray(before) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`
    return changesBetween(old.get(key), now.get(key), place)
  })
}
