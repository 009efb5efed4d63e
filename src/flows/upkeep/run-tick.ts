// What time brings, looked after each minute: what has fallen due is queued, then sent.

import type { Deps } from '../../deps.ts'
import type { Due } from '../../domain/appointment/due.ts'
import { atWall, dateOf } from '../../domain/calendar/wall-clock.ts'
import { faultFields } from '../../log.ts'
import { tickWaitlist } from '../appointment/hand-on.ts'
import { type City, cityAt, currentCity } from '../city.ts'
import { callWebhooks } from '../outbox/call-webhooks.ts'
import { correctChats } from '../outbox/correct-chats.ts'
import { noticeInterpreters } from '../outbox/interpreter-notices.ts'
import type { Messengers } from '../outbox/messenger.ts'
import { mailPools } from '../outbox/pool-mails.ts'
import { queueReminders } from '../outbox/remind.ts'
import { sendOwed } from '../outbox/send-owed.ts'
import { readDue, readsOfTick, type TickReads } from '../outbox/tick-reads.ts'
import { hasSpare } from '../query-budget.ts'
import { finishClosing } from '../staff/displace.ts'
import { reopenDue } from '../staff/follow-up.ts'
import { countPeople } from './count-people.ts'
import { countSeats } from './count-seats.ts'
import { eraseNightly } from './erase-due.ts'
import { noteAuditDaily } from './note-audit.ts'
import { rotateWhenAsked } from './rotate-keys.ts'
import { tellNobodyFound } from './tell-nobody-found.ts'

/** Something that falls due by itself. Runs each minute, in several processes, and may run twice. */
type Duty = (deps: Deps, city: City, reads: TickReads) => Promise<void>
type Duties = Readonly<Record<string, Duty>>

/** What people, centres and pools are owed messages by. */
const OWING: Duties = {
  // Before seats are handed on.
  'closed hours': finishClosing,
  'waiting list': tickWaitlist,
  reminders: queueReminders,
  'orders by mail': mailPools,
  interpreters: tellNobodyFound,
  'notices of interpreters': noticeInterpreters,
  Wiedervorlage: reopenDue,
}

/** What can wait until messages have left. */
const UPKEEP: Duties = {
  // Before anybody is erased.
  'counting people': countPeople,
  erasing: eraseNightly,
  'noting the audit': noteAuditDaily,
  'counting seats': countSeats,
  'new key': rotateWhenAsked,
  // Names and numbers of people whom staff wrote down go once the day of their appointment is over.
  callers: async ({ store, clock }, _, { due }) => {
    const now = clock.now()
    if (due.callers) await store.people.forgetWrittenDown(now, atWall(dateOf(now), 0))
  },
}

// At most, but for those that look for themselves how far they go.
const QUERIES_OF_A_DUTY = 70

// A message put back for moments is sent in the same tick rather than a minute later.
const WORTH_WAITING = 20_000

/** Does everything that is due and resolves when it is done. */
export type Tick = () => Promise<void>

type TickOptions = {
  /** Waits for milliseconds; without it, what is put back is left to the next tick. */
  wait?: (ms: number) => Promise<void>
  /** Once aborted nothing new is begun; the tick resolves when what is on its way has arrived. */
  stopping?: AbortSignal
}

/**
 * A tick to be called each minute, by a timer or a cron trigger: one question whether there is anything to do, then
 * messages, then what can wait. Ticks that overlap share the work: a long batch keeps sending while the next tick
 * already queues what has fallen due since.
 */
export function createTick(
  deps: Deps,
  messengers: Messengers,
  { wait, stopping }: TickOptions = {},
): Tick {
  const doing = (duties: Duties) =>
    shared(async (due) => {
      const city = await cityAt(deps, due.version)
      const reads = readsOfTick(deps, city, due)
      for (const [name, duty] of Object.entries(duties)) {
        // What is not begun is for the next minute.
        if (stopping?.aborted || !hasSpare(deps, QUERIES_OF_A_DUTY)) return
        try {
          await duty(deps, city, reads)
        } catch (fault) {
          deps.log.error('duty failed', { name, ...faultFields(fault) })
        }
      }
    })
  const sending = shared(async (due) => {
    let [city, mayCorrect] = [await cityAt(deps, due.version), due.told || due.offersOver]
    for (;;) {
      const { some, left } = await sendOwed(deps, messengers, city, { due, stopping })
      mayCorrect ||= some || due.waiters
      if (left || stopping?.aborted) return
      // What was just sent stands below before what is above is corrected.
      if (mayCorrect && !(await correctChats(deps, messengers))) return
      if (stopping?.aborted) return
      const next = some ? await deps.store.outbox.nextDue() : due.nextMessage
      const later = next === null ? Number.POSITIVE_INFINITY : next - deps.clock.now()
      if (!wait || later > WORTH_WAITING || (!some && later <= 0)) return
      if (later > 0) await wait(later)
      if (stopping?.aborted) return
      city = await currentCity(deps)
    }
  })
  const owing = doing(OWING)
  const upkeep = doing(UPKEEP)
  // Beside the rest: a system that answers slowly keeps nobody's reminder waiting.
  const calling = shared(() => callWebhooks(deps))
  return async () => {
    const due = await readDue(deps)
    const messages = owing(due).then(() => sending(due))
    const done = await Promise.allSettled([messages, calling(due)])
    // What can wait is done where the other failed, and nothing is on its way any more when a fault is told.
    await upkeep(due)
    for (const one of done) if (one.status === 'rejected') throw one.reason
  }
}

/** A tick whose fault the next one makes up for. */
export async function tickSafely({ log }: Pick<Deps, 'log'>, tick: Tick): Promise<void> {
  try {
    await tick()
  } catch (fault) {
    log.error('tick failed', faultFields(fault))
  }
}

/** When something falls due next (epoch milliseconds), so that a clock can be moved to it. */
export async function nextMoment(deps: Deps): Promise<number | null> {
  const moments = [await deps.store.outbox.nextDue(), await deps.store.reminders.nextDue()]
  const known = moments.filter((moment) => moment !== null)
  return known.length > 0 ? Math.min(...known) : null
}

/** Runs work one at a time: who asks while it runs waits for the run that is under way. */
function shared(work: (due: Due) => Promise<void>): (due: Due) => Promise<void> {
  let running: Promise<void> | null = null
  return (due) => {
    running ??= work(due).finally(() => {
      running = null
    })
    return running
  }
}
