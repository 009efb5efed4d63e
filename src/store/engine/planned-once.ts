// SQLite plans a statement anew at each value of a bare parameter that a plan might hang on, which takes longer than most
// statements themselves: before all at the limit, that Prisma binds in whatever it reads.

import type { SqlQuery } from '@prisma/driver-adapter-utils'

/** Columns whose value decides whether an index of some rows alone may be used, so that plans do hang on it. */
export const CHOOSING = ['channel', 'outcome', 'state', 'status', 'unreachable'] as const

// Prisma's statements have no other question mark. A sign changes no value, but a plan is no longer made of it.
const LISTED = `(?:IN|NOT IN) \\((?:\\?,)*\\?\\)`
const PARAMETER = new RegExp(
  `([\`"](?:${CHOOSING.join('|')})[\`"] (?:(?:=|<>) \\?|${LISTED}))|\\?`,
  'g',
)
const LIMITS = / LIMIT \? OFFSET \?$/

const signed = new Map<string, string>()
// As many as there are texts; lists of every length make more.
const MOST_KEPT = 2000

/** Whether a statement of Prisma's changes nothing. */
export const isReading = ({ sql }: Pick<SqlQuery, 'sql'>) => sql.startsWith('SELECT')

/** The same question of Prisma's, worded so that one plan does for all its values. */
export function plannedOnce({ sql, args, argTypes }: SqlQuery): SqlQuery {
  if (!LIMITS.test(sql)) return { sql: signedOnce(sql), args, argTypes }
  const [limit, offset] = args.slice(-2).map(Number)
  // Written out, since which index is the best one may depend on how many rows are wanted.
  const whole = `${sql.replace(LIMITS, '')} LIMIT ${limit} OFFSET ${offset}`
  return { sql: signedOnce(whole), args: args.slice(0, -2), argTypes: argTypes.slice(0, -2) }
}

function signedOnce(sql: string): string {
  const found = signed.get(sql)
  if (found !== undefined) return found
  const made = sql.replace(PARAMETER, (_, choosing: string | undefined) => choosing ?? '+?')
  if (signed.size >= MOST_KEPT) signed.clear()
  signed.set(sql, made)
  return made
}
