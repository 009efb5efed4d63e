// What can be heard: the recordings that are released, and their sound.

import type { Released } from '../domain/spoken/recording.ts'
import type { Database } from './engine/database.ts'
import { inPieces } from './engine/pieces.ts'

export function createReleased({ clip }: Database) {
  return {
    /** All that are released, without their sound. */
    async all(): Promise<Released[]> {
      const select = { id: true, voice: true, key: true, textHash: true }
      const rows = await clip.findMany({ where: { state: 'released' }, select })
      return rows.map(({ textHash: hash, ...row }) => ({ ...row, hash }))
    },

    /** The frames of those that are still released, by id. */
    async sounds(ids: readonly string[]): Promise<Map<string, Uint8Array>> {
      const found = new Map<string, Uint8Array>()
      for (const piece of inPieces([...new Set(ids)])) {
        const where = { state: 'released', id: { in: piece } }
        const rows = await clip.findMany({ where, select: { id: true, sound: true } })
        for (const { id, sound } of rows) found.set(id, Uint8Array.fromBase64(sound))
      }
      return found
    },
  }
}
