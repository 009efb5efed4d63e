// What was refused for good and nobody has heeded yet: put together for whoever can do something about it.

import { wayOf } from './messages.ts'

/** By which way something did not arrive. `set-up`: what Telegram is told about the bot itself. */
type RefusedWay = 'person' | 'group' | 'mail' | 'webhook' | 'set-up'

/** A message that was given up; `centre` is the one it is about. Instants are epoch milliseconds. */
export type Undelivered = {
  id: number
  kind: string
  reason: string
  /** `blocked`: the person cannot be reached, so that trying again is of no use. */
  status: 'failed' | 'blocked'
  centre: string | null
  doneAt: number
}

/** What did not arrive for one reason; `reason` is a code, such as `refused-403`. */
export type RefusedGroup = {
  way: RefusedWay
  kind: string
  reason: string
  centre: string | null
  /** What the other side says of a call that sets the bot up; never where it is about a person. */
  description?: string
  count: number
  since: number
  last: number
  canTryAgain: boolean
}

/** The latest first. */
export function groupRefused(refused: readonly Undelivered[]): RefusedGroup[] {
  const groups = Map.groupBy(refused, ({ kind, reason, centre, status }) =>
    JSON.stringify([kind, reason, centre, status]),
  )
  return [...groups.values()]
    .map((own) => {
      const [{ kind, reason, centre, status }] = own as [Undelivered]
      const times = own.map(({ doneAt }) => doneAt)
      const canTryAgain = status === 'failed'
      return {
        ...{ way: wayOf(kind), kind, reason, centre, count: own.length, canTryAgain },
        ...{ since: Math.min(...times), last: Math.max(...times) },
      }
    })
    .sort((a, b) => b.last - a.last)
}
