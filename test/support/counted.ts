// How often the database is asked, counted where the store asks it.

import type { Database } from '../../src/store/database.ts'

export type Count = { statements: number }

/** The database with a count of what the store sends to it. */
export function counted<Client extends Database>(db: Client, count: Count): Client {
  return new Proxy(db, {
    get(client, name) {
      if (name === '$queryRawUnsafe' || name === '$executeRawUnsafe') count.statements += 1
      return Reflect.get(client, name)
    },
  })
}

/** A D1 binding with the same count: one `prepare` is one statement. */
export function countedBinding<Binding extends object>(binding: Binding, count: Count): Binding {
  return new Proxy(binding, {
    get(target, name) {
      const value = Reflect.get(target, name)
      if (name === 'prepare') count.statements += 1
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
