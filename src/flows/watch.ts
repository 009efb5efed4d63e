// What whoever runs Lotse watches of the talk: how much comes in by which door, what became of it, how long it
// took. Of whom, about what and where is not asked.

import type { Channel } from '../domain/people/address.ts'

/**
 * answered: the reply is out, or had been. waiting: too much came from there, it is told to wait. elsewhere: another
 * process has it in hand. failed: a fault, the door brings it again.
 */
export const OUTCOMES = ['answered', 'waiting', 'elsewhere', 'failed'] as const
export type Outcome = (typeof OUTCOMES)[number]

export type Watch = {
  /** Of an input that came by `door`; `ms` it took. */
  took: (door: Channel, outcome: Outcome, ms: number) => void
}

/** Tells the watch, where there is one, what becomes of an input. Passes on what `work` throws. */
export async function watching(
  { clock, watch }: { clock: { now: () => number }; watch?: Watch },
  { address }: { address: { channel: Channel } },
  work: () => Promise<Outcome>,
): Promise<void> {
  const began = clock.now()
  const took = (outcome: Outcome) =>
    watch?.took(address.channel, outcome, Math.max(0, clock.now() - began))
  try {
    took(await work())
  } catch (fault) {
    took(fault instanceof Error && fault.name === 'InOtherHands' ? 'elsewhere' : 'failed')
    throw fault
  }
}
