// What several duties of one tick need is read once, by the first that does.

import type { Deps } from '../../deps.ts'
import type { City } from '../city.ts'
import { type InterpretingRead, readInterpreting } from '../interpreting-read.ts'

export type TickReads = {
  /** Of all centres. No duty changes an appointment that needs an interpreter, nor an order. */
  interpreting: () => Promise<InterpretingRead>
}

/** A read that failed is tried again by the next duty. */
export function readsOfTick(deps: Deps, { profile }: City): TickReads {
  let reading: Promise<InterpretingRead> | null = null
  const centres = profile.centres.map(({ id }) => id)
  return {
    interpreting: () => {
      reading ??= readInterpreting(deps, centres, deps.clock.now()).catch((fault) => {
        reading = null
        throw fault
      })
      return reading
    },
  }
}
