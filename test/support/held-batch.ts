// A D1 in workerd, reached from the process of the tests. What a batch is made of stands there as long as its proxies
// here are not collected, and once they are written into the call nothing but this holds them: collected before
// the call arrived, the batch would fail on a busy machine.

type Batching = { batch: (statements: never[]) => Promise<unknown> }

/** The same database, whose batches hold what they are made of until they are answered. */
export function heldBatches<D1 extends object>(binding: D1): D1 {
  const held = new Set<unknown>()
  const batch = async (statements: never[]) => {
    held.add(statements)
    try {
      return await (binding as unknown as Batching).batch(statements)
    } finally {
      held.delete(statements)
    }
  }
  return new Proxy(binding, {
    get(target, name) {
      if (name === 'batch') return batch
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
