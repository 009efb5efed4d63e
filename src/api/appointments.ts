// Appointments of a stretch of time, without a name: for calendars of case systems.

import { Hono } from 'hono'
import * as z from 'zod'
import type { Deps } from '../deps.ts'
import { needCodes, needCodesOf } from '../domain/interpreting/codes.ts'
import { currentCity } from '../flows/city.ts'
import { appointmentsBetween, seenOf } from '../flows/staff/see-day.ts'
import { type ApiEnv, allowed, queried } from './access.ts'
import { described } from './document.ts'

const LONGEST_STRETCH = 92 * 86_400_000

const stretchQuery = z
  .strictObject({
    from: z.iso.datetime(),
    until: z.iso.datetime().describe('past the end; at most 92 days after `from`'),
  })
  .refine(({ from, until }) => Date.parse(until) - Date.parse(from) <= LONGEST_STRETCH, {
    path: ['until'],
    error: 'longer-than-92-days',
  })

const appointmentsSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.string(),
      reference: z.string(),
      centre: z.string(),
      startsAt: z.iso.datetime(),
      endsAt: z.iso.datetime(),
      state: z.enum(['booked', 'attended', 'missed', 'unmarked']),
      channel: z.string(),
      intake: z.string().nullable(),
      ...needCodes,
    }),
  ),
})

export const appointmentRoutes = (deps: Deps) =>
  new Hono<ApiEnv>().get(
    '/appointments',
    described(
      'getAppointments',
      'Appointments that start in a stretch of at most 92 days, without the cancelled ones',
      appointmentsSchema,
    ),
    allowed(deps, 'see-day'),
    queried(stretchQuery),
    async (c) => {
      const actor = c.get('actor')
      const asked = c.req.valid('query')
      const from = Date.parse(asked.from)
      const until = Date.parse(asked.until)
      // What another carrier has is no appointment of theirs.
      const between = await appointmentsBetween(deps, actor, from, until)
      const found = between.filter(({ shown }) => shown !== 'seat')
      c.set('shows', { action: 'see-appointments', records: found.flatMap(seenOf) })
      const { profile } = await currentCity(deps)
      const items = found.map((one) => ({
        id: one.id,
        reference: one.ref,
        centre: one.centre,
        startsAt: new Date(one.startsAt).toISOString(),
        endsAt: new Date(one.endsAt).toISOString(),
        state: one.state,
        channel: one.channel,
        intake: one.intake?.id ?? null,
        ...needCodesOf(one, one.intake?.answers ?? {}, profile, deps.clock.now()),
      }))
      return c.json({ items })
    },
  )
