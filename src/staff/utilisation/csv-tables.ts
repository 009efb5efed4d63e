// The figures as tables for a spreadsheet, one a file: in words of staff, with dates that a spreadsheet takes for dates.

import { UNDERSTANDINGS } from '../../domain/figures/languages.ts'
import { seatsOf } from '../../domain/figures/seats.ts'
import type { Utilisation } from '../../flows/staff/utilisation.ts'
import { weekdayName } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { told } from '../frame/parts.ts'
import type { Word } from '../frame/words.ts'
import { languageName, UNDERSTANDING_WORDS } from './languages.ts'
import { codeName, kindName } from './people-tables.ts'
import { SEAT_COLUMNS } from './seat-table.ts'

type Rows = (string | number | null)[][]
type Table = { word: Word; rows: (frame: Frame, found: Utilisation) => Rows }

const LEAD = 'leadDays'

const nameOf = ({ centres }: Utilisation, id: string) =>
  centres.find((one) => one.id === id)?.name ?? id

/** The first day of a month, as a month alone is no date to a spreadsheet. */
const firstOf = (month: string) => `${month}-01`

export const TABLES = {
  weeks: {
    word: 'perWeek',
    rows: (frame, found) => [
      [frame.words.week, frame.words.centre, ...SEAT_COLUMNS.map(([, word]) => frame.words[word])],
      ...found.seats
        .filter(({ week }) => found.weeks.includes(week))
        .map((row) => {
          const seats = seatsOf([row])
          const counts = SEAT_COLUMNS.map(([name]) => decimal(frame, seats[name]))
          return [row.week, nameOf(found, row.centre), ...counts]
        }),
    ],
  },
  hours: {
    word: 'perHour',
    rows: ({ words, language }, found) => {
      const columns = SEAT_COLUMNS.filter(([name]) => name !== LEAD)
      const heads = [words.fourWeeksFrom, words.centre, words.weekday, words.hour]
      return [
        [...heads, ...columns.map(([, word]) => words[word])],
        ...found.hours.map((row) => {
          const seats = seatsOf([row])
          const place = [row.block, nameOf(found, row.centre), weekdayName(row.weekday, language)]
          return [...place, row.hour, ...columns.map(([name]) => seats[name])]
        }),
      ]
    },
  },
  languages: {
    word: 'languagesNeeded',
    rows: ({ words }, found) => [
      [
        ...[words.month, words.centre, words.spoken],
        ...UNDERSTANDINGS.map((one) => words[UNDERSTANDING_WORDS[one]]),
      ],
      ...found.languages.map(({ month, centre, language, counts }) => [
        ...[firstOf(month), nameOf(found, centre), languageName(language)],
        ...UNDERSTANDINGS.map((one) => told(counts[one])),
      ]),
    ],
  },
  rare: {
    word: 'languagesRare',
    rows: ({ words }, { rare }) => [
      [words.fromMonth, words.untilMonth, words.spoken, words.atLeast],
      ...rare.map(({ from, until, language, atLeast }) => [
        ...[firstOf(from), firstOf(until), languageName(language)],
        atLeast,
      ]),
    ],
  },
  months: {
    word: 'perMonth',
    rows: (frame, found) => [
      [frame.words.month, frame.words.kind, frame.words.counted, frame.words.howMany],
      ...found.topics.flatMap(({ kind, code, counts }) =>
        counts.map((count, at) => [
          ...[firstOf(found.months[at] ?? ''), kindName(frame, kind)],
          ...[codeName(frame.words, kind, code, found.known), told(count)],
        ]),
      ),
    ],
  },
} as const satisfies Record<string, Table>

/** A number with a part is written as spreadsheets of that language read it. */
function decimal({ language }: Frame, count: number | null): string | number | null {
  if (count === null || Number.isInteger(count)) return count
  return language === 'de' ? String(count).replace('.', ',') : count
}
