// How often the database is asked, counted where the store asks it.

import type { Database } from '../../src/store/engine/database.ts'

export type Count = { statements: number }

// A batch goes to the database as one.
const ASKING = new Set<string | symbol>([
  '$queryRawUnsafe',
  '$executeRawUnsafe',
  'all',
  'first',
  'run',
  'batch',
  'batchIf',
])

/** The database with a count of what is sent to it: raw statements, and what sign-in asks of models. */
export function counted<Client extends Database>(db: Client, count: Count): Client {
  return new Proxy(db, {
    get(client, name) {
      if (ASKING.has(name)) count.statements += 1
      const found: unknown = Reflect.get(client, name)
      return isModel(found) ? countedModel(found, count) : found
    },
  })
}

function isModel(found: unknown): found is object {
  return typeof found === 'object' && found !== null && 'findFirst' in found
}

function countedModel(model: object, count: Count): object {
  return new Proxy(model, {
    get(target, name) {
      const found: unknown = Reflect.get(target, name)
      if (typeof found !== 'function') return found
      return (...values: unknown[]) => {
        count.statements += 1
        return found.apply(target, values)
      }
    },
  })
}

/** A D1 binding with the same count: one `prepare` is one statement. */
export function countedBinding<Binding extends object>(binding: Binding, count: Count): Binding {
  return new Proxy(binding, {
    get(target, name) {
      const value = Reflect.get(target, name)
      if (name === 'prepare') count.statements += 1
      if (name === 'batch') {
        return (statements: unknown[]) => {
          count.statements -= statements.length - 1
          return (value as (list: unknown[]) => unknown).call(target, statements)
        }
      }
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
