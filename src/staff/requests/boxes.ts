// The boxes of the inbox, with how many are in each.

import { html } from 'hono/html'
import type { Box, InboxCounts, Listing } from '../../domain/people/inbox.ts'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'
import type { Word } from '../frame/words.ts'

export const BOX_WORDS = {
  new: 'boxNew',
  mine: 'boxMine',
  waiting: 'boxWaiting',
  left: 'boxLeft',
  all: 'boxAll',
} as const satisfies Record<Box, Word>

const ABOUT = {
  new: 'boxNewHint',
  mine: 'boxMineHint',
  waiting: 'boxWaitingHint',
  left: 'boxLeftHint',
  all: 'boxAllHint',
} as const satisfies Record<Box, Word>

/** What stands in a box. */
export const aboutBox = ({ words }: Frame, box: Box): string => words[ABOUT[box]]

/** The boxes as links; people who wait for a call have a page of their own, with the same ones above it; answers stand on that of the day. */
export function boxes(frame: Frame, here: Listing, counts: InboxCounts): Html {
  const { words } = frame
  const link = (href: string, word: Word, count: number | undefined, isHere = false) =>
    html`<li><a href="${href}"${isHere ? html` aria-current="page"` : ''}>${words[word]}${count === undefined ? '' : html` <span class="count">${count}</span>`}</a></li>`
  const box = (one: Box, count?: number) =>
    link(`/staff/intakes?box=${one}`, BOX_WORDS[one], count, one === here)
  return html`<nav class="boxes no-print" aria-label="${words.boxes}"><ul>
${box('new', counts.new)}${box('mine', counts.mine)}${box('waiting', counts.waiting)}${counts.left > 0 || here === 'left' ? box('left', counts.left) : ''}
${link('/staff/calls', 'navCalls', counts.calls, here === 'calls')}${box('all')}${counts.replies > 0 ? link('/staff#replies', 'newReplies', counts.replies) : ''}</ul></nav>`
}
