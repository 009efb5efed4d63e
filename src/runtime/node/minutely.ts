// Something each minute by node-cron, and what it misses made up for: it waits for a time on the wall, which a clock
// set back puts off by as much.

import { schedule } from 'node-cron'
import type { Log } from '../../log.ts'

const MINUTE = 60_000
// A minute of node-cron's is at most a few seconds late; what is later did not come at all.
const GRACE = 5000

/** Milliseconds that only ever run forward, and something done every so many of them. */
export type Elapsed = { now: () => number; every: (ms: number, work: () => void) => () => void }

const elapsed: Elapsed = {
  now: () => performance.now(),
  every: (ms, work) => {
    const timer = setInterval(work, ms)
    timer.unref()
    return () => clearInterval(timer)
  },
}

export type Minutes = {
  /** Nothing new is begun. */
  end: () => Promise<void>
  /** Resolves when all that was begun is done: while a long one goes on, the next minute begins another. */
  settled: () => Promise<void>
}

/** Does `work` each minute, whatever becomes of the clock on the wall, and once `first` milliseconds from now. */
export function eachMinute(
  log: Log,
  work: () => Promise<void>,
  { first, by = elapsed }: { first?: number; by?: Elapsed } = {},
): Minutes {
  let last = by.now()
  const running = new Set<Promise<void>>()
  const begin = () => {
    const one = work().finally(() => running.delete(one))
    running.add(one)
  }
  const run = () => {
    last = by.now()
    begin()
  }
  const soon = first === undefined ? undefined : setTimeout(begin, first)
  const cron = schedule('* * * * *', run, { logger: quietly(log) })
  const stop = by.every(GRACE, () => {
    const since = by.now() - last
    if (since < MINUTE + GRACE) return
    log.warn('minute made up for', { seconds: Math.round(since / 1000) })
    run()
  })
  return {
    async end() {
      clearTimeout(soon)
      stop()
      await cron.stop()
    },
    async settled() {
      await Promise.allSettled(running)
    },
  }
}

/** What node-cron has to say, as one line of JSON; its words are its own and name nobody. */
function quietly(log: Log) {
  const say = (level: 'debug' | 'warn' | 'error') => (said: string | Error) => {
    log[level]('cron', { said: String(said).slice(0, 200) })
  }
  return { info: say('debug'), debug: say('debug'), warn: say('warn'), error: say('error') }
}
