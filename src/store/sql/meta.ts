// Facts about the database and the city that every tick and many a tap ask for.

import { statement } from './statement.ts'

export const FACT = statement('meta.fact', {
  why: 'the tick: asked each minute',
  sql: 'SELECT "value" FROM "Meta" WHERE "key" = ?1',
  values: ['text'],
  rows: { value: 'text' },
})

export const CITY_VERSION = statement('cities.version', {
  why: 'the hot path: asked before anything that shows hours',
  sql: 'SELECT "version" FROM "City" WHERE "id" = ?1',
  values: ['text'],
  rows: { version: 'integer' },
})

export const OTHER_CITY = statement('cities.other', {
  why: 'asked by every new process before it answers',
  sql: 'SELECT "id" FROM "City" WHERE "id" <> ?1',
  values: ['text'],
  rows: { id: 'text' },
})

export const CITY = statement('cities.load', {
  why: 'the hot path: the first tap and the first tick of every process',
  sql: 'SELECT "version", "profile" FROM "City" WHERE "id" = ?1',
  values: ['text'],
  rows: { version: 'integer', profile: 'text' },
})

export const CLOSURES = statement('cities.closures', {
  why: 'the hot path: loaded with the city',
  sql: 'SELECT "centreId", "seat", "startsAt", "endsAt" FROM "Closure"',
  rows: { centreId: 'text?', seat: 'integer?', startsAt: 'text', endsAt: 'text' },
})

export const ERASED_ON = statement('retention.is-done', {
  why: 'the tick: asked each minute',
  sql: 'SELECT "day" FROM "Erasure" WHERE "day" = ?1',
  values: ['text'],
  rows: { day: 'text' },
})
