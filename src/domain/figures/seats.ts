// Figures about seats: exact, since a seat is nobody.

/**
 * What became of seats. planned: all the rules gave. bookable: those open to everybody, and of the kept ones those
 * that were given to somebody after all: an empty kept seat is not empty for lack of people. attended, missed,
 * unmarked (over, and nobody has said): what was in them; no seat holds two. cancelled: appointments that were
 * called off by whose they were, or by staff, not by a closure. refilled: of these, how many seats somebody else took.
 * walkIns: people without an appointment, who sit in no seat.
 */
export const SEAT_COUNTS = [
  'planned',
  'bookable',
  'attended',
  'missed',
  'unmarked',
  'cancelled',
  'refilled',
  'walkIns',
] as const
type SeatCounts = Record<(typeof SEAT_COUNTS)[number], number>

/** Of one centre and week (its Monday, YYYY-MM-DD). `made`: appointments made; `leadHours`: how long before, in all. */
export type WeekSeats = SeatCounts & {
  centre: string
  week: string
  made: number
  leadHours: number
}

/** Of one hour on the wall of one weekday (1 is Monday), over four whole weeks from the Monday `block`. */
export type HourSeats = SeatCounts & {
  centre: string
  block: string
  weekday: number
  hour: number
}

/** Sums with what follows from them. */
export type Seats = SeatCounts & {
  /** appointments that were in the seats in the end, whoever came */
  booked: number
  /** days between booking and appointment on average, to a tenth; `null` where none was made */
  leadDays: number | null
}

type Counted = SeatCounts & { made?: number; leadHours?: number }

/** One row for all of it. */
export function seatsOf(rows: readonly Counted[]): Seats {
  const sum = (of: (row: Counted) => number) => rows.reduce((all, row) => all + of(row), 0)
  const counts = Object.fromEntries(
    SEAT_COUNTS.map((name) => [name, sum((row) => row[name])]),
  ) as SeatCounts
  const made = sum((row) => row.made ?? 0)
  const hours = sum((row) => row.leadHours ?? 0)
  const booked = counts.attended + counts.missed + counts.unmarked
  return { ...counts, booked, leadDays: made === 0 ? null : Math.round(hours / made / 2.4) / 10 }
}

/** A row for each key, in their order; one without counts is a row of zeros. */
export function seatsBy<Row extends Counted>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  keys: readonly string[],
): (Seats & { key: string })[] {
  const groups = Map.groupBy(rows, keyOf)
  return keys.map((key) => ({ key, ...seatsOf(groups.get(key) ?? []) }))
}

/**
 * So many per cent, whole ones. `null` where there is no whole, or it is smaller than its part: the seats of that
 * time were never written down.
 */
export const percent = (part: number, whole: number): number | null =>
  whole === 0 || part > whole ? null : Math.round((100 * part) / whole)

/** Seats that could be booked and were in the end nobody's. */
export const unused = ({ bookable, booked }: Seats): number => Math.max(0, bookable - booked)

/** What the week by hour can show, with what it is a part of. */
export const MEASURES = {
  booked: 'bookable',
  attended: 'bookable',
  missed: 'booked',
  cancelled: null,
  refilled: 'cancelled',
  walkIns: null,
} as const satisfies Partial<Record<keyof Seats, keyof Seats | null>>
export type Measure = keyof typeof MEASURES

/** A field of the week: one hour of a weekday, a whole day (`hour` null), an hour of all days, or all of it. */
export type WeekField = { weekday: number | null; hour: number | null } & Seats

/** The week by hour, each day with its sum, each hour with its sum: the same counts, so they agree. */
export function weekFields(hours: readonly HourSeats[]): WeekField[] {
  if (hours.length === 0) return []
  const byDay = Map.groupBy(hours, ({ weekday }) => weekday)
  const days = [...byDay].flatMap(([weekday, own]) => lineOf(weekday, own))
  return [...days, ...lineOf(null, hours)]
}

function lineOf(weekday: number | null, own: readonly HourSeats[]): WeekField[] {
  const byHour = [...Map.groupBy(own, ({ hour }) => hour)]
  const fields = byHour.map(([hour, rows]) => ({ weekday, hour, ...seatsOf(rows) }))
  return [...fields, { weekday, hour: null, ...seatsOf(own) }]
}
