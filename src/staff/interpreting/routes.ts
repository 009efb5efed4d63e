// Interpreters: the list, what is taken out of it for a pool, and what a pool has said.

import * as z from 'zod'
import { MODES } from '../../domain/profile/interpreting.ts'
import {
  answerOrder,
  countInterpreting,
  mayOrder,
  orderInterpreter,
  type SeenInterpreting,
  seeInterpreting,
  toDo,
} from '../../flows/staff/interpreting.ts'
import type { WorkOutcome } from '../../flows/staff/work-on-record.ts'
import { type Answer, notFound, refuse, show } from '../frame/answers.ts'
import { actorOf, type StaffContext } from '../frame/context.ts'
import { csvFile } from '../frame/csv.ts'
import { text } from '../frame/form.ts'
import type { Frame } from '../frame/frame.ts'
import { type Feature, get, post } from '../frame/route.ts'
import { interpretingPage } from './page.ts'
import { orderRows, orderSheet } from './sheet.ts'

const HOME = '/staff/interpreting'

const asked = z
  .string()
  .transform((ask) => ask.split(' '))
  .pipe(z.tuple([z.string(), z.enum(MODES)]))

const withCount = (frame: Frame, seen: SeenInterpreting): Frame => ({
  ...frame,
  counts: { ...frame.counts, [HOME]: toDo(seen) },
})

function after(context: StaffContext, outcome: WorkOutcome): Answer {
  if (outcome === 'unknown') return notFound(context)
  if (outcome === 'done') return context.c.redirect(HOME, 303)
  return refuse(context, context.frame.words.orderChanged)
}

export const interpreting: Feature = {
  link: {
    ...{ href: HOME, word: 'navInterpreting', action: 'see-day' },
    // The day reads it along with itself.
    count: async (deps, actor, path) =>
      path === HOME || path === '/staff' ? 0 : await countInterpreting(deps, actor),
  },
  routes: [
    get({
      path: '/interpreting',
      who: 'see-day',
      handle: async (context) => {
        const { deps, frame } = context
        const seen = await seeInterpreting(deps, actorOf(context))
        const counted = { ...context, frame: withCount(frame, seen) }
        return show(counted, frame.words.navInterpreting, interpretingPage(frame, seen))
      },
    }),
    get({
      path: '/interpreting/sheet',
      who: 'change-booking',
      handle: async (context) => {
        const { deps, frame } = context
        const seen = await seeInterpreting(deps, actorOf(context), 'export-orders')
        return show(context, frame.words.orderSheet, orderSheet(frame, seen))
      },
    }),
    get({
      path: '/interpreting/orders.csv',
      who: 'change-booking',
      handle: async (context) => {
        const seen = await seeInterpreting(context.deps, actorOf(context), 'export-orders')
        return csvFile(context.c, 'sprachmittlung.csv', orderRows(seen))
      },
    }),
    post({
      path: '/bookings/:id/interpreter',
      who: 'change-booking',
      stands: () => '/interpreting',
      form: z.object({
        number: text,
        ask: asked,
        state: z.enum(['ordered', 'confirmed', 'refused']),
      }),
      handle: async (context) => {
        const { deps, form, params } = context
        const { number, state } = form
        const [pool, mode] = form.ask
        const order = { number, pool, mode, state }
        const outcome = await orderInterpreter(deps, actorOf(context), params.id, order)
        return after(context, outcome)
      },
      refused: async ({ form: _, ...context }, faults) => {
        const { deps, frame, params } = context
        const isTheirs = await mayOrder(deps, actorOf(context), params.id)
        return isTheirs ? refuse(context, frame.words.notPossible, { faults }) : notFound(context)
      },
    }),
    post({
      path: '/interpreting/orders/:number',
      who: 'change-booking',
      stands: () => '/interpreting',
      form: z.object({ to: z.enum(['confirmed', 'refused', 'cancelled']) }),
      handle: async (context) => {
        const { deps, form, params } = context
        const outcome = await answerOrder(deps, actorOf(context), params.number, form.to)
        return after(context, outcome)
      },
    }),
  ],
}
