// The way from page to page of a list of requests.

import { html } from 'hono/html'
import type { InboxPlace } from '../../domain/people/inbox.ts'
import type { SeenInbox } from '../../flows/staff/inbox.ts'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'

/** `to` is the address of the page that goes on from a place, or goes back from it. */
export function pages(
  { words }: Frame,
  seen: Pick<SeenInbox, 'before' | 'after'>,
  to: (turn: { before: InboxPlace } | { after: InboxPlace }) => string,
): Html {
  const { before, after } = seen
  const link = (href: string, label: string) =>
    html`<a class="button quiet" href="${href}">${label}</a>`
  return html`<nav class="pages" aria-label="${words.pages}"><span>${before && link(to({ before }), words.pageBefore)}</span><span>${after && link(to({ after }), words.pageAfter)}</span></nav>`
}
