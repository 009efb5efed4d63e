// What the OpenAPI document says of the calls that Lotse makes.

import * as z from 'zod'
import { WEBHOOK_EVENTS, type WebhookEvent, webhookBody } from '../domain/appointment/webhooks.ts'

const SUMMARIES: Record<WebhookEvent, string> = {
  'intake.submitted': 'A request was submitted',
  'care.changed':
    '`care` of a request changed by an act; that the day of `care.until` has come is none',
  'appointment.changed':
    'An appointment was made, moved, cancelled, attended or missed, or something became of an interpreter for it',
}

const HEADERS = {
  'Lotse-Event': 'The event',
  'webhook-id': 'The same in every try of one call',
  'webhook-timestamp': 'When this try was made, in seconds; refuse older than 5 minutes',
  'webhook-signature':
    'v1,BASE64: as https://www.standardwebhooks.com says, with the secret (whsec_…)',
}

export const webhooks = Object.fromEntries(
  WEBHOOK_EVENTS.map((event) => [event, { post: described(event) }]),
)

function described(event: WebhookEvent) {
  const { $schema: _, ...schema } = z.toJSONSchema(webhookBody(event), { io: 'input' })
  return {
    operationId: `on${event.replace(/(?:^|\.)(\w)/g, (_, first: string) => first.toUpperCase())}`,
    summary: SUMMARIES[event],
    description:
      'Codes, times, states, a language and a wish, but no name, telephone number or answer. `data` is as it stands when the call is made; calls may come twice and in another order. Any answer but 2xx is tried again, eight times in two days.',
    security: [],
    parameters: Object.entries(HEADERS).map(([name, description]) => ({
      name,
      in: 'header',
      required: true,
      description,
      schema: { type: 'string' as const },
    })),
    requestBody: { required: true, content: { 'application/json': { schema } } },
    responses: { 200: { description: 'Taken' } },
  }
}
