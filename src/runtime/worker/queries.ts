// Queries counted where they reach D1, which answers a thousand of one event and refuses the rest.

import { AsyncLocalStorage } from 'node:async_hooks'
import type { QueryBudget } from '../../flows/query-budget.ts'

// Fifty below: what is written at the end, and the line of the log each quarter of an hour.
const AN_EVENT = 950

type Event = { left: number; held: number }
const events = new AsyncLocalStorage<Event>()

/** Runs what one event does: its queries are counted by themselves. */
export const asOneEvent = <Result>(work: () => Result): Result =>
  events.run({ left: AN_EVENT, held: 0 }, work)

/** Of the event that is under way. */
export const queries: QueryBudget = {
  spare() {
    const event = events.getStore()
    return event ? event.left - event.held : AN_EVENT
  },
  hold(most) {
    const event = events.getStore()
    if (event) event.held += most
    return () => {
      if (event) event.held -= most
    }
  },
}

/** The same database, each of whose statements counts. */
export function countingQueries<Binding extends object>(binding: Binding): Binding {
  return new Proxy(binding, {
    get(target, name) {
      const value = Reflect.get(target, name)
      if (name === 'prepare') {
        const event = events.getStore()
        if (event) event.left -= 1
      }
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
