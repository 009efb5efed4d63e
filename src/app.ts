// Everything that is reached over HTTP. Knows no runtime: the doors serve it.

import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { routePath } from 'hono/route'
import * as z from 'zod'
import type { Deps } from './deps.ts'
import type { Conversation } from './flows/conversation/conversation.ts'
import { isSameSecret } from './flows/sign-in/same-secret.ts'
import { SECURITY_TEXT_PATH, securityText } from './http/security-text.ts'
import { faultFields } from './log.ts'
import type { TelegramUpdate } from './telegram/bot.ts'

// Telegram's largest update is a long text with its entities: far below this.
const LARGEST_UPDATE = 256 * 1024

const updateSchema = z.looseObject({ update_id: z.number().int().nonnegative() })

const tooLarge = bodyLimit({
  maxSize: LARGEST_UPDATE,
  onError: (c) => c.json({ error: 'too-large' }, 413),
})

export type AppParts = {
  deps: Deps
  /** Answers one update; throws where Telegram should deliver it again. Absent where it is not open. */
  answer: ((update: TelegramUpdate) => Promise<void>) | undefined
  /** The secret Telegram sends along; without one no update is taken. */
  webhookSecret: string | undefined
  conversation: Conversation
  /** Pages go out compressed: for a server that nothing stands before which does it. */
  compresses?: boolean
  /** How long a kiosk waits for a touch; only tests wait less. */
  patience?: { quiet: number; warned: number }
}

export function createApp(parts: AppParts): Hono {
  const { deps, answer, webhookSecret, conversation, compresses = false, patience } = parts
  const app = new Hono()

  app.onError((fault, c) => {
    const faultId = deps.newId().slice(0, 8)
    deps.log.error('request failed', { faultId, route: routePath(c), ...faultFields(fault) })
    return c.json({ error: 'fault', faultId }, 500)
  })

  app.get('/healthz', (c) => c.json({ up: true, version: deps.version }))
  app.get(SECURITY_TEXT_PATH, (c) => {
    const text = securityText(deps.config, deps.clock.now())
    return text ? c.text(text) : c.json({ error: 'not-found' }, 404)
  })
  app.get('/readyz', async (c) => {
    try {
      const { meta, disk } = deps.store
      const fault = (await meta.notReady()) ?? (await disk.trouble(deps.clock.now()))
      return fault ? c.json({ ready: false, ...fault }, 503) : c.json({ ready: true })
    } catch (fault) {
      deps.log.error('not ready', faultFields(fault))
      return c.json({ ready: false, why: 'database' }, 503)
    }
  })

  app.post(
    '/telegram',
    async (c, next) => {
      if (!answer) return c.json({ error: 'not-found' }, 404)
      const given = c.req.header('X-Telegram-Bot-Api-Secret-Token') ?? ''
      if (!webhookSecret || !isSameSecret(given, webhookSecret)) {
        return c.json({ error: 'unauthorized' }, 401)
      }
      await next()
    },
    async (c, next) => {
      // Where the length is said, nothing needs to be read to judge it.
      const said = c.req.header('transfer-encoding') ? undefined : c.req.header('content-length')
      if (Number(said) <= LARGEST_UPDATE) return await next()
      return await tooLarge(c, next)
    },
    async (c) => {
      const read = updateSchema.safeParse(await c.req.json().catch(() => undefined))
      if (!read.success) return c.json({ error: 'malformed-update' }, 400)
      try {
        await answer?.(read.data as unknown as TelegramUpdate)
      } catch {
        // Already logged where it was met; Telegram delivers the update again.
        return c.json({ error: 'try-again' }, 503)
      }
      return c.body(null, 200)
    },
  )

  // Loaded when first asked for: it is half of what Lotse weighs, and no chat waits for it.
  let desk: Hono | undefined
  const atDesk = async (c: Context) => {
    desk ??= await openDesk(deps)
    return await desk.fetch(c.req.raw, c.env)
  }
  for (const path of ['/staff', '/staff/*', '/api/*']) app.all(path, atDesk)

  // So is this one: no chat waits for the pages either.
  let web: Hono | undefined
  app.notFound(async (c) => {
    const { createWeb } = await import('./web/web.ts')
    web ??= createWeb({ deps, conversation, compresses, ...(patience ? { patience } : {}) })
    return await web.fetch(c.req.raw, c.env)
  })

  return app
}

/** What people at a desk and case systems reach. */
async function openDesk(deps: Deps): Promise<Hono> {
  const [{ createStaff }, { createApi }] = await Promise.all([
    import('./staff/staff.ts'),
    import('./api/api.ts'),
  ])
  const desk = new Hono()
  desk.notFound((c) => c.json({ error: 'not-found' }, 404))
  return desk.route('/', createStaff(deps)).route('/', createApi(deps))
}
