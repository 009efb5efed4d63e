// The page of the simulator: a chat in the browser, for several people at once.
import { readFileSync } from 'node:fs'
import { Hono, type MiddlewareHandler } from 'hono'
import { streamSSE } from 'hono/streaming'
import * as z from 'zod'
import { createActs } from './acts.ts'
import { pageHtml } from './page-html.ts'
import { eventView, worldView } from './page-view.ts'
import { addNamed, addPerson, fillWorld } from './people.ts'
import type { World } from './world.ts'

export type PageOptions = {
  world: World
  /** Moves the clock of the demo by so many milliseconds; resolves when what fell due is done. */
  advance: (ms: number) => void | Promise<void>
  staffUrl: string
  webUrl?: string
  /** Begins anew with a new town; absent: there is none. */
  beginAnew?: () => Promise<void>
  /** Where the page is mounted. */
  basePath?: string
}

const HOUR_MS = 3_600_000
const KEEP_ALIVE_MS = 25_000

const ASSETS: Record<string, string> = {
  'at-desk.js': 'text/javascript',
  'bubble.js': 'text/javascript',
  'chats.js': 'text/javascript',
  'first.css': 'text/css',
  'first.js': 'text/javascript',
  'stories.js': 'text/javascript',
  'composer.js': 'text/javascript',
  'formatted-text.js': 'text/javascript',
  'in-sight.js': 'text/javascript',
  'inside.js': 'text/javascript',
  'main.js': 'text/javascript',
  'notices.js': 'text/javascript',
  'people.js': 'text/javascript',
  'chat.css': 'text/css',
  'composer.css': 'text/css',
  'people.css': 'text/css',
  'simulator.css': 'text/css',
}

const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
// Whatever the bot uploads stays a file: it may be shown or played, never run.
const FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

const act = z.discriminatedUnion('act', [
  z.object({ act: z.literal('text'), text: z.string().trim().min(1).max(4096) }),
  z.object({ act: z.literal('edit'), text: z.string().trim().min(1).max(4096) }),
  z.object({ act: z.literal('tap'), messageId: z.int(), data: z.string() }),
  z.object({
    act: z.enum(['photo', 'sticker', 'voice', 'contact', 'location', 'block', 'unblock']),
  }),
])
const newcomer = z.object({ name: z.string().min(1).max(40).optional() })
const jump = z.object({ hours: z.union([z.literal(1), z.literal(24)]) })

/**
 * A Hono app to mount at `basePath` ("/simulator"). Its requests change something only as JSON, which
 * another site's page cannot send.
 */
export function createSimulatorPage(options: PageOptions) {
  const { world, advance, staffUrl, webUrl, beginAnew, basePath = '/simulator' } = options
  const app = new Hono()

  app.get('/', (c) => {
    fillWorld(world)
    c.header('content-security-policy', PAGE_POLICY)
    c.header('referrer-policy', 'same-origin')
    return c.html(pageHtml({ basePath, staffUrl, webUrl, botName: world.bot.first_name }))
  })

  app.get('/assets/:name', (c) => {
    const name = c.req.param('name')
    const type = Object.hasOwn(ASSETS, name) ? ASSETS[name] : undefined
    if (!type) return c.notFound()
    const content = readFileSync(new URL(`./assets/${name}`, import.meta.url))
    const headers = { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' }
    return c.body(content, 200, headers)
  })

  app.get('/files/:id', (c) => {
    const file = world.files.get(c.req.param('id'))
    if (!file) return c.notFound()
    const shown = /^(image|audio)\//.test(file.type) ? 'inline' : 'attachment'
    return c.body(file.bytes, 200, {
      'content-type': file.type,
      'content-disposition': `${shown}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'content-security-policy': FILE_POLICY,
      'x-content-type-options': 'nosniff',
    })
  })

  app.get('/events', (c) =>
    streamSSE(c, async (stream) => {
      const send = (view: object) => stream.writeSSE({ data: JSON.stringify(view) })
      const first = send(worldView(world))
      const stop = world.listen((event) => void send(eventView(world, event)))
      stream.onAbort(stop)
      await first
      while (!stream.aborted) {
        await stream.sleep(KEEP_ALIVE_MS)
        await stream.writeSSE({ event: 'alive', data: '' })
      }
    }),
  )

  app.post('/people', jsonOnly, async (c) => {
    const wanted = newcomer.safeParse(await c.req.json().catch(() => ({})))
    const name = wanted.success ? wanted.data.name : undefined
    return c.json({ chatId: (name ? addNamed(world, name) : addPerson(world)).chat.id })
  })

  app.post('/people/:chatId/acts', jsonOnly, async (c) => {
    const wanted = act.safeParse(await c.req.json().catch(() => null))
    const conversation = world.chats.get(Number(c.req.param('chatId')))
    if (!wanted.success || !conversation?.user) return c.json({ error: 'bad request' }, 400)
    const { user, chat } = conversation
    try {
      // The page does not wait for the bot: what it does comes as events.
      void carryOut(createActs(world, { user, chat }), wanted.data)
      return c.json({})
    } catch (error) {
      return c.json({ error: error instanceof Error ? error.message : '' }, 409)
    }
  })

  app.post('/clock', jsonOnly, async (c) => {
    const wanted = jump.safeParse(await c.req.json().catch(() => null))
    if (!wanted.success) return c.json({ error: 'bad request' }, 400)
    await advance(wanted.data.hours * HOUR_MS)
    world.emit({ kind: 'clock', now: world.now() })
    return c.json({ now: world.now() })
  })

  // Another one after each beginning: a page that waits for it may look too seldom to see that nobody answered.
  const beginning = crypto.randomUUID()
  app.get('/beginning', (c) => c.json({ beginning }))

  let anew = false
  app.post('/new', jsonOnly, (c) => {
    if (!beginAnew) return c.json({ error: 'no town' }, 404)
    // Whoever asks is answered before the server they ask is gone.
    if (!anew) setTimeout(() => void beginAnew(), SOON_MS)
    anew = true
    return c.json({}, 202)
  })

  return app
}

const SOON_MS = 50

const jsonOnly: MiddlewareHandler = async (c, next) => {
  const isJson = c.req.header('content-type')?.startsWith('application/json')
  return isJson ? await next() : c.json({ error: 'JSON only' }, 415)
}

function carryOut(acts: ReturnType<typeof createActs>, wanted: z.output<typeof act>) {
  switch (wanted.act) {
    case 'text':
      return acts.writes(wanted.text)
    case 'edit':
      return acts.edits(wanted.text)
    case 'tap':
      return acts.taps(wanted.messageId, wanted.data)
    case 'photo':
      return acts.sendsPhoto()
    case 'sticker':
      return acts.sendsSticker()
    case 'voice':
      return acts.sendsVoice()
    case 'contact':
      return acts.sendsContact()
    case 'location':
      return acts.sendsLocation()
    case 'block':
      return acts.blocks()
    case 'unblock':
      return acts.unblocks()
  }
}
