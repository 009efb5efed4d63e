// The simulator as the demo and the tests use it: Bot API, page and world in one piece.
import { createBotApi } from './bot-api.ts'
import { perform } from './methods.ts'
import { createSimulatorPage } from './page.ts'
import { createTelegramFetch } from './telegram-fetch.ts'
import { createWorld, type WorldOptions } from './world.ts'

export type SimulatorOptions = Omit<WorldOptions, 'now'> & {
  /** The bot's token; calls with another one are refused with 401. */
  token: string
  /** The clock all of the program goes by; `advance` moves it forward, in milliseconds, and
   *  resolves when what fell due meanwhile is done. */
  clock: { now(): number; advance(ms: number): void | Promise<void> }
  /** Where the page's link to the staff dashboard leads. */
  staffUrl: string
  /** Where the same talk is as pages, which stand beside the chat where there is room; absent: nowhere. */
  webUrl?: string
  /** Begins anew with a new town; absent: there is none. */
  beginAnew?: () => Promise<void>
  /** Where `page` is mounted: "/simulator" when left out. */
  basePath?: string
}

/**
 * Starts an empty simulated Telegram.
 *
 * - `api`: a Hono app with `/bot<token>/<method>`; mount it, and give the bot that address as the
 *   root of the Bot API.
 * - `page`: a Hono app with the chat in the browser, to be mounted at `basePath`. Its event stream
 *   stays open as long as a browser looks, so close connections when the server stops.
 * - `world`: the state behind it, people included.
 * - `telegramFetch`: `fetch` straight into `api`, for a bot in the same process (no socket).
 */
export function createSimulator(options: SimulatorOptions) {
  const { token, clock, staffUrl, webUrl, beginAnew, basePath = '/simulator', ...rest } = options
  const world = createWorld({ ...rest, now: () => clock.now() }, perform)
  const api = createBotApi({ world, token })
  const advance = (ms: number) => clock.advance(ms)
  const page = createSimulatorPage({
    world,
    advance,
    staffUrl,
    basePath,
    ...(webUrl ? { webUrl } : {}),
    ...(beginAnew ? { beginAnew } : {}),
  })
  return { api, page, world, telegramFetch: createTelegramFetch(api) }
}
