// The simulator as the demo and the tests use it: Bot API, page and world in one piece.
import { createBotApi } from './bot-api.ts'
import { createTelegramFetch } from './telegram-fetch.ts'
import { createWorld, type WorldOptions } from './world.ts'

export type SimulatorOptions = Omit<WorldOptions, 'now'> & {
  /** The bot's token; calls with another one are refused with 401. */
  token: string
  /** The clock all of the program goes by; `advance` moves it forward, in milliseconds. */
  clock: { now(): number; advance(ms: number): void }
  /** Where the page's link to the staff dashboard leads. */
  staffUrl: string
}

/**
 * Starts an empty simulated Telegram.
 *
 * - `api`: a Hono app with `/bot<token>/<method>` and `/file/bot<token>/<path>`; mount it, and give
 *   the bot that address as the root of the Bot API.
 * - `world`: the state behind it; people come in with `createActor(world, …)`.
 * - `telegramFetch`: `fetch` straight into `api`, for a bot in the same process (no socket).
 */
export function createSimulator({ token, clock, ...options }: SimulatorOptions) {
  const world = createWorld({ ...options, now: () => clock.now() })
  const api = createBotApi({ world, token })
  return { api, world, telegramFetch: createTelegramFetch(api) }
}
