// Bearer tokens of machines, without their secrets. Instants are epoch milliseconds.

import { addDays, atWall, dateOf } from '../calendar/wall-clock.ts'
import type { Role } from './rights.ts'

/** What /api/v1 has something for. */
export const TOKEN_ROLES: readonly Role[] = ['counsellor', 'lead', 'coordinator']

const LONGEST = 2 * 365

/** The last day (YYYY-MM-DD, in Germany) that a token made now can be given. */
export const lastTokenDay = (now: number): string => addDays(dateOf(now), LONGEST)

/** The end of a token's last day; `null` unless that is today or lies in the coming two years. */
export function tokenEnd(day: string, now: number): number | null {
  if (day < dateOf(now) || day > lastTokenDay(now)) return null
  return atWall(addDays(day, 1), 0)
}

export type NewToken = {
  id: string
  name: string
  hash: string
  role: string
  centres: readonly string[]
  body: string | null
  /** `null`: until it is revoked. */
  expiresAt: number | null
}

export type StoredToken = NewToken & {
  createdAt: string
  revokedAt: string | null
  /** To the hour. */
  usedAt: number | null
}
