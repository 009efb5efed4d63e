// Work on a request: every form of it posts here and leads back to the record.

import * as z from 'zod'
import type { Deps } from '../../deps.ts'
import type { Action } from '../../domain/people/rights.ts'
import { currentCity } from '../../flows/city.ts'
import type { Actor } from '../../flows/staff/actor.ts'
import { type WorkOutcome, workOnNothing } from '../../flows/staff/work-on-record.ts'
import { type Answer, refuse } from '../frame/answers.ts'
import { actorOf, type StaffContext } from '../frame/context.ts'
import { post, type StaffRoute, type Stands, whyUnread } from '../frame/route.ts'
import type { Word } from '../frame/words.ts'
import type { Done, Ended } from './done.ts'
import { recordGone } from './gone.ts'
import { listHref, readList } from './list.ts'
import { trailOf } from './trail.ts'

type Work<F extends z.ZodType> = {
  /** Below the record. */
  path: string
  who: Action
  form?: F
  /** The page of its form, if not the record. */
  stands?: Stands
  /** Where it leads when it is done, if not to the record. */
  leadsTo?: (form: z.output<F>, context: StaffContext) => string | null
  /** What the record says then. */
  done?: Done
  /** It is out of sight then: what the list says, from which one goes on. */
  ended?: Ended
  does: (deps: Deps, actor: Actor, id: string, form: z.output<F>) => Promise<WorkOutcome>
}

const nothing = z.object({})

/** Most forms of a record stand on its page. */
export const onRecord: Stands = ({ id = '' }, { list = '' }) =>
  list === '' ? `/intakes/${id}` : `/intakes/${id}?${new URLSearchParams({ list })}`

/** One form of a record. What cannot be read does nothing, but is refused where it is not theirs. */
export function work<F extends z.ZodType = typeof nothing>(step: Work<F>): StaffRoute {
  const { path, who, form, leadsTo, stands, done, ended, does } = step
  const below: `/intakes/:id/${string}` = `/intakes/:id/${path}`
  return post({
    path: below,
    who,
    stands: stands ?? onRecord,
    form: (form ?? nothing) as F,
    handle: async (context) => {
      const { deps, params, form } = context
      const { id } = params
      // Once it is done nobody knows any more where it stood.
      const onList = ended && (await endedOn(context, id, ended))
      const outcome = await does(deps, actorOf(context), id, form)
      const to = typeof leadsTo === 'function' ? leadsTo(form, context) : onList
      return afterWork(context, outcome, to ?? doneOn(context, id, done))
    },
    refused: ({ form: _, ...context }, faults) =>
      unread(context, context.params.id, who, { faults }),
  })
}

/** The record, which says what was done, in the list it was opened from. */
export function doneOn({ frame: { list } }: StaffContext, id: string, done?: Done): string {
  const query = new URLSearchParams({ ...(list ? { list } : {}), ...(done ? { done } : {}) })
  const said = query.size === 0 ? '' : `?${query}`
  return `/staff/intakes/${id}${said}${done ? '#done' : ''}`
}

/** The list it was opened from, which says what was done and leads on. */
async function endedOn(context: StaffContext, id: string, ended: Ended): Promise<string> {
  const { deps, frame } = context
  const list = readList(frame.list)
  const trail = list && (await trailOf(context, id, (await currentCity(deps)).profile))
  const on = trail?.next ? { next: trail.next.id, list: trail.next.list } : {}
  return `${listHref(list, { ended, ...on })}#done`
}

/** Answers a form that cannot be read: to whoever may do this here, that it was not possible. */
export async function unread(
  context: StaffContext,
  id: string,
  who: Action,
  {
    faults,
    why = whyUnread(context.frame.words, faults),
  }: { why?: string; faults: ReadonlySet<string> },
): Promise<Response> {
  const outcome = await workOnNothing(context.deps, actorOf(context), id, who)
  return outcome === 'unknown' ? await recordGone(context, id) : refuse(context, why, { faults })
}

const WHY_NOT = {
  changed: 'changedMeanwhile',
  'not-now': 'notPossible',
  'too-long': 'faultsAbove',
  'no-reason': 'handOverNoReason',
  'nobody-there': 'handOverNobody',
  nobody: 'assignNobody',
  'no-such-day': 'followUpNoDay',
  'has-appointment': 'closeHasAppointment',
  'same-time': 'timeSame',
} as const satisfies Partial<Record<WorkOutcome, Word>>

const FAULTY: Partial<Record<WorkOutcome, ReadonlySet<string>>> = {
  'too-long': new Set(['line']),
  'no-reason': new Set(['why']),
  'nobody-there': new Set(['body']),
  nobody: new Set(['to']),
  'no-such-day': new Set(['on']),
}

/** Leads on where it was done, or says why not. */
export function afterWork(context: StaffContext, outcome: WorkOutcome, leadsTo: string): Answer {
  const { c, frame } = context
  if (outcome === 'done') return c.redirect(leadsTo, 303)
  if (outcome === 'unknown') return recordGone(context, context.c.req.param('id') ?? '')
  return refuse(context, frame.words[WHY_NOT[outcome]], { faults: FAULTY[outcome] ?? new Set() })
}
