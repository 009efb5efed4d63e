// D1 tells no column types, so Prisma's adapter guesses: a text that looks like an instant comes back
// as a Date. The store keeps instants as text, on every engine.

/** A Prisma client whose raw queries give back text where text is stored. */
export function withTextInstants<Client extends Extensible>(client: Client): Client {
  const $queryRawUnsafe = async ({ args, query }: RawCall) => asText(await query(args))
  return client.$extends({ query: { $queryRawUnsafe } } as never) as Client
}

type RawCall = { args: unknown; query: (args: unknown) => Promise<unknown> }
type Extensible = { $extends: (extension: never) => unknown }

function asText(rows: unknown): unknown {
  if (!Array.isArray(rows)) return rows
  for (const row of rows as Record<string, unknown>[]) {
    for (const [column, value] of Object.entries(row)) {
      if (value instanceof Date) row[column] = value.toISOString()
    }
  }
  return rows
}
