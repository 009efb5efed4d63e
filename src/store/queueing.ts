// Messages that are owed as a statement: alone, or in the batch of what they tell of.

import type { NewMessage } from '../domain/appointment/messages.ts'
import { toText } from './engine/database.ts'
import { QUEUE } from './sql/outbox.ts'

/** `sealed`: what was typed, sealed already; most have nothing of the kind. */
export type Queued = Omit<NewMessage, 'text'> & { sealed?: string | null }

/** Queues what is not queued yet; who was forgotten gets nothing. */
export function queueing(messages: readonly Queued[], now: number) {
  const rows = messages.map(({ payload, dueAt, sealed = null, rank = 1, ...message }) => ({
    ...message,
    ...{ payload: JSON.stringify(payload), sealed, rank, dueAt: toText(dueAt) },
  }))
  return QUEUE(toText(now), JSON.stringify(rows))
}
