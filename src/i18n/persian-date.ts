// The Persian (solar Hijri) date, shown beside the Gregorian one to readers who live by it.

const WRITTEN = {
  timeZone: 'Europe/Berlin',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
} as const

// Made when it is first asked for: no start waits for it.
let persian: Intl.DateTimeFormat | undefined

/** Day, month (1 = Farvardin) and year of the Persian calendar, for the day in Europe/Berlin. */
export function persianDate(at: number): { year: number; month: number; day: number } {
  persian ??= new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', WRITTEN)
  const found = { year: 0, month: 0, day: 0 }
  for (const { type, value } of persian.formatToParts(at)) {
    if (type === 'year' || type === 'month' || type === 'day') found[type] = Number(value)
  }
  return found
}
