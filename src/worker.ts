// Door on Cloudflare Workers: requests and the clock of the cron trigger.

import { tickSafely } from './flows/upkeep/run-tick.ts'
import { logWatched } from './flows/upkeep/watched.ts'
import { beforeLaunch } from './runtime/worker/before-launch.ts'
import { CannotStart, type Env } from './runtime/worker/deps.ts'
import { type Door, openDoor } from './runtime/worker/door.ts'
import { asOneEvent } from './runtime/worker/queries.ts'
import { setUpFields } from './telegram/refusal.ts'

type Context = { waitUntil: (work: Promise<unknown>) => void }

let held: { env: Env; door: Door } | undefined

/**
 * The door of this isolate. Requests that come while it opens open their own: none waits for another. Into a
 * database that nobody uses yet a city may still be brought in, so it is looked at again for each request.
 */
async function doorOf(env: Env): Promise<Door> {
  if (held?.env === env) return held.door
  const door = await openDoor(env, { now: () => Date.now() })
  if (!(await door.deps.store.copies.isFree())) held = { env, door }
  return door
}

async function serve(request: Request, env: Env): Promise<Response> {
  try {
    const door = await doorOf(env)
    return (await beforeLaunch(door, request)) ?? (await door.app.fetch(request))
  } catch (fault) {
    return Response.json({ ready: false, why: whyNot(fault) }, { status: 503 })
  }
}

/** Says why Lotse cannot start; any other fault is thrown on. */
function whyNot(fault: unknown): CannotStart['why'] {
  if (!(fault instanceof CannotStart)) throw fault
  console.error(`Lotse cannot start.\n${fault.message}`)
  return fault.why
}

// No start comes before the first request, so the name that posters lead to is asked for here: once
// in the life of an isolate, because a deployment may have brought another bot's token.
let isNamed = false

async function nameBot({ deps, noteName }: Door): Promise<void> {
  try {
    await noteName()
    isNamed = true
  } catch (fault) {
    deps.log.warn('ask for the bot name failed', setUpFields(fault))
  }
}

/** Each quarter of an hour how it stands is written into the log: seven statements. */
const isWatched = (now: number) => new Date(now).getUTCMinutes() % 15 === 0

async function minute(env: Env): Promise<void> {
  const door = await doorOf(env).catch(whyNot)
  if (typeof door === 'string') return
  await tickSafely(door.deps, door.tick)
  if (isWatched(door.deps.clock.now())) await tickSafely(door.deps, () => logWatched(door.deps))
  if (!isNamed) await nameBot(door)
}

export default {
  fetch(request: Request, env: Env, context: Context): Promise<Response> {
    const answer = asOneEvent(() => serve(request, env))
    // Should Telegram hang up early, the work is still done to its end; it delivers again anyway.
    context.waitUntil(answer.catch(() => undefined))
    return answer
  },
  /** Each minute by the cron trigger. */
  scheduled: (_event: unknown, env: Env): Promise<void> => asOneEvent(() => minute(env)),
}
