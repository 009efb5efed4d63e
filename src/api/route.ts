// What a route of the API is: who may, what it takes, what it gives.

import type { Context } from 'hono'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { Action } from '../domain/people/rights.ts'
import type { Caller } from '../flows/staff/caller.ts'

type ApiContext = {
  c: Context
  deps: Deps
  caller: Caller
  /** Query parameters, checked by `query`. */
  query: Record<string, unknown>
}

export type ApiRoute = {
  /** Below /api/v1, parameters as `{id}`. */
  path: `/${string}`
  action: Action
  summary: string
  query: z.ZodObject
  answer: z.ZodType
  /** The answer, or `null` where there is no such thing for the caller. */
  handle: (context: ApiContext) => Promise<unknown>
}
