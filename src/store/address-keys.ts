// How an address is found without being known.

import type { Address } from '../domain/people/address.ts'
import type { Seal } from './engine/seal.ts'

/** Its keys, the newest first: while keys rotate, it may still stand under the older one. */
export const keysOf = (seal: Seal, { channel, id }: Address) => seal.lookup(`${channel}:${id}`)
