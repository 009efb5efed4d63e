// What happens in a simulated year, in order of time.

export type Happening = { at: number; run: () => void }

/** Takes happenings (epoch ms) and gives the earliest back; those of one moment in the order they came in. */
export function createQueue() {
  const heap: (Happening & { nth: number })[] = []
  let count = 0
  const isBefore = (a: number, b: number) => {
    const [one, other] = [heap[a], heap[b]]
    if (!one || !other) return false
    return one.at < other.at || (one.at === other.at && one.nth < other.nth)
  }
  const swap = (a: number, b: number) => {
    const [one, other] = [heap[a], heap[b]]
    if (one && other) [heap[a], heap[b]] = [other, one]
  }

  return {
    add(at: number, run: () => void): void {
      heap.push({ at, run, nth: count++ })
      for (let own = heap.length - 1; own > 0; ) {
        const parent = (own - 1) >> 1
        if (!isBefore(own, parent)) break
        swap(own, parent)
        own = parent
      }
    },
    next(): Happening | undefined {
      const first = heap[0]
      const last = heap.pop()
      if (!first || !last || heap.length === 0) return first
      heap[0] = last
      for (let own = 0; ; ) {
        const [left, right] = [own * 2 + 1, own * 2 + 2]
        const least = isBefore(right, left) ? right : left
        if (!isBefore(least, own)) return first
        swap(least, own)
        own = least
      }
    },
  }
}
