// Figures that hold no person.

import { statement } from './statement.ts'

/** Seats of days that are over, as JSON; a day that stands stays as it is. */
export const ADD_SEATS = statement('usage.add-seats', {
  why: 'many rows at once, beside those that are there',
  sql: `INSERT INTO "SeatDay" ("centreId", "day", "hour", "planned", "bookable", "week", "block", "weekday")
    SELECT "value" ->> 'centre', "value" ->> 'day', "value" ->> 'hour', "value" ->> 'planned',
      "value" ->> 'bookable', "value" ->> 'week', "value" ->> 'block', "value" ->> 'weekday'
    FROM json_each(?1) WHERE 1 ON CONFLICT DO NOTHING`,
  values: ['text'],
})

const ADD = statement('usage.count', {
  why: 'several counters in one statement, each begun or raised',
  sql: `INSERT INTO "UsageCount" ("month", "kind", "code", "centreId", "bodyId", "count")
    SELECT "value" ->> 'month', "value" ->> 'kind', "value" ->> 'code', COALESCE("value" ->> 'centre', ''),
      COALESCE("value" ->> 'body', ''), SUM("value" ->> 'count')
    FROM json_each(?1) WHERE NOT ?2 OR changes() > 0 GROUP BY 1, 2, 3, 4, 5
    ON CONFLICT ("month", "kind", "code", "centreId", "bodyId") DO UPDATE SET "count" = "count" + excluded."count"`,
  values: ['text', 'boolean'],
})

/** Adds to counts: `COUNT(JSON list of { month, kind, code, count })`, with `centre` and `body` where they are theirs. */
export const COUNT = (counts: string) => ADD(counts, false)

/** As `COUNT`, where the statement before it in the batch has changed a row. */
export const COUNT_IF_CHANGED = (counts: string) => ADD(counts, true)
