// Interpreters: the list, what is taken out of it for a pool, and what a pool has said.

import { html } from 'hono/html'
import * as z from 'zod'
import type { OrderState } from '../../domain/interpreting/order.ts'
import { type InterpretingMode, MODES } from '../../domain/profile/interpreting.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { currentCity } from '../../flows/city.ts'
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
import { notFound, refuse, show } from '../frame/answers.ts'
import { actorOf, type StaffContext } from '../frame/context.ts'
import { csvFile } from '../frame/csv.ts'
import { text } from '../frame/form.ts'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'
import { typed } from '../frame/parts.ts'
import { type Feature, get, post } from '../frame/route.ts'
import { MODE_WORDS, ORDER_WORDS } from '../frame/terms.ts'
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

type Pressed = { number: string; asked?: { pool: string; mode: InterpretingMode }; to: OrderState }

async function after(
  context: StaffContext,
  outcome: WorkOutcome,
  pressed: Pressed,
): Promise<Response> {
  const { c, deps, frame } = context
  if (outcome === 'unknown') return notFound(context)
  if (outcome === 'done') return c.redirect(HOME, 303)
  const { profile } = await currentCity(deps)
  return refuse(context, frame.words.orderChanged, { more: pressedHtml(frame, pressed, profile) })
}

/** What was pressed and is not done: the row in which it stood may be another one by now. */
function pressedHtml({ words }: Frame, { number, asked, to }: Pressed, profile: Profile): Html {
  const name = profile.interpreting?.find(({ id }) => id === asked?.pool)?.name ?? asked?.pool
  const whom = asked ? html`${typed(name ?? '')}, ${words[MODE_WORDS[asked.mode]]}: ` : ''
  return html`<p class="card">${words.orderNotDone} ${number}: ${whom}<strong>${words[ORDER_WORDS[to]]}</strong></p>`
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
        return after(context, outcome, { number, asked: { pool, mode }, to: state })
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
        return after(context, outcome, { number: params.number, to: form.to })
      },
    }),
  ],
}
