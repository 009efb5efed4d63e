// That something here keeps somebody out: what may be typed of it, at whichever door.

import type { Channel } from './address.ts'
import { cleanText, lengthOf } from './typed-text.ts'

/** Most characters of what does not work. */
export const LONGEST_BARRIER = 2_000

/** Most characters of where the answer goes: a mail address or a telephone number. */
export const LONGEST_REACH = 120

/** Most reports that are kept of one person; more is better said on the telephone. */
export const MOST_BARRIERS = 5

/** By when whoever told has an answer, in milliseconds: six weeks at most (§ 5 (2) BITV NRW). */
export const ANSWERED_WITHIN = 42 * 86_400_000

/** What somebody told; `reach`: how they can be answered, in their own words. */
export type Barrier = { text: string; reach?: string }

/** A report as it is kept; instants in epoch milliseconds. `channel`: `staff` was told at the desk. */
export type BarrierReport = Barrier & {
  id: string
  channel: Channel
  language: string
  at: number
  settledAt: number | null
}

/** What is wrong with a field: nothing stands there, or too much. */
export type BarrierFaults = { text?: 'empty' | 'long'; reach?: 'long' }

/** What was typed as a report, or what is wrong with it by field. */
export function readBarrier(typed: {
  text: string
  reach: string
}): { barrier: Barrier } | { faults: BarrierFaults } {
  const text = cleanText(typed.text, true)
  const reach = cleanText(typed.reach)
  const faults: BarrierFaults = {
    ...(text === '' ? { text: 'empty' as const } : {}),
    ...(lengthOf(text) > LONGEST_BARRIER ? { text: 'long' as const } : {}),
    ...(lengthOf(reach) > LONGEST_REACH ? { reach: 'long' as const } : {}),
  }
  if (Object.keys(faults).length > 0) return { faults }
  return { barrier: reach === '' ? { text } : { text, reach } }
}
