// D1's limit of a thousand queries an event, which miniflare does not have.

import { AsyncLocalStorage } from 'node:async_hooks'

const QUERIES_AN_EVENT = 1000

type Event = { queries: number }
const events = new AsyncLocalStorage<Event>()

/** What one event does, and how many queries it sent; of a batch each counts. */
export async function limited<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; queries: number }> {
  const event: Event = { queries: 0 }
  const result = await events.run(event, work)
  return { result, queries: event.queries }
}

/** A database that refuses an event its thousand and first query, as Cloudflare words it. */
export function limitedBinding<Binding extends object>(binding: Binding): Binding {
  return new Proxy(binding, {
    get(target, name) {
      const value = Reflect.get(target, name)
      if (name === 'prepare') {
        const event = events.getStore()
        if (event) event.queries += 1
        if (event && event.queries > QUERIES_AN_EVENT) {
          throw new Error('D1_ERROR: Too many API requests by single worker invocation.')
        }
      }
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
