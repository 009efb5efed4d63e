// What a Bot API method is: a schema of its parameters and what it does with them.
import type { z } from 'zod'
import { read } from './schema.ts'
import type { World } from './world.ts'

export type Method = (
  world: World,
  params: Record<string, unknown>,
  signal?: AbortSignal,
) => unknown

/** A method that reads its parameters by `schema` before it runs. */
export function method<T extends z.ZodType>(
  schema: T,
  run: (world: World, params: z.output<T>, signal?: AbortSignal) => unknown,
): Method {
  return (world, params, signal) => run(world, read(schema, params), signal)
}
