// Closing hours: first how many appointments it would displace, then the closing itself.

import { reachOf } from '../domain/rights.ts'
import { cleanText } from '../domain/typed-text.ts'
import { addDays, atWall, minutesOf } from '../domain/wall-clock.ts'
import { currentCity } from '../flows/city.ts'
import { affectedBy, type Closing, closeDay, reopenDay } from '../flows/staff/close-day.ts'
import { notFound, show } from './answers.ts'
import { readDate } from './dates.ts'
import { checkClosingPage, closuresPage } from './pages/closures.ts'
import { messagePage } from './pages/message.ts'
import type { StaffContext, StaffRoute } from './route.ts'
import { callerOf } from './routes-care.ts'

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/
const LONGEST_REASON = 200

export const closureRoutes: readonly StaffRoute[] = [
  { method: 'get', path: '/closures', who: 'close-day', handle: showClosures },
  {
    method: 'post',
    path: '/closures/check',
    who: 'close-day',
    handle: async (context) => {
      const { deps, frame } = context
      const closing = readClosing(context, deps.newId())
      if (!closing) return misread(context)
      const affected = await affectedBy(deps, callerOf(context), closing)
      if (!affected) return notFound(context)
      const centre = (await ownCentres(context)).find(({ id }) => id === closing.centre)
      if (!centre) return notFound(context)
      const content = checkClosingPage(frame, closing, centre.name, affected, context.form)
      return show(context, frame.words.closeHours, content)
    },
  },
  {
    method: 'post',
    path: '/closures',
    who: 'close-day',
    handle: async (context) => {
      const id = context.form['id'] ?? ''
      const closing = /^[\w-]{8,64}$/.test(id) ? readClosing(context, id) : null
      if (!closing) return misread(context)
      const closed = await closeDay(context.deps, callerOf(context), closing)
      return closed ? context.c.redirect('/staff/closures', 303) : notFound(context)
    },
  },
  {
    method: 'post',
    path: '/closures/:id/reopen',
    who: 'close-day',
    handle: async (context) => {
      const { c, deps } = context
      const open = await reopenDay(deps, callerOf(context), c.req.param('id') ?? '')
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

async function showClosures(context: StaffContext): Promise<Response> {
  const { deps, frame } = context
  const centres = await ownCentres(context)
  const ids = centres.map(({ id }) => id)
  const closures = await deps.store.closures.upcoming(ids, deps.clock.now())
  return show(context, frame.words.closures, closuresPage(frame, centres, closures))
}

/** A day, or from one time to another on it; wall-clock in Germany. */
function readClosing({ form }: StaffContext, id: string): Closing | null {
  const date = readDate(form['date'])
  const centre = form['centre'] ?? ''
  const reason = cleanText(form['reason'] ?? '').slice(0, LONGEST_REASON)
  const [from = '', until = ''] = [form['from'], form['until']]
  if (!date || reason === '') return null
  const startsAt = from === '' ? atWall(date, 0) : timeOn(date, from)
  const endsAt = until === '' ? atWall(addDays(date, 1), 0) : timeOn(date, until)
  if (startsAt === null || endsAt === null || startsAt >= endsAt) return null
  return { id, centre, seat: null, startsAt, endsAt, reason }
}

function timeOn(date: string, time: string): number | null {
  return TIME.test(time) ? atWall(date, minutesOf(time)) : null
}

function misread(context: StaffContext): Response | Promise<Response> {
  const { words } = context.frame
  return show(context, words.staleTitle, messagePage(words.staleTitle, words.closeMisread), 400)
}
