// What every message that Lotse sends on its own accord goes through: queued once, worded late.

import type { Deps } from '../../deps.ts'
import type { NewMessage, OwedMessage } from '../../domain/appointment/messages.ts'
import type { Screen } from '../../domain/dialog/screen.ts'
import type { Mail } from '../../domain/people/notices.ts'
import type { City } from '../city.ts'
import type { Attachment } from '../conversation/attachments.ts'

/** What becomes of a message at the moment it would be sent. */
export type Composed =
  /** `quiet` arrives without a sound, `file` with it; `toAll` is about nobody in particular. */
  | { screen: Screen; quiet?: boolean; file?: Attachment; toAll?: boolean }
  /** To a group of staff instead of the person it is about. */
  | { group: { chat: string; centre: string }; screen: Screen }
  /** `sent` writes down what follows from its going out; it may run twice. */
  | { mail: Mail; sent?: () => Promise<void> }
  /** Not wanted any more; staff see the reason, a code such as `cancelled`. */
  | { drop: string }
  /** Not yet: due again at this instant (epoch milliseconds). */
  | { later: number }

/**
 * Words one kind of message. Asked in the moment before sending, or when the page it stands on is
 * looked at, so it looks again whether what it says still holds. May run twice for one message.
 */
export type Compose = (
  deps: Deps,
  city: City,
  message: OwedMessage,
  now: number,
) => Promise<Composed>

/**
 * Queues a message; the sender takes it at the next tick once it is due. Safe to call twice: the same
 * `key` is queued once, also after it was sent.
 * @returns whether it is new
 */
export async function enqueue(deps: Deps, message: NewMessage): Promise<boolean> {
  return (await deps.store.outbox.queue([message], deps.clock.now())) === 1
}
