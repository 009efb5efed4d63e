// How the bot asks for updates: https://core.telegram.org/bots/api#getting-updates
import * as z from 'zod'
import { badRequest } from '../api-error.ts'
import { method } from '../method.ts'
import { flag, inputFile, integer, structure } from '../schema.ts'

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']
const LONGEST_POLL_SECONDS = 50
const MOST_UPDATES = 100

const allowedUpdates = structure(z.array(z.string())).optional()
const none = z.strictObject({})

const webhookParams = z.strictObject({
  url: z.string(),
  certificate: inputFile.optional(),
  ip_address: z.string().optional(),
  max_connections: integer
    .refine((count) => count >= 1 && count <= 100, 'max_connections must be between 1 and 100')
    .optional(),
  allowed_updates: allowedUpdates,
  drop_pending_updates: flag.optional(),
  secret_token: z
    .string()
    .refine(
      (secret) => /^[A-Za-z0-9_-]{1,256}$/.test(secret),
      'secret token contains unallowed characters',
    )
    .optional(),
})

const pollParams = z.strictObject({
  offset: integer.optional(),
  limit: integer.optional(),
  timeout: integer.optional(),
  allowed_updates: allowedUpdates,
})

export const updateMethods = {
  setWebhook: method(webhookParams, (world, params) => {
    const target = params.url && {
      url: webhookUrl(params.url),
      secretToken: params.secret_token,
      maxConnections: params.max_connections ?? 40,
    }
    const drop = params.drop_pending_updates ?? false
    world.delivery.setWebhook(target || null, drop, params.allowed_updates)
    return true
  }),

  deleteWebhook: method(
    z.strictObject({ drop_pending_updates: flag.optional() }),
    (world, params) => {
      world.delivery.setWebhook(null, params.drop_pending_updates ?? false)
      return true
    },
  ),

  getWebhookInfo: method(none, (world) => world.delivery.webhookInfo()),

  getUpdates: method(pollParams, (world, params, signal) =>
    world.delivery.poll(
      {
        offset: params.offset ?? 0,
        limit: Math.min(Math.max(params.limit ?? MOST_UPDATES, 1), MOST_UPDATES),
        timeout: Math.min(params.timeout ?? 0, LONGEST_POLL_SECONDS),
        signal,
      },
      params.allowed_updates,
    ),
  ),
}

/** Telegram insists on HTTPS; on this machine itself plain HTTP will do. */
function webhookUrl(text: string) {
  const url = URL.parse(text)
  if (!url) throw badRequest('bad webhook: invalid webhook URL specified')
  if (url.protocol === 'https:' || LOOPBACK.includes(url.hostname)) return text
  throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
}
