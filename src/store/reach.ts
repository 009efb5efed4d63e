// By which way a person can be reached, as a row of a view has it.

import type { Channel } from '../domain/people/address.ts'
import type { Reach } from '../domain/people/reach.ts'

type Row = {
  channels: string | null
  unreachable: string | null
  hasPhone: boolean | number | null
  unread: number | null
}

/** Of a row without a person: nowhere. */
export function reachOf({ channels, unreachable, hasPhone, unread }: Row): Reach {
  const met = (channels ?? '').split(',').filter((channel) => channel !== '') as Channel[]
  return { channels: met, unreachable, hasPhone: Boolean(hasPhone), unread: unread === 1 }
}
