// What has just been done, said beside where it was done once the page is there again.

import { html } from 'hono/html'
import * as z from 'zod'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'
import type { Word } from '../frame/words.ts'
import { wayOn } from './trail.ts'

/** Where on the page of a record something is confirmed. */
type Place = 'head' | 'calls' | 'findings' | 'history' | 'referrals'

const DONE = {
  taken: ['head', 'doneTaken'],
  assigned: ['head', 'doneAssigned'],
  status: ['head', 'doneStatus'],
  'closed-cancelled': ['head', 'doneClosedCancelled'],
  marked: ['head', 'doneMarked'],
  'mark-back': ['head', 'doneMarkBack'],
  moved: ['head', 'doneTime'],
  cancelled: ['head', 'doneCancelled'],
  'follow-up': ['head', 'doneFollowUp'],
  'follow-up-end': ['head', 'doneFollowUpEnd'],
  called: ['calls', 'doneCall'],
  'call-undone': ['calls', 'doneUndone'],
  judged: ['findings', 'doneFinding'],
  note: ['history', 'doneNote'],
  message: ['history', 'doneMessage'],
  read: ['history', 'doneRead'],
  referred: ['referrals', 'doneReferral'],
  outcome: ['referrals', 'doneOutcome'],
} as const satisfies Record<string, readonly [Place, Word]>

export type Done = keyof typeof DONE

/** Whether the person comes to know of it. */
export const isTold = (done: Done | null): boolean =>
  done === 'moved' || done === 'cancelled' || done === 'closed-cancelled'

/** What takes a record out of sight, confirmed on the list that is there instead. */
const ENDED = { 'handed-over': 'doneHandedOver', erased: 'doneErased' } as const satisfies Record<
  string,
  Word
>
export type Ended = keyof typeof ENDED

/** What the address of a list says was done to a record that is not in it any more, and which is next. */
export const endedQuery = {
  ended: z
    .enum(Object.keys(ENDED) as [Ended, ...Ended[]])
    .nullable()
    .catch(null)
    .default(null),
  next: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .nullable()
    .catch(null)
    .default(null),
}

/** Says so above the list, with the way on. */
export function endedHtml(
  frame: Frame,
  { ended, next }: { ended: Ended | null; next: string | null },
): Html {
  if (ended === null) return html``
  const on = next === null ? null : { id: next, list: frame.list }
  return html`<p class="note" role="status" id="done" tabindex="-1">${frame.words[ENDED[ended]]}${wayOn(frame, on)}</p>`
}

/** What the address says was done; nothing for anything else. */
export const doneQuery = z
  .enum(Object.keys(DONE) as [Done, ...Done[]])
  .nullable()
  .catch(null)
  .default(null)

/** Says so at its place; the address leads there, so that it is read out. `on` is the way on from it. */
export function doneAt(
  { words }: Frame,
  place: Place,
  done: Done | null,
  on: Html | '' = '',
): Html {
  if (done === null || DONE[done][0] !== place) return html``
  return html`<p class="note" role="status" id="done" tabindex="-1">${words[DONE[done][1]]}${on}</p>`
}
