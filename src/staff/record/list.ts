// The list a record was opened from, as it goes along in the address: of which kind, narrowed how, and where in it.

import * as z from 'zod'
import type { InboxPlace } from '../../domain/people/inbox.ts'
import { PAGE } from '../../flows/staff/inbox.ts'
import { addressOf, type Page, pageQuery, place, wanted } from '../requests/asking.ts'

const KINDS = ['inbox', 'calls', 'day', 'week'] as const

/** Of an appointment that may have gone by now: its centre and when it began (epoch ms). */
const was = z
  .string()
  .regex(/^[\w-]{1,40}\.\d{1,15}$/)
  .catch('.0')
  .default('.0')
  .transform((text) => {
    const [centre = '', startsAt = ''] = text.split('.')
    return { centre, startsAt: Number(startsAt) }
  })

const listQuery = z.object({
  ...{ ...wanted, after: place, before: place, at: place, was },
  of: z.enum(KINDS).catch('inbox').default('inbox'),
  nth: z.coerce.number().int().min(0).max(PAGE).catch(0).default(0),
})

export type List = z.output<typeof listQuery>

/** `null` where a record was opened from none. */
export const readList = (text: string): List | null =>
  text === '' ? null : listQuery.parse(Object.fromEntries(new URLSearchParams(text)))

/** A page of the inbox, or of the call list, at the request with a place, the `nth` of the page. */
export const inboxList = (asked: Page & { of?: List['of'] }, at: InboxPlace, nth: number): string =>
  addressOf(asked, {
    ...{ after: asked.after, before: asked.before, at, nth: `${nth}` },
    ...kindOf(asked),
  })

// The call list is narrowed by nothing.
const kindOf = ({ of }: { of?: List['of'] }) => (of === 'calls' ? { of, box: null } : {})

/** The same at a neighbour of it: over the end of a page another one begins. */
export function inboxListAt(list: List, to: InboxPlace, step: 1 | -1): string {
  const nth = list.nth + step
  const kind = kindOf(list)
  if (list.at !== null && nth < 1) {
    return addressOf(list, { ...{ before: list.at, at: to }, nth: `${PAGE}`, ...kind })
  }
  if (list.at !== null && nth > PAGE) {
    return addressOf(list, { after: list.at, at: to, nth: '1', ...kind })
  }
  return inboxList(list, to, nth)
}

/** A page of the call list, at somebody. */
export const callsList = (page: Pick<Page, 'after' | 'before'>, at: InboxPlace, nth: number) =>
  inboxList({ ...pageQuery.parse({}), ...page, of: 'calls' }, at, nth)

/** A day (YYYY-MM-DD), at an appointment. */
export const dayList = (date: string, { centre, startsAt }: { centre: string; startsAt: number }) =>
  new URLSearchParams({ of: 'day', day: date, was: `${centre}.${startsAt}` }).toString()

/** A week of a centre by its Monday (YYYY-MM-DD), at an appointment. */
export const weekList = (
  monday: string,
  { centre, startsAt }: { centre: string; startsAt: number },
) =>
  new URLSearchParams({ of: 'week', day: monday, centre, was: `${centre}.${startsAt}` }).toString()

/** What else the page of a day lists: requests by their codes. */
export const dayListOf = (date: string, refs: readonly string[]): string =>
  new URLSearchParams({ of: 'day', day: date, found: refs.join('.') }).toString()

/** The address of the list itself, without a place in it. */
export function listHref(list: List | null, query: Readonly<Record<string, string>> = {}): string {
  const said = new URLSearchParams(query)
  const [path, own] = pathOf(list)
  for (const [name, value] of new URLSearchParams(own)) said.append(name, value)
  return said.size === 0 ? path : `${path}?${said}`
}

function pathOf(list: List | null): [path: string, query: string] {
  if (list === null) return ['/staff/intakes', '']
  if (list.of === 'calls') {
    const { after, before } = list
    return ['/staff/calls', addressOf(list, { after, before, box: null })]
  }
  if (list.of === 'day') return ['/staff', list.day === null ? '' : `day=${list.day}`]
  if (list.of === 'week') {
    const asked = { centre: list.centre ?? '', week: list.day ?? '' }
    return ['/staff/week', new URLSearchParams(asked).toString()]
  }
  return ['/staff/intakes', addressOf(list, { after: list.after, before: list.before })]
}

/** The row of a request in a list. */
export const rowId = (id: string): string => `r-${id}`
