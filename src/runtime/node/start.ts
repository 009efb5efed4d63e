// A start on Node: settings, database, server; a simulated Telegram where there is no token.

import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import type { Hono } from 'hono'
import { createApp } from '../../app.ts'
import { readCities } from '../../config/cities.ts'
import { withFiles } from '../../config/from-files.ts'
import type { Config } from '../../config/settings.ts'
import type { Deps } from '../../deps.ts'
import { createConversation } from '../../flows/conversation/conversation.ts'
import { launchOpen, launchSentence } from '../../flows/launch.ts'
import type { Messengers } from '../../flows/outbox/messenger.ts'
import { takeMadeUpAway } from '../../flows/upkeep/made-up.ts'
import type { Tick } from '../../flows/upkeep/run-tick.ts'
import { createBot } from '../../telegram/bot.ts'
import { virtualTimer } from '../../telegram/virtual-timer.ts'
import { pageMessenger } from '../../web/messenger.ts'
import { createAuditWatch } from './audit-watch.ts'
import { connect } from './connect.ts'
import { speakSoon } from './demo-voices.ts'
import { CannotStart, notReadySentence, openDeps } from './deps.ts'
import { bringErasedUpToDate } from './erased.ts'
import { greet } from './greet.ts'
import type { Metrics } from './metrics.ts'
import { sweepOpenCopies } from './open-copies.ts'
import { endServing, listen } from './serve.ts'
import { serveMetrics } from './serve-metrics.ts'
import { steadyClock } from './steady-clock.ts'
import { telegramAt } from './telegram-way.ts'
import { lookAfterUncleanEnd, noteBegin, noteEnd } from './unclean-end.ts'
import { unusableSentence } from './unusable.ts'
import { leaveThrough } from './way-out.ts'

const DEMO_TOKEN = '4242:demo'
const LONGEST_FAREWELL = 5000
// What is due, and what Telegram is told, waits so long after a start, ms: people who write are answered first.
const UNHURRIED = 500
const AFTER_START = 2000
const BETWEEN_STEPS = 20

/** Starts every city; ends the process with a line an operator can act on where one cannot start. */
export async function start(env: NodeJS.ProcessEnv): Promise<void> {
  try {
    await startCities(env)
    flushCompileCache()
    // From here on garbage is collected sooner than V8 would by itself: a third less memory for about 5 % of CPU. Not
    // before, since a start makes much that stays.
    setFlagsFromString('--heap-growing-percent=50')
  } catch (fault) {
    if (!(fault instanceof CannotStart)) throw fault
    process.stderr.write(`Lotse cannot start.\n${fault.message}\n`)
    process.exit(1)
  }
}

async function startCities(env: NodeJS.ProcessEnv): Promise<void> {
  const read = withFiles(env, (file) => readFileSync(file, 'utf8'), readCities)
  if ('faults' in read) throw new CannotStart(read.faults.join('\n'))
  leaveThrough(read.cities[0]?.proxy)
  // Side by side: a city whose Telegram does not answer keeps no other one waiting.
  const running: (() => Promise<void> | void)[] = []
  stopOn(['SIGINT', 'SIGTERM'], async () => {
    await Promise.all(running.map((stop) => stop()))
  })
  const shown = read.cities[0]?.metrics
  const metrics = shown && (await import('./metrics.ts')).createMetrics()
  if (shown && metrics) running.push(await serveMetrics(metrics, shown))
  const started = read.cities.map(async (config) => running.push(await keepCity(config, metrics)))
  await Promise.all(started)
}

/** Starts one city; a demo begins anew whenever somebody wants it to. @returns what ends it */
async function keepCity(config: Config, metrics?: Metrics): Promise<() => Promise<void>> {
  if (config.mode === 'live') return await startCity(config, metrics)
  const { isTownMissing, makeTown } = await import('./demo.ts')
  const now = () => Date.now()
  if (isTownMissing(config)) (await makeTown(config, now()))()
  const beginAnew = async () => {
    const puts = await makeTown(config, now())
    await stop()
    puts()
    stop = await startCity(config, metrics, beginAnew)
  }
  let stop = await startCity(config, metrics, beginAnew)
  return () => stop()
}

/** Starts one city: its database, bot and server. `beginAnew`: of a demo. @returns what ends it */
async function startCity(
  config: Config,
  metrics?: Metrics,
  beginAnew?: () => Promise<void>,
): Promise<() => Promise<void>> {
  try {
    return await open(config, metrics, beginAnew)
  } catch (fault) {
    const why = unusableSentence(config.databaseFile, fault)
    throw why === undefined ? fault : new CannotStart(why)
  }
}

async function open(
  config: Config,
  metrics?: Metrics,
  beginAnew = async () => {},
): Promise<() => Promise<void>> {
  // In the demo a visitor moves the clock forward to see reminders and expiry.
  let ahead = 0
  const isSteady = steadyClock({ wall: Date.now, elapsed: () => performance.now() })
  const clock = { now: () => Date.now() + ahead, isSteady }
  const { databaseFile } = config
  const looked = lookAfterUncleanEnd(databaseFile)
  if (looked?.wrong) {
    throw new CannotStart(`${notReadySentence({ why: 'damaged', names: [looked.wrong] })}`)
  }
  const deps = await openDeps(config, clock, metrics)
  if (looked?.isHeld) deps.log.warn('database in use')
  else if (looked) deps.log.warn('unclean end', { looked: 'whole', ms: looked.ms })
  const fault = await deps.store.meta.notReady()
  if (fault) throw new CannotStart(notReadySentence(fault))
  const root = `http://127.0.0.1:${config.port}`
  const demo = config.mode === 'demo'
  // The demo lets everybody in: a token that got lost must not open a real database to them.
  if (demo && (await deps.store.meta.isLive())) {
    await deps.store.close()
    throw new CannotStart(
      'BOT_TOKEN, DOORS: both missing, and this database is no demo: Lotse has run live on it',
    )
  }
  if (!demo) {
    await takeMadeUpAway(deps)
    const lacks = await launchOpen(deps)
    if (lacks.length > 0) {
      await deps.store.close()
      throw new CannotStart(launchSentence(config.profile, lacks))
    }
    await deps.store.meta.noteLive()
  }
  const secret = config.webhookSecret ?? randomBytes(24).toString('hex')
  const apiRoot = demo ? `${root}/simulator/telegram` : config.telegramApiRoot
  const conversation = createConversation(deps)
  const bot = config.doors.telegram
    ? createBot(deps, conversation, {
        ...telegramAt(config.botToken ?? DEMO_TOKEN, apiRoot, config.proxy),
        // Nobody in front of a demo waits for the pace of a Telegram that is its own.
        ...(demo ? { timer: virtualTimer() } : {}),
      })
    : undefined
  const messengers: Messengers = {
    ...(bot ? { telegram: bot.messenger } : {}),
    ...(config.doors.web ? { web: pageMessenger } : {}),
  }
  const app = createApp({
    deps,
    conversation,
    answer: bot?.answer,
    webhookSecret: secret,
    // A demo's pages are looked through once more (stay-inside.ts), and go no far way.
    compresses: !demo,
  })
  const stopping = new AbortController()
  const wait = (ms: number) => sleep(ms, undefined, { signal: stopping.signal }).catch(() => {})
  noteBegin(databaseFile)
  await bringErasedUpToDate(deps)
  // Read with the first tick: people who write are answered before.
  const upkeep = () => import('../../flows/upkeep/run-tick.ts')
  let due: Promise<Tick> | undefined
  // Until the first tick its age is that of the start.
  let tickedAt = clock.now()
  const audit = createAuditWatch(deps, stopping.signal)
  metrics?.add({ deps, audit, tickedAt: () => tickedAt })
  const tick: Tick = async () => {
    due ??= upkeep().then(({ createTick }) =>
      createTick(deps, messengers, { wait, stopping: stopping.signal }),
    )
    await (await due)()
    sweepOpenCopies(databaseFile)
    await deps.store.disk.settle(clock.now())
    tickedAt = clock.now()
    if (metrics) void audit.look()
  }
  let serves: Hono['fetch'] = app.fetch
  if (demo) {
    const { openSimulator, asDemo } = await import('./demo.ts')
    const move = (ms: number) => {
      ahead += ms
    }
    await openSimulator(app, { deps, token: DEMO_TOKEN, tick, move, beginAnew })
    serves = asDemo(deps, tick, app.fetch)
  }
  const server = await listen(serves, config.port, config.host)
  const url = demo ? `${root}/telegram` : webhookUrl(deps)
  let connection: Awaited<ReturnType<typeof connect>>
  const connecting = async () => {
    if (bot && !stopping.signal.aborted) connection = await connect(deps, bot, url, secret)
    if (stopping.signal.aborted) await connection?.stop()
  }
  if (demo) await connecting()
  const minute = async () => (await upkeep()).tickSafely(deps, tick)
  const minutes = wait(UNHURRIED).then(async () => {
    if (stopping.signal.aborted) return undefined
    if (!demo) void connecting()
    const { eachMinute } = await import('./minutely.ts')
    return eachMinute(deps.log, minute, { first: 0 })
  })
  greet(deps, root)
  const speaking = demo ? speakSoon(deps, stopping.signal) : undefined
  // The words of danger are put together once, in steps: neither the start nor whoever taps or writes waits for it.
  const prepare = () => deps.i18n.prepareToHear() && void setTimeout(prepare, BETWEEN_STEPS).unref()
  setTimeout(prepare, AFTER_START).unref()
  return async () => {
    stopping.abort()
    const begun = await minutes
    await begun?.end()
    await connection?.stop()
    // What is on its way arrives and is noted, so that nobody is told twice.
    const working = Promise.race([
      Promise.all([begun?.settled(), speaking]),
      sleep(LONGEST_FAREWELL),
    ])
    await Promise.all([working, endServing(server, demo ? 0 : LONGEST_FAREWELL)])
    await noteEnd(deps).catch(() => {})
    await deps.store.close()
  }
}

function webhookUrl(deps: Deps): string | undefined {
  const { publicUrl } = deps.config
  return publicUrl ? `${publicUrl}/telegram` : undefined
}

function stopOn(signals: readonly NodeJS.Signals[], stop: () => Promise<void>): void {
  let stopping = false
  for (const signal of signals) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
  }
}
