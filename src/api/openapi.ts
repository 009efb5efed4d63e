// The OpenAPI document, made of the same schemas that check what goes in and out.

import { z } from 'zod'
import { WEBHOOK_EVENTS, type WebhookEvent, webhookBody } from '../domain/appointment/webhooks.ts'
import type { ApiRoute } from './route.ts'

const errorSchema = z.strictObject({ error: z.string() })

const jsonSchema = (schema: z.ZodType) => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' })
  return rest
}
const refused = (description: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
})

/** `server` is where the API is reached, such as https://lotse.example/api/v1. */
export function openApi(routes: readonly ApiRoute[], server: string): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Lotse',
      version: '1',
      description: 'Read access for case systems and statistics, limited by role and centres.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: server }],
    security: [{ token: [] }],
    paths: Object.fromEntries(routes.map((route) => [route.path, { get: operation(route) }])),
    webhooks: Object.fromEntries(WEBHOOK_EVENTS.map((event) => [event, { post: webhook(event) }])),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Error: jsonSchema(errorSchema) },
    },
  }
}

const WEBHOOK_SUMMARIES: Record<WebhookEvent, string> = {
  'intake.submitted': 'A request was submitted',
  'appointment.changed': 'An appointment was made, moved, cancelled, attended or missed',
}

const header = (name: string, description: string) => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
})

/** A call that Lotse makes. */
function webhook(event: WebhookEvent): object {
  return {
    operationId: `on${event.replace(/(?:^|\.)(\w)/g, (_, first: string) => first.toUpperCase())}`,
    summary: WEBHOOK_SUMMARIES[event],
    description:
      'Codes and ids only. `data` is as it stands when the call is made; calls may come twice and in another order. Any answer but 2xx is tried again, eight times in two days.',
    security: [],
    parameters: [
      header('Lotse-Event', 'The event'),
      header('webhook-id', 'The same in every try of one call'),
      header(
        'webhook-timestamp',
        'When this try was made, in seconds; refuse older than 5 minutes',
      ),
      header(
        'webhook-signature',
        'v1,BASE64: as https://www.standardwebhooks.com says, with the secret (whsec_…)',
      ),
    ],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: jsonSchema(webhookBody(event)) } },
    },
    responses: { 200: { description: 'Taken' } },
  }
}

function operation({ path, summary, query, answer }: ApiRoute): object {
  return {
    operationId: `get${path.replace(/[/{]+(\w)/g, (_, first: string) => first.toUpperCase()).replaceAll('}', '')}`,
    summary,
    parameters: [
      ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
        name,
        in: 'path',
        required: true,
        schema: { type: 'string' },
      })),
      ...Object.entries(query.shape).map(([name, schema]) => ({
        name,
        in: 'query',
        required: !(schema as z.ZodType).safeParse(undefined).success,
        schema: jsonSchema(schema as z.ZodType),
      })),
    ],
    responses: {
      200: {
        description: summary,
        headers: { ETag: { schema: { type: 'string' } } },
        content: { 'application/json': { schema: jsonSchema(answer) } },
      },
      304: { description: 'Unchanged since the ETag in If-None-Match' },
      400: refused('A parameter is missing or wrong'),
      401: refused('No token, or one that is not valid'),
      403: refused('The role of the token may not do this'),
      404: refused('Not there, or not for this token'),
    },
  }
}
