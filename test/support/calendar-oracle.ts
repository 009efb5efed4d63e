// The calendar said a second time, slowly and with Temporal only, to hold the fast one against.
import type { CentreCalendar } from '../../src/domain/calendar/planned.ts'
import type { OpeningRule } from '../../src/domain/calendar/rules.ts'

const zone = 'Europe/Berlin'

/** Easter Sunday after Gauss, with Lichtenberg's correction. */
export const easter = (year: number): Temporal.PlainDate => {
  const century = Math.floor(year / 100)
  const moon = 15 + Math.floor((3 * century + 3) / 4) - Math.floor((8 * century + 13) / 25)
  const sun = 2 - Math.floor((3 * century + 3) / 4)
  const seed = (19 * (year % 19) + moon) % 30
  const correction = Math.floor((seed + Math.floor((year % 19) / 11)) / 29)
  const limit = 21 + seed - correction
  const sunday = 7 - ((year + Math.floor(year / 4) + sun) % 7)
  const distance = 7 - ((limit - sunday) % 7)
  return Temporal.PlainDate.from({ year, month: 3, day: 1 }).add({ days: limit + distance - 1 })
}

/** The public holidays of North Rhine-Westphalia after § 2 of its Feiertagsgesetz. */
export const holidaysOfNrw = (year: number): string[] => [
  ...['01-01', '05-01', '10-03', '11-01', '12-25', '12-26'].map((day) => `${year}-${day}`),
  // Good Friday, Easter Monday, Ascension, Whit Monday, Corpus Christi
  ...[-2, 1, 39, 50, 60].map((days) => easter(year).add({ days }).toString()),
]

const holds = (rule: OpeningRule, date: Temporal.PlainDate): boolean => {
  if (rule.validFrom && Temporal.PlainDate.compare(date, rule.validFrom) < 0) return false
  if (rule.validUntil && Temporal.PlainDate.compare(date, rule.validUntil) > 0) return false
  const { repeat } = rule
  if (repeat.every === 'date') return repeat.dates.some((one) => date.equals(one))
  if (repeat.every === 'month') {
    if (date.dayOfWeek !== repeat.weekday) return false
    const all: number[] = []
    for (let day = 1; day <= date.daysInMonth; day += 1)
      if (date.with({ day }).dayOfWeek === repeat.weekday) all.push(day)
    return repeat.nth.some((nth) => all.at(nth < 0 ? nth : nth - 1) === date.day)
  }
  if (!repeat.weekdays.includes(date.dayOfWeek)) return false
  const monday = (one: Temporal.PlainDate) => one.subtract({ days: one.dayOfWeek - 1 })
  const anchor = monday(repeat.anchor ? Temporal.PlainDate.from(repeat.anchor) : date)
  const { days } = anchor.until(monday(date), { largestUnit: 'days' })
  return (days / 7) % (repeat.interval ?? 1) === 0
}

/** The starts and ends of one rule's slots on a day, without closures: epoch ms. */
export const slotsAfterTemporal = (
  calendar: CentreCalendar,
  rule: OpeningRule,
  date: Temporal.PlainDate,
): { startsAt: number; endsAt: number }[] => {
  if (holidaysOfNrw(date.year).includes(date.toString()) || !holds(rule, date)) return []
  const minutes = rule.slotMinutes ?? calendar.numbers.slotMinutes
  const asMinutes = (time: string) => {
    const [hour = 0, minute = 0] = time.split(':').map(Number)
    return hour * 60 + minute
  }
  const slots: { startsAt: number; endsAt: number }[] = []
  let at = asMinutes(rule.opens)
  for (; at + minutes <= asMinutes(rule.closes); at += minutes) {
    const wall = date.toPlainDateTime({ hour: Math.floor(at / 60), minute: at % 60 })
    const start = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
    const end = start.add({ minutes })
    const exists = start.toPlainDateTime().equals(wall)
    // `end` may lie on the change itself: then the slot is over when the clock is put on or back
    const lastMoment = end.subtract({ nanoseconds: 1 })
    if (exists && start.offset === lastMoment.offset)
      slots.push({ startsAt: start.epochMilliseconds, endsAt: end.epochMilliseconds })
  }
  return slots
}
