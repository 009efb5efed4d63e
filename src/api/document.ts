// The OpenAPI document: made of the routes, by the schemas that check what goes in and out.

import type { Hono } from 'hono'
import { describeRoute, generateSpecs, resolver } from 'hono-openapi'
import * as z from 'zod'
import { SOUND_TYPES } from '../domain/voice-message/voice-message.ts'
import type { ApiEnv } from './access.ts'
import { webhooks } from './webhooks.ts'

const json = (schema: z.ZodType) => ({ 'application/json': { schema: resolver(schema) } })

const refusal = <Code extends string>(error: Code) => z.strictObject({ error: z.literal(error) })

/** What is answered where there is nothing to give. */
const REFUSALS = {
  BadRequest: {
    description: 'A parameter is missing or wrong',
    content: json(refusal('bad-request').extend({ faults: z.array(z.string()) })),
  },
  Unauthorized: {
    description: 'No token, or one that is not valid',
    content: json(refusal('unauthorized')),
  },
  TooMany: {
    description: 'Too many wrong tokens from this address: wait as long as Retry-After says',
    content: json(refusal('too-many')),
  },
  Forbidden: {
    description: 'The role of the token may not do this',
    content: json(refusal('forbidden')),
  },
  NotFound: {
    description: 'Not there, or not for this token',
    content: json(refusal('not-found')),
  },
  Fault: {
    description: 'A fault of ours; faultId finds it in the log',
    content: json(refusal('fault').extend({ faultId: z.string() })),
  },
}

const refused = (name: keyof typeof REFUSALS) => ({ $ref: `#/components/responses/${name}` })

/** Stands before a route: its name for clients, and what it gives. */
export const described = (operationId: string, summary: string, answer: z.ZodType) =>
  describeRoute({
    operationId,
    summary,
    responses: {
      200: {
        description: summary,
        headers: { ETag: { schema: { type: 'string' } } },
        content: json(answer),
      },
      304: { description: 'Unchanged since the ETag in If-None-Match' },
      400: refused('BadRequest'),
      401: refused('Unauthorized'),
      429: refused('TooMany'),
      403: refused('Forbidden'),
      404: refused('NotFound'),
      500: refused('Fault'),
    },
  })

/** As `described`, for a sound instead of JSON. */
export const describedSound = (operationId: string, summary: string) => {
  const schema = { type: 'string', contentEncoding: 'binary' } as const
  const content = Object.fromEntries(SOUND_TYPES.map((type) => [type, { schema }]))
  return describeRoute({
    operationId,
    summary,
    responses: {
      200: { description: summary, content },
      206: { description: 'The piece that Range asks for', content },
      304: { description: 'Unchanged since the ETag in If-None-Match' },
      400: refused('BadRequest'),
      401: refused('Unauthorized'),
      403: refused('Forbidden'),
      404: refused('NotFound'),
      416: { description: 'There is no such piece' },
      500: refused('Fault'),
    },
  })
}

/** `server` is where the routes are reached, such as https://lotse.example/api/v1. */
export async function documentOf(routes: Hono<ApiEnv>, server: string): Promise<object> {
  const document = await generateSpecs(routes, {
    documentation: {
      info: {
        title: 'Lotse',
        version: '1',
        description: 'Read access for case systems and statistics, limited by role and centres.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: server }],
      security: [{ token: [] }],
      components: {
        securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
        responses: REFUSALS,
      },
    },
  })
  return { ...document, webhooks }
}
