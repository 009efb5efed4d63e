// By which way a person can be reached, in words for staff.

import { html } from 'hono/html'
import { type Reach, type Way, waysTo } from '../../domain/people/reach.ts'
import type { Frame } from './frame.ts'
import type { Html } from './layout.ts'

const WAY_WORDS = {
  chat: 'reachChat',
  page: 'reachPage',
  phone: 'reachPhone',
} as const satisfies Record<Way, string>

/** The ways, and that something stands on the page that was not read yet. */
export function reachedBy({ words }: Frame, reach: Reach): Html {
  const named = waysTo(reach)
    .map((way) => words[WAY_WORDS[way]])
    .join(', ')
  return html`${named || words.reachNone}${reach.unread ? html` <span class="badge yellow">${words.notReadYet}</span>` : ''}`
}
