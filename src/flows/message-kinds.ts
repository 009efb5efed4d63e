// Every kind of message the outbox carries, and who words it.

import type { Compose } from './outbox.ts'

/** By the `kind` of the message. A kind that is gone is dropped, not sent. */
export const MESSAGE_KINDS: Record<string, Compose> = {}
