// The counsellor's pages: today, requests, one record, the call list.

import { HELD_FOR } from '../../domain/appointment/closing.ts'
import { addDays, dateOf } from '../../domain/calendar/wall-clock.ts'
import { mayEver } from '../../domain/people/rights.ts'
import { referralTargets } from '../../domain/questionnaire/offers.ts'
import { cityAt, currentCity } from '../../flows/city.ts'
import { type Caller, mayHere, noteDown, sightOf } from '../../flows/staff/caller.ts'
import { markBooking, serveWalkIn } from '../../flows/staff/mark-booking.ts'
import { placeOf, readRecord } from '../../flows/staff/read-record.ts'
import { languageTerms } from '../../i18n/terms.ts'
import { callsPage } from '../calls/page.ts'
import { dayPage } from '../day/page.ts'
import { notFound, show } from '../frame/answers.ts'
import { dayBegins, readDate } from '../frame/dates.ts'
import { homeOf } from '../frame/layout.ts'
import { messagePage } from '../frame/message.ts'
import type { StaffContext, StaffRoute } from '../frame/route.ts'
import { referralsPanel } from '../referral/page.ts'
import { offersPanel } from './offers.ts'
import { recordPage } from './page.ts'
import { workPanel } from './work.ts'

const FAR = 60 * 24 * 60 * 60_000

export const careRoutes: readonly StaffRoute[] = [
  {
    method: 'get',
    path: '/',
    who: 'member',
    handle: (context) => {
      if (mayEver(context.staff, 'see-day')) return showDay(context)
      return context.c.redirect(homeOf(context.staff))
    },
  },
  {
    method: 'post',
    path: '/bookings/:id/mark',
    who: 'change-booking',
    handle: async (context) => {
      const { c, deps, form, frame } = context
      const to = form['to'] === 'missed' ? 'missed' : 'attended'
      const done = await markBooking(deps, callerOf(context), c.req.param('id') ?? '', to)
      if (done === 'unknown') return notFound(context)
      const { words } = frame
      if (done === 'not-now') {
        return show(
          context,
          words.staleTitle,
          messagePage(words.staleTitle, words.markTooEarly),
          409,
        )
      }
      const day = readDate(form['day'])
      return c.redirect(day ? `/staff?day=${day}` : '/staff', 303)
    },
  },
  {
    method: 'post',
    path: '/walk-ins',
    who: 'change-booking',
    handle: async (context) => {
      const { c, deps, form } = context
      const id = form['id'] ?? ''
      if (!/^[\w-]{8,64}$/.test(id)) return notFound(context)
      const served = await serveWalkIn(deps, callerOf(context), id, form['centre'] ?? '')
      return served ? c.redirect('/staff', 303) : notFound(context)
    },
  },
  {
    method: 'get',
    path: '/intakes/:id',
    who: 'see-records',
    handle: async (context) => {
      const { c, deps, frame } = context
      const id = c.req.param('id') ?? ''
      const opened = await readRecord(deps, callerOf(context), id, languageTerms)
      if (!opened) return notFound(context)
      const [{ profile }, entries, referrals] = await Promise.all([
        currentCity(deps),
        deps.store.staff.care.entries(id),
        deps.store.referrals.of(id),
      ])
      const { intake } = opened
      const now = deps.clock.now()
      const targets = referralTargets(profile, now)
      const work = { intake, profile, targets, entries, me: context.staff.id, newId: deps.newId }
      const offers = offersPanel(frame, profile, intake.answers, now)
      const panels = {
        offers,
        work: workPanel(frame, work),
        hasNewReply: entries.some(({ status }) => status === 'unread'),
        referrals: referralsPanel(frame, profile, id, referrals),
      }
      const content = recordPage(frame, opened, profile, panels)
      return show(context, opened.record.reference, content)
    },
  },
  {
    method: 'get',
    path: '/calls',
    who: 'see-records',
    handle: async (context) => {
      const { deps, frame, staff } = context
      const { profile } = await currentCity(deps)
      const calls = await deps.store.staff.intakes.calls(
        sightOf(staff, 'see-records'),
        deps.clock.now() - HELD_FOR,
      )
      return show(context, frame.words.navCalls, callsPage(frame, calls, profile))
    },
  },
  {
    method: 'post',
    path: '/intakes/:id/called',
    who: 'work-on-record',
    handle: async (context) => {
      const { c, deps } = context
      const caller = callerOf(context)
      const intake = await deps.store.staff.intakes.find(c.req.param('id') ?? '')
      if (!intake) return notFound(context)
      const may = await mayHere(deps, caller, 'work-on-record', intake.id, placeOf(intake))
      if (!may) return notFound(context)
      await deps.store.staff.intakes.setCalled(intake.id, deps.clock.now())
      await noteDown(deps, caller, 'called', { subject: intake.id, centre: intake.centre })
      return c.redirect('/staff/calls', 303)
    },
  },
]

export function callerOf({ staff, client }: StaffContext): Caller {
  const { id, role, centres, body } = staff
  return { id, role, centres, body, client }
}

async function showDay(context: StaffContext): Promise<Response> {
  const { c, deps, frame, staff } = context
  const now = deps.clock.now()
  const today = dateOf(now)
  const date = readDate(c.req.query('day')) ?? today
  const [from, until] = [dayBegins(date), dayBegins(addDays(date, 1))]
  const { cityVersion, bookings, next, unread } = await deps.store.staff.dayPage(
    deps.config.profile,
    sightOf(staff, 'see-day'),
    { from, until, far: until + FAR },
  )
  const { profile } = await cityAt(deps, cityVersion)
  const centres = profile.centres
    .filter(({ id }) => staff.centres.includes(id))
    .map(({ id, name }) => ({
      id,
      name,
      walkInId: deps.newId(),
      bookings: bookings.filter(({ centre }) => centre === id),
    }))
  return show(
    context,
    frame.words.navDay,
    dayPage(frame, {
      date,
      dayAt: from,
      previous: addDays(date, -1),
      next: addDays(date, 1),
      isToday: date === today,
      now,
      centres,
      upcoming: bookings.length === 0 && next !== null ? { date: dateOf(next), at: next } : null,
      unread,
      profile,
    }),
  )
}
