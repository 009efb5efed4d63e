// Time that passes as soon as everybody waits for it: hours of pacing in the blink of an eye, the same
// each time.

import type { Timer } from '../../src/telegram/pacer.ts'

export function virtualTime(): Timer & { run: <T>(work: Promise<T>) => Promise<T> } {
  let at = 0
  let order = 0
  const sleepers: { at: number; order: number; wake: () => void }[] = []
  return {
    now: () => at,
    sleep: (ms) =>
      new Promise((wake) => {
        sleepers.push({ at: at + Math.max(0, ms), order: order++, wake })
      }),
    /** Lets time pass until `work` is done. */
    async run<T>(work: Promise<T>): Promise<T> {
      let over = false
      const end = () => {
        over = true
      }
      work.then(end, end)
      while (!over) {
        await new Promise((next) => setImmediate(next))
        sleepers.sort((a, b) => a.at - b.at || a.order - b.order)
        const next = sleepers.shift()
        if (!next) continue
        at = next.at
        next.wake()
      }
      return await work
    },
  }
}
