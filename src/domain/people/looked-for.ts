// What somebody at the desk looks for: a code, a day, or what a person wants to be called.

import { addDays, dateOfDay, dayNumber } from '../calendar/wall-clock.ts'
import { latinDigits } from './typed-text.ts'

const GERMAN = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4}|\d{2})?$/
const ISO = /^\d{4}-\d{2}-\d{2}$/
const NEAR: Readonly<Record<string, number>> = {
  ...{ vorgestern: -2, gestern: -1, heute: 0, morgen: 1, übermorgen: 2 },
  ...{ yesterday: -1, today: 0, tomorrow: 1 },
}

/**
 * The day somebody typed, YYYY-MM-DD: 23.11.2026, 23.11. (the nearest one), 2026-11-23, "heute", in whatever digits.
 * @param today YYYY-MM-DD
 * @returns `null` for what is no day
 */
export function dayLookedFor(typed: string, today: string): string | null {
  const text = latinDigits(typed.normalize('NFKC')).trim().toLowerCase()
  const near = NEAR[text]
  if (near !== undefined) return addDays(today, near)
  if (ISO.test(text)) return asDay(text)
  const [, day, month, year] = GERMAN.exec(text) ?? []
  if (day === undefined || month === undefined) return null
  const of = (one: number) => asDay(`${one}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  if (year !== undefined) return of(year.length === 2 ? 2000 + Number(year) : Number(year))
  const now = Number(today.slice(0, 4))
  const found = [now - 1, now, now + 1].flatMap((one) => of(one) ?? [])
  const away = (one: string) => Math.abs(dayNumber(one) - dayNumber(today))
  return found.sort((a, b) => away(a) - away(b))[0] ?? null
}

/** A day that is in the calendar. */
function asDay(text: string): string | null {
  const at = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(at) || dateOfDay(Math.floor(at / 86_400_000)) !== text ? null : text
}
