// What came of sending a message, and what follows from it.

/** Why nothing can reach a person any more; final until they write again. */
/** `no-chat`: nothing can be sent by their channel, as to somebody whom staff wrote down. */
export type BlockedReason = 'blocked' | 'deactivated' | 'chat-not-found' | 'no-chat'

export type DeliveryOutcome =
  /** `fileMessageId`: the file that went with it, where its channel sends files apart. */
  | { of: 'sent'; messageId: number; fileMessageId?: number }
  | { of: 'blocked'; reason: BlockedReason }
  /** It stands on the person's page, until they look. */
  | { of: 'kept' }
  /** May go through later; `waitMs` where the other side said how long to wait. */
  | { of: 'retry'; reason: 'flood' | 'server' | 'connection'; waitMs?: number }
  /** The group has another number now. */
  | { of: 'moved'; to: string }
  /** The topic in the group is closed or deleted. */
  | { of: 'topic-gone' }
  /** Will never go through, and not because of the person. */
  | { of: 'failed'; reason: string }

const FIRST_DELAY = 2000
const LONGEST_DELAY = 10 * 60_000
const MOST_ATTEMPTS = 20

/** Milliseconds to wait before attempt number `attempts` + 1: doubled each time, up to ten minutes. */
function retryDelay(attempts: number): number {
  return Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** Math.max(0, attempts - 1))
}

/** How a message ends, or when it is tried again (epoch milliseconds). */
export function afterDelivery(
  outcome: DeliveryOutcome,
  attempts: number,
  now: number,
):
  | { status: 'sent'; messageId: number; fileMessageId?: number }
  | { status: 'blocked' | 'failed'; reason: string }
  | { status: 'kept' }
  | { again: number; reason: string } {
  switch (outcome.of) {
    case 'sent': {
      const { of: status, ...numbers } = outcome
      return { status, ...numbers }
    }
    case 'kept':
      return { status: 'kept' }
    case 'blocked':
      return { status: 'blocked', reason: outcome.reason }
    case 'failed':
      return { status: 'failed', reason: outcome.reason }
    // Where a group does not end its wandering.
    case 'moved':
    case 'topic-gone':
      return { status: 'failed', reason: outcome.of }
    case 'retry': {
      if (attempts >= MOST_ATTEMPTS) return { status: 'failed', reason: outcome.reason }
      return { again: now + (outcome.waitMs ?? retryDelay(attempts)), reason: outcome.reason }
    }
  }
}
