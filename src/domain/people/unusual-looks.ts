// Looks at requests that are out of the ordinary. They are told to whoever looks after data protection, never to a
// superior, and as something that was passed, never as how many.

import { dateOf } from '../calendar/wall-clock.ts'

/** many: more requests opened within an hour than talks need · elsewhere: tried again and again where they may not. */
export type UnusualKind = 'many' | 'elsewhere'

/** A line of the audit about one request that somebody opened, or was refused. */
export type Look = {
  at: number
  staffId: string
  subject: string
  centre: string
  isRefused: boolean
}

/** `day` YYYY-MM-DD in Germany. */
export type UnusualLook = { day: string; kind: UnusualKind; staffId: string; centre: string }

const HOUR = 60 * 60_000
/** A counsellor has one hour a day at the telephone and about twenty minutes for a talk. */
export const OPENED_IN_AN_HOUR = 30
export const REFUSED_IN_A_DAY = 5

/** Each kind once a day and member of staff, the newest first; `centre` is where it was passed. */
export function unusualLooks(looks: readonly Look[]): UnusualLook[] {
  const byStaff = Map.groupBy(looks, ({ staffId, isRefused }) => `${staffId} ${isRefused}`)
  const found = [...byStaff.values()].flatMap((own) => {
    const sorted = own.toSorted((a, b) => a.at - b.at)
    return sorted[0]?.isRefused ? refusedTooOften(sorted) : openedTooMany(sorted)
  })
  return found.sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1))
}

function openedTooMany(looks: readonly Look[]): UnusualLook[] {
  const told = new Map<string, UnusualLook>()
  let begin = 0
  for (const [end, look] of looks.entries()) {
    while ((looks[begin]?.at ?? look.at) <= look.at - HOUR) begin += 1
    const opened = new Set(looks.slice(begin, end + 1).map(({ subject }) => subject))
    if (opened.size > OPENED_IN_AN_HOUR) addOnce(told, 'many', look)
  }
  return [...told.values()]
}

function refusedTooOften(looks: readonly Look[]): UnusualLook[] {
  const told = new Map<string, UnusualLook>()
  for (const day of Map.groupBy(looks, ({ at }) => dateOf(at)).values()) {
    const passed = day[REFUSED_IN_A_DAY - 1]
    if (passed) addOnce(told, 'elsewhere', passed)
  }
  return [...told.values()]
}

function addOnce(told: Map<string, UnusualLook>, kind: UnusualKind, look: Look): void {
  const { staffId, centre } = look
  const day = dateOf(look.at)
  if (!told.has(day)) told.set(day, { day, kind, staffId, centre })
}
