// The day: who comes, and what became of it with one tap.

import * as z from 'zod'
import { mayEver } from '../../domain/people/rights.ts'
import { markOf } from '../../flows/staff/live.ts'
import {
  markBooking,
  serveWalkIn,
  takeBackMark,
  takeBackWalkIn,
} from '../../flows/staff/mark-booking.ts'
import { seeDay } from '../../flows/staff/see-day.ts'
import { notFound, refuse, show } from '../frame/answers.ts'
import { actorOf } from '../frame/context.ts'
import { dayAndClock } from '../frame/dates.ts'
import { day as dayField, drawnId, oneOf, text, tick } from '../frame/form.ts'
import { homeOf } from '../frame/layout.ts'
import { type Feature, get, post, type Stands } from '../frame/route.ts'
import { endedQuery } from '../record/done.ts'
import { rowId } from '../record/list.ts'
import { doneOn } from '../record/work.ts'
import { dayPage } from './page.ts'

/** The row in which something was pressed, as a part of the address. */
const pressed = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .catch('')
  .default('')
const row = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .transform((id) => `#${rowId(id)}`)
  .catch('')
  .default('')

/** A row of a day, or a record. */
const markedAt: Stands = (_, { day = '', record = '' }) =>
  record === '' ? `/?${new URLSearchParams({ day })}` : `/intakes/${record}`

export const day: Feature = {
  link: { href: '/staff', word: 'navDay', action: 'see-day', isDaily: true },
  routes: [
    get({
      path: '/',
      who: 'member',
      query: z.object({ ...endedQuery, day: dayField }),
      handle: async (context) => {
        const { c, deps, frame, staff, query } = context
        if (!mayEver(staff, 'see-day')) return c.redirect(homeOf(frame, staff))
        const seen = await seeDay(deps, actorOf(context), query.day)
        const counts = { ...frame.counts, '/staff/interpreting': seen.interpretersToDo }
        const count = seen.unopened.length + seen.unread.length
        const live = { mark: await markOf(seen.pulse), madeAt: seen.now, count }
        const counted = { ...context, frame: { ...frame, counts, live } }
        return show(counted, frame.words.navDay, dayPage(frame, seen, query, deps.newId))
      },
    }),
    post({
      path: '/bookings/:id/mark',
      who: 'change-booking',
      stands: markedAt,
      form: z.object({
        ...{ to: oneOf(['attended', 'missed']), day: dayField, at: row },
        // The request, where it is pressed on its record.
        record: pressed,
        early: tick,
      }),
      handle: async (context) => {
        const { c, deps, form, frame, params } = context
        const done = await markBooking(deps, actorOf(context), params.id, form.to, form.early)
        if (done === 'unknown') return notFound(context)
        const { words } = frame
        if (done === 'not-now') return refuse(context, words.markTooEarly)
        if (typeof done === 'object' && 'from' in done) {
          return refuse(context, words.say('markFrom', { when: dayAndClock(done.from) }))
        }
        if (typeof done === 'object' && 'begins' in done) {
          return refuse(context, words.say('markEarly', { when: dayAndClock(done.begins) }))
        }
        if (form.record !== '') return c.redirect(doneOn(context, form.record, 'marked'), 303)
        // Whoever has somebody before them reads their record next.
        if (typeof done === 'object') return c.redirect(doneOn(context, done.taken, 'taken'), 303)
        return c.redirect(`/staff${form.day ? `?day=${form.day}` : ''}${form.at}`, 303)
      },
    }),
    post({
      path: '/bookings/:id/mark/back',
      who: 'change-booking',
      stands: markedAt,
      form: z.object({ day: dayField, at: row, record: pressed }),
      handle: async (context) => {
        const { c, deps, form, frame, params } = context
        const done = await takeBackMark(deps, actorOf(context), params.id)
        if (done === 'unknown') return notFound(context)
        if (done === 'not-now') return refuse(context, frame.words.markBackNot)
        if (form.record !== '') return c.redirect(doneOn(context, form.record, 'mark-back'), 303)
        return c.redirect(`/staff${form.day ? `?day=${form.day}` : ''}${form.at}`, 303)
      },
    }),
    post({
      path: '/bookings/:id/take-back',
      who: 'change-booking',
      stands: () => '/',
      handle: async (context) => {
        const { c, deps, frame, params } = context
        const done = await takeBackWalkIn(deps, actorOf(context), params.id)
        if (done === 'unknown') return notFound(context)
        return done === 'done'
          ? c.redirect('/staff', 303)
          : refuse(context, frame.words.notPossible)
      },
    }),
    post({
      path: '/walk-ins',
      who: 'change-booking',
      stands: () => '/',
      form: z.object({ id: drawnId, centre: text }),
      handle: async (context) => {
        const { c, deps, form } = context
        const served = await serveWalkIn(deps, actorOf(context), form.id, form.centre)
        return served ? c.redirect('/staff', 303) : notFound(context)
      },
      refused: notFound,
    }),
  ],
}
