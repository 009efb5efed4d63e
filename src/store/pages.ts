// What a page carries and brings back: sealed, so that nobody reads it on the way or makes one up.

import type { Address } from '../domain/people/address.ts'
import { keysOf } from './address-keys.ts'
import type { Seal } from './engine/seal.ts'

// Whose it is, by so much of their key that nobody meets another's by chance.
const ENOUGH = 24

export function createPages(seal: Seal) {
  return {
    /** Seals a text for one purpose and one address, in letters that can stand in a URL. */
    async seal(purpose: string, address: Address, text: string): Promise<string> {
      const [key] = await keysOf(seal, address)
      const sealed = await seal.seal(JSON.stringify([purpose, key.slice(0, ENOUGH), text]))
      return sealed.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
    },

    /** The text; `undefined` for what was not sealed for this purpose and address, or not here. */
    async open(purpose: string, address: Address, sealed: string): Promise<string | undefined> {
      const keys = (await keysOf(seal, address)).map((key) => key.slice(0, ENOUGH))
      const read = await seal
        .open(sealed.replaceAll('-', '+').replaceAll('_', '/'))
        .then((text): unknown => JSON.parse(text))
        .catch(() => undefined)
      if (!Array.isArray(read)) return undefined
      const [what, whose, text] = read as unknown[]
      const isTheirs = what === purpose && typeof whose === 'string' && keys.includes(whose)
      return isTheirs && typeof text === 'string' ? text : undefined
    },
  }
}
