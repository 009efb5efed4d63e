// What the form about closed hours says: which centres, days, hours and seat.

import * as z from 'zod'
import type { Closing } from '../../domain/appointment/closing.ts'
import { closuresOf } from '../../domain/calendar/closures.ts'
import { closedDaysSchema } from '../../domain/calendar/rules.ts'
import { dayNumber } from '../../domain/calendar/wall-clock.ts'
import { cleanText } from '../../domain/people/typed-text.ts'
import { drawnId } from '../frame/form.ts'

/** The form's names for what the rule about closed days calls otherwise. */
const NAMES: Record<string, string> = {
  from: 'date',
  until: 'last',
  closedFrom: 'from',
  closedUntil: 'until',
}
const LONGEST_REASON = 200
const MOST_DAYS = 92

/** The form as it was sent, and the days it closes at one centre or, as `all`, at every one. */
export const checkForm = z.record(z.string(), z.string()).transform((typed, { issues }) => {
  const text = (name: string) => (typed[name] ?? '').trim()
  const refuse = (field: string) =>
    issues.push({ code: 'custom', path: [field], message: 'misread', input: typed[field] })
  const centre = text('centre')
  if (centre === '') refuse('centre')
  const seat = text('seat')
  const read = closedDaysSchema.safeParse({
    from: text('date'),
    until: text('last') || text('date'),
    reason: cleanText(typed['reason'] ?? '').slice(0, LONGEST_REASON),
    ...(text('from') ? { closedFrom: text('from') } : {}),
    ...(text('until') ? { closedUntil: text('until') } : {}),
    ...(seat === '' ? {} : { seat: Number(seat) }),
  })
  if (!read.success) {
    for (const { path } of read.error.issues) refuse(NAMES[String(path[0])] ?? String(path[0]))
  }
  if (!read.success || centre === '') return z.NEVER
  if (dayNumber(read.data.until) - dayNumber(read.data.from) >= MOST_DAYS) {
    refuse('last')
    return z.NEVER
  }
  return { typed, centre, days: read.data }
})

/** The same with the id that was drawn when its effect was shown. */
export const closeForm = checkForm.and(z.object({ id: drawnId }))

/** One closure for each centre and, where only some hours are closed, for each day. */
export function closingsFor(
  { centre, days }: z.output<typeof checkForm>,
  centres: readonly { id: string }[],
  id: string,
): readonly Closing[] {
  const wanted = centre === 'all' ? centres.map((one) => one.id) : [centre]
  const all = wanted.flatMap((centre) =>
    closuresOf(days).map(({ startsAt, endsAt, seat = null }) => ({
      centre,
      seat,
      startsAt,
      endsAt,
      reason: days.reason,
    })),
  )
  return all.map((one, at) => ({ ...one, id: all.length === 1 ? id : `${id}.${at}` }))
}
