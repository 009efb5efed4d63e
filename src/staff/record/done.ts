// What has just been done, said beside where it was done once the page is there again.

import { html } from 'hono/html'
import * as z from 'zod'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'
import type { Word } from '../frame/words.ts'

/** Where on the page of a record something is confirmed. */
type Place = 'head' | 'calls' | 'findings' | 'history' | 'referrals'

const DONE = {
  taken: ['head', 'doneTaken'],
  assigned: ['head', 'doneAssigned'],
  status: ['head', 'doneStatus'],
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

/** What the address says was done; nothing for anything else. */
export const doneQuery = z
  .enum(Object.keys(DONE) as [Done, ...Done[]])
  .nullable()
  .catch(null)
  .default(null)

/** Says so at its place; the address leads there, so that it is read out. */
export function doneAt({ words }: Frame, place: Place, done: Done | null): Html {
  if (done === null || DONE[done][0] !== place) return html``
  return html`<p class="note" role="status" id="done" tabindex="-1">${words[DONE[done][1]]}</p>`
}
