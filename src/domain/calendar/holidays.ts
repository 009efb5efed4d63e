// Which days are public holidays.
import { getHolidays } from 'feiertagejs'
import { dateOfDay, dayNumber } from './wall-clock.ts'

/** A German state by its ISO 3166-2 letters. */
export type State = 'NW'

const known = new Map<string, ReadonlyMap<number, string>>()

const holidaysOf = (state: State, year: number): ReadonlyMap<number, string> => {
  const key = `${state}${year}`
  let days = known.get(key)
  if (!days) {
    days = new Map(
      getHolidays(year, state).map((holiday) => [
        // not `dateString`: east of UTC+11 it names the day after; `date` is always noon UTC
        dayNumber(holiday.date.toISOString().slice(0, 10)),
        holiday.translate('de') ?? holiday.name,
      ]),
    )
    known.set(key, days)
  }
  return days
}

/** German name of the public holiday on a day (`dayNumber`), or undefined on other days. */
export const holidayOn = (day: number, state: State): string | undefined =>
  holidaysOf(state, Number(dateOfDay(day).slice(0, 4))).get(day)
