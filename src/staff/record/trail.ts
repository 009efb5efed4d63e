// The list a record was opened from goes along with every page and form of it: the one before, the one after, the way back.

import { html } from 'hono/html'
import { addDays } from '../../domain/calendar/wall-clock.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { aroundAmong, aroundInInbox, aroundOnDays } from '../../flows/staff/neighbours.ts'
import { TO_CALL } from '../../flows/staff/to-call.ts'
import { actorOf, type StaffContext } from '../frame/context.ts'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'
import { filterOf } from '../requests/asking.ts'
import { dayList, inboxListAt, type List, listHref, readList, rowId, weekList } from './list.ts'

/** A record in the list, and the list as it leads on from there. */
type Step = { id: string; list: string }

/** The steps before and after, and the address of the list at the place of this one. */
export type Trail = { previous: Step | null; next: Step | null; back: string }

/** A page of a record, or below it. */
export function recordHref(
  { list }: Pick<Frame, 'list'>,
  id: string,
  below: '' | `/${string}` = '',
  query: Readonly<Record<string, string>> = {},
): string {
  const all = new URLSearchParams({ ...query, ...(list === '' ? {} : { list }) })
  return `/staff/intakes/${id}${below}${all.size === 0 ? '' : `?${all}`}`
}

/** Of the list that came along; `null` where none did. One statement, whatever the list. */
export async function trailOf(
  context: StaffContext,
  id: string,
  profile: Profile,
): Promise<Trail | null> {
  const list = readList(context.frame.list)
  if (list === null) return null
  const { isThere, ...steps } = await stepsOf(context, list, id, profile)
  const row = isThere ? id : (steps.next?.id ?? steps.previous?.id)
  return { ...steps, back: `${listHref(list)}${row ? `#${rowId(row)}` : ''}` }
}

type Steps = Pick<Trail, 'previous' | 'next'> & { isThere: boolean }

const NOWHERE: Steps = { previous: null, next: null, isThere: false }

/** `around` with the list that leads on from each. */
const stepping = <One extends { id: string }>(
  { previous, next, isThere }: { previous: One | null; next: One | null; isThere: boolean },
  listAt: (one: One, step: 1 | -1) => string,
): Steps => ({
  previous: previous && { id: previous.id, list: listAt(previous, -1) },
  next: next && { id: next.id, list: listAt(next, 1) },
  isThere,
})

async function stepsOf(context: StaffContext, list: List, id: string, profile: Profile) {
  const { deps, frame } = context
  const actor = actorOf(context)
  const { of, at: place, day: date, was } = list
  if (of === 'day' && list.found !== '') {
    const asked = { refs: list.found.split('.'), id }
    return stepping(await aroundAmong(deps, actor, asked, profile), () => frame.list)
  }
  if (of === 'day' || of === 'week') {
    const { centre } = list
    if (date === null || (of === 'week' && centre === null)) return NOWHERE
    const days = { from: date, until: addDays(date, of === 'week' ? 7 : 1) }
    const found = await aroundOnDays(deps, actor, { days, centre, id, was }, profile)
    return stepping(found, (one) => (of === 'week' ? weekList : dayList)(date, one))
  }
  if (place === null) return NOWHERE
  const asked = { filter: of === 'calls' ? TO_CALL : filterOf(list), place }
  const found = await aroundInInbox(deps, actor, asked, profile)
  return stepping(found, (one, step) => inboxListAt(list, one, step))
}

/** The way through the list; what is missing at an end keeps its room. */
export function trailHtml({ words }: Frame, trail: Trail | null): Html {
  if (trail === null) return html``
  const step = (to: Step | null, rel: 'prev' | 'next', label: string) =>
    to === null
      ? html`<span class="soft">${label}</span>`
      : html`<a href="${recordHref(to, to.id)}" rel="${rel}">${label}</a>`
  return html`<nav class="trail no-print" aria-label="${words.trail}"><a href="${trail.back}">${words.trailBack}</a> <span>${step(trail.previous, 'prev', words.trailPrevious)} ${step(trail.next, 'next', words.trailNext)}</span></nav>`
}

/** The way on, once this one is done with. */
export const wayOn = ({ words }: Pick<Frame, 'words'>, next: Step | null | undefined): Html =>
  next ? html` <a href="${recordHref(next, next.id)}">${words.trailOn}</a>` : html``
