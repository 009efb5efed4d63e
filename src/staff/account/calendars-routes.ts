// Private calendars: made, shown once, taken back.

import * as z from 'zod'
import { DETAILS } from '../../domain/people/staff-calendar.ts'
import { currentCity } from '../../flows/city.ts'
import { calendarsOf, endCalendar, makeCalendar } from '../../flows/staff/own-calendar.ts'
import { notFound } from '../frame/answers.ts'
import { actorOf, type StaffContext } from '../frame/context.ts'
import { showOnce } from '../frame/kept.ts'
import { type Feature, post } from '../frame/route.ts'
import { calendarMadePage, type OwnCalendars } from './calendars-page.ts'

const AT = /^at-(?<centre>[a-z][a-z0-9-]*)$/

export const calendars: Feature = {
  routes: [
    post({
      path: '/account/calendars',
      who: 'see-day',
      stands: () => '/account',
      form: z.object({
        which: z.string().regex(/^own$|^at-[a-z][a-z0-9-]*$/),
        detail: z.enum(DETAILS),
      }),
      handle: async (context) => {
        const { c, deps, form, frame } = context
        const centre = AT.exec(form.which)?.groups?.['centre'] ?? null
        const wish = { centre, detail: form.detail }
        return showOnce(context, '/staff/account', async () => {
          const secret = await makeCalendar(deps, actorOf(context), wish)
          if (secret === null) return notFound(context)
          const base = deps.config.publicUrl ?? new URL(c.req.url).origin
          const address = `${base.replace(/\/$/, '')}/api/calendar/${secret}.ics`
          return { title: frame.words.calendarReady, content: calendarMadePage(frame, address) }
        })
      },
    }),
    post({
      path: '/account/calendars/:id/end',
      who: 'see-day',
      stands: () => '/account',
      handle: async (context) => {
        const { c, deps, params } = context
        const isEnded = await endCalendar(deps, actorOf(context), params.id)
        return isEnded ? c.redirect('/staff/account?done=calendar', 303) : notFound(context)
      },
    }),
  ],
}

/** What the account's page shows of them; `null` where somebody can have none. */
export async function ownCalendars(context: StaffContext): Promise<OwnCalendars | null> {
  const found = await calendarsOf(context.deps, actorOf(context))
  if (!found) return null
  const { profile } = await currentCity(context.deps)
  const centres = profile.centres.filter(({ id }) => found.centres.includes(id))
  return { calendars: found.calendars, centres }
}
