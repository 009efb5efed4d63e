// What a form has done, said at the top of the page it leads to, so that it is read out there.

import type { StaffContext } from './context.ts'
import type { Fields } from './place.ts'
import type { Word } from './words.ts'

const SAID = {
  closed: 'saidClosed',
  reopened: 'saidReopened',
  notices: 'saidNotices',
  'notices-ended': 'saidNoticesEnded',
  'token-ended': 'saidTokenEnded',
  'webhook-ended': 'saidWebhookEnded',
  again: 'saidAgain',
  once: 'saidOnce',
  heeded: 'saidHeeded',
  staff: 'staffChanged',
  released: 'saidReleased',
  ended: 'saidEnded',
} as const satisfies Record<string, Word>

type Said = keyof typeof SAID

/** Leads to a page that says what was done. */
export const leadTo = ({ c }: StaffContext, page: `/staff/${string}`, said: Said): Response =>
  c.redirect(`${page}?said=${said}#done`, 303)

/** What the address of a page says was done; nothing for anything else. */
export const saidIn = ({ said = '' }: Fields): Word | null =>
  Object.hasOwn(SAID, said) ? SAID[said as Said] : null
