// A database that fails once, on either engine.

import type { Store } from '../../src/store/store.ts'

export type Disk = { broken: boolean }

/** While `disk.broken` is set, the next load of a talk fails and mends it. */
export function failOnce(store: Store, disk: Disk): void {
  const { load } = store.talks
  store.talks.load = async (...values) => {
    if (!disk.broken) return load(...values)
    disk.broken = false
    throw new Error('disk')
  }
}
