// What has become of somebody whose day was closed. Instants are epoch milliseconds.

import type { BookingState } from '../appointment/attendance.ts'
import type { MessageStatus } from '../appointment/messages.ts'
import type { CaseIntake } from './case.ts'

/**
 * other-time: they have, or had, another appointment · called: staff reached them · sent, kept (on their page), read,
 * under-way, lost: the message about it · nothing: there was none
 */
export type Became =
  | { is: 'other-time'; startsAt: number; endsAt: number; state: BookingState }
  | { is: 'called'; at: number }
  | { is: 'sent' | 'kept' | 'read' | 'under-way' | 'lost' | 'nothing' }

const BY_MESSAGE = {
  ...{ queued: 'under-way', sending: 'under-way', sent: 'sent', kept: 'kept', read: 'read' },
  ...{ blocked: 'lost', failed: 'lost', dropped: 'nothing' },
} as const satisfies Record<MessageStatus, Became['is']>

/** A call before the day was closed was about something else, and is forgotten when it is closed. */
export function becameOf(
  { appointment, displaced, calledAt }: Pick<CaseIntake, 'appointment' | 'displaced' | 'calledAt'>,
  message: MessageStatus | null,
): Became {
  if (appointment && !displaced) {
    const { startsAt, endsAt, state } = appointment
    return { is: 'other-time', startsAt, endsAt, state }
  }
  if (calledAt !== null) return { is: 'called', at: calledAt }
  return { is: message === null ? 'nothing' : BY_MESSAGE[message] }
}
