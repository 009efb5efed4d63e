// What the address of a list says: read once for the page, its links, and the table.

import * as z from 'zod'
import { codeSigns } from '../../domain/appointment/reference-code.ts'
import { addDays, atWall } from '../../domain/calendar/wall-clock.ts'
import {
  BOXES,
  type Box,
  type InboxFilter,
  type InboxPlace,
  type InboxTurn,
  LISTED_STATUSES,
} from '../../domain/people/inbox.ts'
import { RANKS, type Urgency } from '../../domain/questionnaire/triage.ts'
import { day, oneOf } from '../frame/form.ts'

const code = z
  .string()
  .regex(/^[\w-]{1,40}$/)
  .nullable()
  .catch(null)
  .default(null)
const urgencies = Object.keys(RANKS) as [Urgency, ...Urgency[]]
const typed = z
  .string()
  .catch('')
  .default('')
  .transform((text) => text.trim().slice(0, 12))
// Codes that a search has found.
const found = z
  .string()
  .regex(/^[\w-]+(\.[\w-]+){0,99}$/)
  .catch('')
  .default('')
const box = z.enum(BOXES).nullable().catch(null).default(null)
const urgency = z.enum(urgencies).nullable().catch(null).default(null)

const PLACE = /^(\d{4}-\d{2}-\d{2})\.([0-2])\.([0-3])\.(\d{1,15})\.([\w-]{1,64})$/
const LAST_INSTANT = Date.UTC(10_000, 0)

/** A place in a list; `null` for anything that is none. */
export const place = z
  .string()
  .default('')
  .transform((text): InboxPlace | null => {
    const [, on, late, rank, at, id] = PLACE.exec(text) ?? []
    if (on === undefined || id === undefined || Number(at) >= LAST_INSTANT) return null
    return { on, late: Number(late), rank: Number(rank), submittedAt: Number(at), id }
  })

/** Which requests are wanted, as the address has it; whatever cannot be read is left out. */
export const wanted = {
  ...{
    box,
    status: oneOf(LISTED_STATUSES),
    q: typed,
  },
  ...{ centre: code, language: code, topic: code, urgency, from: day, until: day, day, found },
}
const wantedQuery = z.object(wanted)
/** A page of them. */
export const pageQuery = z.object({ ...wanted, after: place, before: place })
export type Page = z.output<typeof pageQuery>

export type Wanted = z.output<typeof wantedQuery>

/** In which box somebody looks who has not said: among all where they ask for something, else at what is new. */
export function boxOf({ box, status, q, day: wantedDay, found }: Wanted): Box {
  if (box) return box
  return status !== 'open' || q !== '' || found !== '' || wantedDay ? 'all' : 'new'
}

// What can be in no code is in none.
const signsIn = (typed: string) => (typed === '' ? '' : codeSigns(typed) || '-')

const dayFrom = (date: string) => ({ from: atWall(date, 0), until: atWall(addDays(date, 1), 0) })

/** The filter an address asks for. Days are those in Germany. */
export function filterOf(asked: Wanted): InboxFilter {
  const { centre, language, topic, urgency: one, from, until } = asked
  const which = boxOf(asked)
  return {
    ...{ box: which, centre, language, topic, signs: signsIn(asked.q) },
    refs: asked.found === '' ? null : asked.found.split('.'),
    // Only there is a choice: what is closed is in no other box.
    status: which === 'all' ? asked.status : 'open',
    urgencies: one ? [one] : [],
    received: {
      from: from === null ? null : dayFrom(from).from,
      until: until === null ? null : dayFrom(until).until,
    },
    day: asked.day === null ? null : dayFrom(asked.day),
  }
}

/** Where the page begins; `null` at the beginning of the list. */
export function turnOf({ after, before }: Pick<Page, 'after' | 'before'>): InboxTurn | null {
  if (after) return { ...after, back: false }
  return before && { ...before, back: true }
}

/** A place as an address has it. */
const written = ({ on, late, rank, submittedAt, id }: InboxPlace) =>
  [on, late, rank, submittedAt, id].join('.')

/** The same list as an address, with what differs; `null` leaves something out. */
export function addressOf(
  asked: Wanted,
  more: Partial<
    Record<keyof Wanted | 'of' | 'after' | 'before' | 'at' | 'nth', string | InboxPlace | null>
  > = {},
): string {
  const said = { ...wantedQuery.parse(asked), box: boxOf(asked), ...more }
  const pairs = Object.entries(said).flatMap(([name, value]): [string, string][] => {
    const text = typeof value === 'object' && value !== null ? written(value) : value
    return text && !(name === 'status' && text === 'open') ? [[name, text]] : []
  })
  return new URLSearchParams(pairs).toString()
}
