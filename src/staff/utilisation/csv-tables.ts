// The figures as tables for a spreadsheet, one a file, all of what the page is made of.

import { UNDERSTANDINGS } from '../../domain/figures/languages.ts'
import { MEASURES, type Shown } from '../../domain/figures/utilisation.ts'
import type { Utilisation } from '../../flows/staff/utilisation.ts'

const hidden = (count: Shown) => count ?? '*'

export const TABLES = {
  weeks: ({ shown }: Utilisation) => [
    ['week', 'centre', 'planned', 'bookable', ...MEASURES, 'leadDays'],
    ...shown.map(({ week, centre, planned, bookable, counts, leadDays }) => [
      week,
      centre,
      planned,
      bookable,
      ...MEASURES.map((measure) => hidden(counts[measure])),
      leadDays,
    ]),
  ],
  hours: ({ hours }: Utilisation) => [
    ['fourWeeksFrom', 'centre', 'weekday', 'hour', 'planned', 'bookable', ...MEASURES],
    ...hours.map(({ block, centre, weekday, hour, planned, bookable, counts }) => [
      block,
      centre,
      weekday,
      hour,
      planned,
      bookable,
      ...MEASURES.map((measure) => hidden(counts[measure])),
    ]),
  ],
  languages: ({ languages }: Utilisation) => [
    ['month', 'centre', 'language', ...UNDERSTANDINGS],
    ...languages.map(({ month, centre, language, counts }) => [
      month,
      centre,
      language,
      ...UNDERSTANDINGS.map((one) => hidden(counts[one])),
    ]),
  ],
  rare: ({ rare }: Utilisation) => [
    ['fromMonth', 'untilMonth', 'language', 'atLeast'],
    ...rare.map(({ from, until, language, atLeast }) => [from, until, language, atLeast]),
  ],
  months: ({ months, topics }: Utilisation) => [
    ['kind', 'code', ...months],
    ...topics.map(({ kind, code, counts }) => [kind, code, ...counts.map(hidden)]),
  ],
}
