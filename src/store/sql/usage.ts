// Figures that hold no person.

import { statement } from './statement.ts'

/** Seats of days that are over, as JSON; a day that stands stays as it is. */
export const ADD_SEATS = statement('usage.add-seats', {
  why: 'many rows at once, beside those that are there',
  sql: `INSERT INTO "SeatDay" ("centreId", "day", "hour", "planned", "bookable")
    SELECT json_extract("value", '$.centre'), json_extract("value", '$.day'),
      json_extract("value", '$.hour'), json_extract("value", '$.planned'),
      json_extract("value", '$.bookable') FROM json_each(?1) WHERE 1 ON CONFLICT DO NOTHING`,
  values: ['text'],
})

/** Adds to the counts of the whole city: `COUNT(JSON list of { month, kind, code, count })`. */
export const COUNT = statement('usage.count', {
  why: 'several counters in one statement, each begun or raised',
  sql: `INSERT INTO "UsageCount" ("month", "kind", "code", "count")
    SELECT "value" ->> 'month', "value" ->> 'kind', "value" ->> 'code', SUM("value" ->> 'count')
    FROM json_each(?1) WHERE 1 GROUP BY 1, 2, 3
    ON CONFLICT ("month", "kind", "code") DO UPDATE SET "count" = "count" + excluded."count"`,
  values: ['text'],
})
