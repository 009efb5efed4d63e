// Closing hours: first how many appointments it would displace, then the closing itself.

import { reachOf } from '../../domain/people/rights.ts'
import { currentCity } from '../../flows/city.ts'
import { affectedBy, closeDays, reopenDays } from '../../flows/staff/close-day.ts'
import { notFound, show } from '../frame/answers.ts'
import type { StaffContext, StaffRoute } from '../frame/route.ts'
import { callerOf } from '../record/routes-care.ts'
import { closingsIn } from './closing-form.ts'
import { checkClosingPage, closuresPage } from './page.ts'

export const closureRoutes: readonly StaffRoute[] = [
  {
    method: 'get',
    path: '/closures',
    who: 'close-day',
    handle: (context) => showClosures(context, new Set()),
  },
  {
    method: 'post',
    path: '/closures/check',
    who: 'close-day',
    handle: async (context) => {
      const { deps, frame, form } = context
      const id = deps.newId()
      const read = closingsIn(form, await wanted(context), id)
      if ('faults' in read) return showClosures(context, read.faults)
      const { closings } = read
      const affected = await affectedBy(deps, callerOf(context), closings)
      if (!affected) return notFound(context)
      const nameOf = await centreNames(context)
      const content = checkClosingPage(frame, { id, closings, nameOf, ...affected }, form)
      return show(context, frame.words.closeHours, content)
    },
  },
  {
    method: 'post',
    path: '/closures',
    who: 'close-day',
    handle: async (context) => {
      const id = context.form['id'] ?? ''
      if (!/^[\w-]{8,64}$/.test(id)) return showClosures(context, new Set(['date']))
      const read = closingsIn(context.form, await wanted(context), id)
      if ('faults' in read) return showClosures(context, read.faults)
      const closed = await closeDays(context.deps, callerOf(context), read.closings)
      return closed ? context.c.redirect('/staff/closures', 303) : notFound(context)
    },
  },
  {
    method: 'post',
    path: '/closures/:id/reopen',
    who: 'close-day',
    handle: async (context) => {
      const { c, deps } = context
      const open = await reopenDays(deps, callerOf(context), c.req.param('id') ?? '')
      return open ? c.redirect('/staff/closures', 303) : notFound(context)
    },
  },
]

/** The centres whose hours the caller may close. */
async function ownCentres({ deps, staff }: StaffContext) {
  const { centres } = (await currentCity(deps)).profile
  if (reachOf(staff.role, 'close-day') === 'city') return centres
  return centres.filter(({ id }) => staff.centres.includes(id))
}

/** The centre that is asked for, or every one the caller may close. */
async function wanted(context: StaffContext): Promise<string[]> {
  const { centre = '' } = context.form
  return centre === 'all' ? (await ownCentres(context)).map(({ id }) => id) : [centre]
}

async function centreNames(context: StaffContext): Promise<(id: string) => string> {
  const names = new Map((await ownCentres(context)).map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? id
}

/** The closures there are, and the form; with faults, as it was sent. */
async function showClosures(context: StaffContext, faults: ReadonlySet<string>): Promise<Response> {
  const { deps, frame, form } = context
  const { profile } = await currentCity(deps)
  const centres = await ownCentres(context)
  const ids = centres.map(({ id }) => id)
  const closures = await deps.store.closures.upcoming(ids, deps.clock.now())
  const seats = Math.max(
    profile.calendar.seats,
    ...centres.flatMap(({ openings }) =>
      openings.map(({ firstSeat = 1, seats = profile.calendar.seats }) => firstSeat + seats - 1),
    ),
  )
  const shown = { words: frame.words, fields: form, faults }
  const content = closuresPage(frame, { centres, closures, seats }, shown)
  return show(context, frame.words.closures, content, faults.size > 0 ? 422 : 200)
}
