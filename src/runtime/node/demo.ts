// The demo on Node: its simulated Telegram, its town, and how it begins anew.

import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import type { Hono } from 'hono'
import type { Config } from '../../config/settings.ts'
import type { Deps } from '../../deps.ts'
import { currentCity } from '../../flows/city.ts'
import { openDemo } from '../../flows/sign-in/demo.ts'
import { type Tick, tickSafely } from '../../flows/upkeep/run-tick.ts'
import { createFirstPage } from '../../simulator/first-page.ts'
import { createSimulator } from '../../simulator/simulator.ts'
import { stayInside } from '../../simulator/stay-inside.ts'
import { createChance } from '../../simulator/town/chance.ts'
import { letLive, OPEN_DAILY_FOR } from '../../simulator/town/town.ts'
import { moveClock } from './demo-clock.ts'
import { openDeps } from './deps.ts'
import { erasedBeside } from './erased.ts'
import { onDisk } from './on-disk.ts'
import { noteEnd } from './unclean-end.ts'

// One seed and one day give one town.
const SEED = 2026

/** Whether the demo has no database yet: then a town is made for it. */
export const isTownMissing = ({ databaseFile, remote }: Config): boolean =>
  !remote && !(existsSync(databaseFile) && statSync(databaseFile).size > 0)

/**
 * Makes a town up to `now` (epoch milliseconds) in a file beside the database, and returns how it takes the
 * database's place. Cut off anywhere before, there is no town, and the next start makes it.
 */
export async function makeTown(config: Config, now: number): Promise<() => void> {
  const making = `${config.databaseFile}.making`
  throwAway(making)
  const clock = { at: now - OPEN_DAILY_FOR, now: () => clock.at }
  const aside = { ...config, databaseFile: making, logLevel: 'error' } as const
  const opened = await openDeps(aside, clock, undefined, { isHasty: true })
  const chance = createChance(SEED)
  let ids = 0
  const hex = (number: number, digits: number) => number.toString(16).padStart(digits, '0')
  const newId = () => `${hex(chance.below(2 ** 32), 8)}-0000-4000-8000-${hex(++ids, 12)}`
  const deps = { ...opened, random: chance.below, newId }
  await openDemo(deps)
  await letLive(deps, clock, { until: now, seed: SEED })
  await noteEnd(deps)
  await deps.store.close()
  return () => {
    onDisk(making)
    throwAway(config.databaseFile)
    rmSync(erasedBeside(config.databaseFile), { force: true })
    renameSync(making, config.databaseFile)
  }
}

function throwAway(file: string): void {
  const parts = ['', '-journal', '-wal', '-shm'].map((part) => `${file}${part}`)
  for (const part of parts) if (existsSync(part)) rmSync(part)
}

type Demo = {
  deps: Deps
  /** Of its bot. */
  token: string
  tick: Tick
  /** Moves the demo's clock by so many milliseconds. */
  move: (ms: number) => void
  /** Begins anew with a new town. */
  beginAnew: () => Promise<void>
}

/** Opens the demo's accounts, and puts its Telegram and its pages beside Lotse's own. */
export async function openSimulator(app: Hono, { deps, token, tick, move, beginAnew }: Demo) {
  const code = await openDemo(deps)
  // One after the other: two presses of "1 day" are two days, however quick the second is.
  let moved = Promise.resolve()
  const advance = (ms: number) => {
    moved = moved.catch(() => {}).then(() => moveClock(deps, tick, move, ms))
    return moved
  }
  const simulator = createSimulator({
    token,
    clock: { now: deps.clock.now, advance },
    fetch: (url, init) => fetch(url, init),
    staffUrl: '/staff',
    webUrl: '/',
    beginAnew,
  })
  const { profile } = await currentCity(deps)
  app.route('/demo', createFirstPage({ profile, code, port: deps.config.port }))
  app.route('/simulator', simulator.page)
  app.route('/simulator/telegram', simulator.api)
}

/**
 * What a demo answers: nothing in it leads outside, and what staff do is seen at once. Nobody in front of a demo waits
 * for the next minute.
 */
export function asDemo(deps: Deps, tick: Tick, fetch: Hono['fetch']): Hono['fetch'] {
  const inside = stayInside(fetch, deps.config.port)
  return async (request, ...rest) => {
    const answer = await inside(request, ...rest)
    const isForm = request.method === 'POST' && new URL(request.url).pathname.startsWith('/staff/')
    if (isForm) void tickSafely(deps, tick)
    return answer
  }
}
