// A page with a list of requests goes on while it stands open, and has counted what waits behind the navigation.

import { pressingIn } from '../../domain/people/inbox.ts'
import type { SeenInbox } from '../../flows/staff/inbox.ts'
import { markOf } from '../../flows/staff/live.ts'
import type { Frame } from '../frame/frame.ts'

const INBOX = '/staff/intakes'
const CALLS = '/staff/calls'

/** Whether the page with a path counts them along with its list. */
export const isListed = (path: string): boolean => path === INBOX || path === CALLS

/** The frame of such a page. */
export async function livingList(
  frame: Frame,
  { counts, pulse, now }: Pick<SeenInbox, 'counts' | 'pulse' | 'now'>,
): Promise<Frame> {
  const live = { mark: await markOf(pulse), madeAt: now, count: pressingIn(counts) }
  // The number of what its link leads to.
  return { ...frame, live, counts: { ...frame.counts, [INBOX]: counts.new, [CALLS]: counts.calls } }
}
