// Chance that can be repeated: a draw is a function of its name, so that two simulations of one
// year meet the same people and the same answers, whatever else they draw.

import { createHash } from 'node:crypto'
import type { Figure } from './figure.ts'

/** 0 ≤ x < 1, the same for the same name. */
export const drawn = (...name: readonly (string | number)[]): number =>
  createHash('sha256').update(name.join('/')).digest().readUIntBE(0, 6) / 2 ** 48

/** One of several by their shares, which need not add up to one. */
export function oneOf<Key extends string>(
  shares: Readonly<Record<Key, Figure>>,
  draw: number,
): Key {
  const keys = Object.keys(shares) as Key[]
  let left = draw * keys.reduce((sum, key) => sum + shares[key].is, 0)
  for (const key of keys) {
    left -= shares[key].is
    if (left < 0) return key
  }
  return keys.at(-1) as Key
}
