// Facts about the database and the city that every tick and many a tap ask for.

import { statement } from './statement.ts'

export const FACT = statement('meta.fact', {
  why: 'the tick: asked each minute',
  sql: 'SELECT "value" FROM "Meta" WHERE "key" = ?1',
  values: ['text'],
  rows: { value: 'text' },
})

/** The one city a database holds. */
export const CITY_VERSION = statement('cities.version', {
  why: 'the hot path: asked before anything that shows hours, and by every new process',
  sql: 'SELECT "id", "version" FROM "City"',
  rows: { id: 'text', version: 'integer' },
})

export const CITY = statement('cities.load', {
  why: 'the hot path: the first tap and the first tick of every process',
  sql: `SELECT "version", "profile", (SELECT json_group_array(json_object('centreId', "centreId",
      'seat', "seat", 'startsAt', "startsAt", 'endsAt', "endsAt", 'reason', "reason")) FROM "Closure") AS "closures"
    FROM "City" WHERE "id" = ?1`,
  values: ['text'],
  rows: { version: 'integer', profile: 'text', closures: 'text' },
})
