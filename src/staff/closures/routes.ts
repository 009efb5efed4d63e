// Closing hours: first how many appointments it would displace, then the closing itself.

import * as z from 'zod'
import {
  affectedBy,
  closableCentres,
  closeDays,
  closuresAhead,
  type NotClosed,
} from '../../flows/staff/close-day.ts'
import { seeClosure } from '../../flows/staff/displaced-people.ts'
import { reopenDays, reopening } from '../../flows/staff/reopen-day.ts'
import { backToForm } from '../frame/again.ts'
import { notFound, refuse, show } from '../frame/answers.ts'
import { actorOf, type StaffContext } from '../frame/context.ts'
import { type Feature, type Fields, get, post } from '../frame/route.ts'
import { leadTo } from '../frame/said.ts'
import { checkForm, closeForm, closingsFor } from './closing-form.ts'
import { type ClosuresSaid, checkClosingPage, closuresPage, reopenPage } from './page.ts'
import { closurePage } from './people.ts'

/** How many, as an address says it. */
const few = z.coerce.number().int().min(0).max(9999).nullable().catch(null).default(null)

export const closures: Feature = {
  link: { href: '/staff/closures', word: 'navClosures', action: 'close-day' },
  routes: [
    get({
      path: '/closures',
      who: 'close-day',
      query: z.object({ back: few, stay: few }),
      handle: (context) => {
        const { back, stay } = context.query
        const reopened = back === null || stay === null ? null : { back, stay }
        return showClosures(context, {}, new Set(), { reopened })
      },
    }),
    post({
      path: '/closures/check',
      who: 'close-day',
      stands: () => '/closures',
      looks: true,
      form: checkForm,
      handle: async (context) => {
        const { deps, frame, form } = context
        if (form.typed['back']) return backToForm(context)
        const id = deps.newId()
        const centres = await closableCentres(deps, actorOf(context))
        const closings = closingsFor(form, centres, id)
        const affected = await affectedBy(deps, actorOf(context), closings)
        if (typeof affected === 'string') return notClosed(context, form.typed, affected)
        const nameOf = (of: string) => centres.find((one) => one.id === of)?.name ?? of
        const view = { id, nameOf, ...affected }
        return show(context, frame.words.closeHours, checkClosingPage(frame, view, form.typed))
      },
      refused: ({ form, ...context }, faults) => showClosures(context, form, faults),
    }),
    post({
      path: '/closures',
      who: 'close-day',
      stands: () => ({ page: '/closures', action: '/closures/check' }),
      form: closeForm,
      handle: async (context) => {
        const { deps, form } = context
        const actor = actorOf(context)
        const closings = closingsFor(form, await closableCentres(deps, actor), form.id)
        const closed = await closeDays(deps, actor, closings)
        return closed === 'done'
          ? leadTo(context, '/staff/closures', 'closed')
          : notClosed(context, form.typed, closed)
      },
      refused: ({ form: _, ...context }, faults) =>
        refuse(context, context.frame.words.faultsAbove, { status: 422, faults }),
    }),
    get({
      path: '/closures/:id',
      who: 'close-day',
      handle: async (context) => {
        const { deps, frame, params } = context
        const seen = await seeClosure(deps, actorOf(context), params.id)
        if (!seen) return notFound(context)
        return show(context, frame.words.displacedPeople, closurePage(frame, seen))
      },
    }),
    get({
      path: '/closures/:id/reopen',
      who: 'close-day',
      handle: async (context) => {
        const { deps, frame, params } = context
        const found = await reopening(deps, actorOf(context), params.id)
        if (!found) return notFound(context)
        return show(context, frame.words.reopen, reopenPage(frame, params.id, found))
      },
    }),
    post({
      path: '/closures/:id/reopen',
      who: 'close-day',
      stands: () => '/closures',
      handle: async (context) => {
        const { c, deps, params } = context
        const open = await reopenDays(deps, actorOf(context), params.id)
        if (!open) return notFound(context)
        const { back, stay } = open
        return c.redirect(`/staff/closures?said=reopened&back=${back}&stay=${stay}#done`, 303)
      },
    }),
  ],
}

const notClosed = (context: StaffContext, typed: Fields, why: NotClosed) =>
  why === 'unknown' ? notFound(context) : showClosures(context, typed, new Set(['date']), { why })

/** The closures there are, and the form; with faults, as it was sent. */
async function showClosures(
  context: StaffContext,
  fields: Fields,
  faults: ReadonlySet<string>,
  said: ClosuresSaid = {},
): Promise<Response> {
  const { deps, frame } = context
  const view = await closuresAhead(deps, actorOf(context))
  const shown = { words: frame.words, fields, faults }
  const content = closuresPage(frame, { ...view, ...said }, shown)
  return show(context, frame.words.closures, content, faults.size > 0 ? 422 : 200)
}
