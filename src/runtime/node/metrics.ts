// What Prometheus scrapes: counters of this process, and what is read of each city when somebody asks.

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Deps } from '../../deps.ts'
import { OWED_SINCE, readWatched, type Watched } from '../../flows/upkeep/watched.ts'
import { OUTCOMES, type Watch } from '../../flows/watch.ts'
import { faultFields, type Log } from '../../log.ts'
import type { AuditWatch } from './audit-watch.ts'

// A tap is answered within a tenth of a second; ten seconds is when Telegram itself gives up.
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const DOORS = ['telegram', 'web'] as const
// Several may scrape: the database is asked once.
const READ_FOR = 10_000

/** What one city of this process hands over. */
type City = { deps: Deps; audit: AuditWatch; tickedAt: () => number }

export type Metrics = ReturnType<typeof createMetrics>

export function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const inputs = new Counter({
    registers,
    name: 'lotse_inputs_total',
    help: 'What people tapped, typed and said, by door and outcome.',
    labelNames: ['city', 'door', 'outcome'] as const,
  })
  const answering = new Histogram({
    registers,
    name: 'lotse_answer_seconds',
    help: 'From an input until its reply was out.',
    labelNames: ['city', 'door'] as const,
    buckets: BUCKETS,
  })
  const lines = new Counter({
    registers,
    name: 'lotse_log_lines_total',
    help: 'Lines of the log that somebody should read, by level and event.',
    labelNames: ['city', 'level', 'event'] as const,
  })
  const gauge = (name: string, help: string, ...more: string[]) =>
    new Gauge({ registers, name, help, labelNames: ['city', ...more] })
  const gauges = {
    answers: gauge('lotse_database_answers', 'Whether the database could be read just now.'),
    ticked: gauge('lotse_tick_timestamp_seconds', 'When a tick last ended well.'),
    owed: gauge(
      'lotse_owed_messages',
      'Messages that have been due for so many seconds and longer.',
      'due_for',
    ),
    refused: gauge(
      'lotse_refused',
      'Messages and calls of webhooks refused for good, and not dealt with.',
      'what',
    ),
    again: gauge('lotse_webhook_calls_again', 'Calls of webhooks that failed and are tried again.'),
    late: gauge(
      'lotse_reminders_late',
      'Appointments whose reminders have been due for two minutes and longer.',
    ),
    free: gauge(
      'lotse_free_seats_at_least',
      'Seats that people can book: none, or at least 1, 5, 10, 25 or 50.',
      'centre',
    ),
    auditWhole: gauge('lotse_audit_whole', 'Whether the audit was whole when it was last checked.'),
    auditChecked: gauge('lotse_audit_checked_timestamp_seconds', 'When the audit was checked.'),
  }
  const runs = gauge('lotse_version_info', 'The version that runs.', 'version')
  const cities: { name: string; city: City; read: () => Promise<Watched> }[] = []

  /** Sets what a city shows; what could not be read is not shown as it was before. */
  async function show({ name, city, read }: (typeof cities)[number]): Promise<void> {
    const of = { city: name }
    runs.set({ ...of, version: city.deps.version }, 1)
    gauges.ticked.set(of, city.tickedAt() / 1000)
    const checked = city.audit.last()
    if (checked) {
      gauges.auditWhole.set(of, checked.isWhole ? 1 : 0)
      gauges.auditChecked.set(of, checked.at / 1000)
    }
    try {
      const watched = await read()
      gauges.answers.set(of, 1)
      for (const [index, seconds] of OWED_SINCE.entries()) {
        gauges.owed.set({ ...of, due_for: seconds }, watched.owed[index] ?? 0)
      }
      gauges.refused.set({ ...of, what: 'message' }, watched.refusedMessages)
      gauges.refused.set({ ...of, what: 'webhook' }, watched.refusedCalls)
      gauges.again.set(of, watched.callsAgain)
      gauges.late.set(of, watched.remindersLate)
      for (const { centre, seats } of watched.free) gauges.free.set({ ...of, centre }, seats)
    } catch (fault) {
      gauges.answers.set(of, 0)
      city.deps.log.error('watching failed', faultFields(fault))
    }
  }

  return {
    /** A log whose warnings and faults are counted, too. */
    counting(log: Log, city: string): Log {
      const counted =
        (level: 'warn' | 'error'): Log['warn'] =>
        (event, fields) => {
          lines.inc({ city, level, event })
          log[level](event, fields)
        }
      return { ...log, warn: counted('warn'), error: counted('error') }
    },

    watchOf(city: string): Watch {
      // From nought on, so that the first one is seen to be new.
      for (const door of DOORS) {
        for (const outcome of OUTCOMES) inputs.inc({ city, door, outcome }, 0)
      }
      return {
        took(door, outcome, ms) {
          inputs.inc({ city, door, outcome })
          if (outcome === 'answered') answering.observe({ city, door }, ms / 1000)
        },
      }
    },

    /** From now on this city is read, too. */
    add(city: City): void {
      const read = lately(() => readWatched(city.deps), READ_FOR)
      cities.push({ name: city.deps.config.profile, city, read })
    },

    contentType: registry.contentType,

    /** All of it, as Prometheus reads it. */
    async text(): Promise<string> {
      for (const one of [...Object.values(gauges), runs]) one.reset()
      for (const city of cities) await show(city)
      return await registry.metrics()
    },
  }
}

/** What was read within the last `ms` is not read anew. */
function lately<T>(read: () => Promise<T>, ms: number): () => Promise<T> {
  let last: { at: number; value: Promise<T> } | undefined
  return () => {
    const at = performance.now()
    if (!last || at - last.at >= ms) {
      const value = read()
      last = { at, value }
      value.catch(() => {
        last = undefined
      })
    }
    return last.value
  }
}
