// What the form about closed hours says: which centres, days, hours and seat.

import type { Closing } from '../../domain/appointment/closing.ts'
import { closuresOf } from '../../domain/calendar/closures.ts'
import { closedDaysSchema } from '../../domain/calendar/rules.ts'
import { dayNumber } from '../../domain/calendar/wall-clock.ts'
import { cleanText } from '../../domain/people/typed-text.ts'

type Fields = Readonly<Record<string, string>>

/** The form's names for what the rule about closed days calls otherwise. */
const NAMES: Record<string, string> = {
  from: 'date',
  until: 'last',
  closedFrom: 'from',
  closedUntil: 'until',
}
const LONGEST_REASON = 200
const MOST_DAYS = 92

/**
 * The closures a form asks for, one for each of its centres and, where only some hours are closed, for
 * each day; or the fields that are wrong. `id` was drawn when the form was shown.
 */
export function closingsIn(
  fields: Fields,
  centres: readonly string[],
  id: string,
): { closings: readonly Closing[] } | { faults: ReadonlySet<string> } {
  const text = (name: string) => (fields[name] ?? '').trim()
  const seat = text('seat')
  const reason = cleanText(fields['reason'] ?? '').slice(0, LONGEST_REASON)
  const read = closedDaysSchema.safeParse({
    from: text('date'),
    until: text('last') || text('date'),
    reason,
    ...(text('from') ? { closedFrom: text('from') } : {}),
    ...(text('until') ? { closedUntil: text('until') } : {}),
    ...(seat === '' ? {} : { seat: Number(seat) }),
  })
  if (!read.success) {
    const named = read.error.issues.map(({ path }) => String(path[0]))
    return { faults: new Set(named.map((name) => NAMES[name] ?? name)) }
  }
  if (dayNumber(read.data.until) - dayNumber(read.data.from) >= MOST_DAYS) {
    return { faults: new Set(['last']) }
  }
  const all = centres.flatMap((centre) =>
    closuresOf(read.data).map(({ startsAt, endsAt, seat = null }) => ({
      centre,
      seat,
      startsAt,
      endsAt,
      reason,
    })),
  )
  const closings = all.map((one, at) => ({ ...one, id: all.length === 1 ? id : `${id}.${at}` }))
  return { closings }
}
