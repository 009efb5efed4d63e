// What time brings, looked after each minute: what has fallen due is queued, then sent.

import type { Deps } from '../../deps.ts'
import { faultFields } from '../../log.ts'
import { tickWaitlist } from '../appointment/hand-on.ts'
import { type City, currentCity } from '../city.ts'
import { callWebhooks } from '../outbox/call-webhooks.ts'
import { correctChats } from '../outbox/correct-chats.ts'
import { noticeInterpreters } from '../outbox/interpreter-notices.ts'
import type { Messengers } from '../outbox/messenger.ts'
import { mailPools } from '../outbox/pool-mails.ts'
import { queueReminders } from '../outbox/remind.ts'
import { sendOwed } from '../outbox/send-owed.ts'
import { readsOfTick, type TickReads } from '../outbox/tick-reads.ts'
import { reopenDue } from '../staff/follow-up.ts'
import { countPeople } from './count-people.ts'
import { countSeats } from './count-seats.ts'
import { eraseNightly } from './erase-due.ts'
import { noteAuditDaily } from './note-audit.ts'
import { rotateWhenAsked } from './rotate-keys.ts'
import { tellNobodyFound } from './tell-nobody-found.ts'

/** Something that falls due by itself. Runs each minute, in several processes, and may run twice. */
type Duty = (deps: Deps, city: City, reads: TickReads) => Promise<void>

const DUTIES: Readonly<Record<string, Duty>> = {
  'waiting list': tickWaitlist,
  reminders: queueReminders,
  'orders by mail': mailPools,
  interpreters: tellNobodyFound,
  // Before anybody is erased.
  'counting people': countPeople,
  erasing: eraseNightly,
  'noting the audit': noteAuditDaily,
  'counting seats': countSeats,
  'notices of interpreters': noticeInterpreters,
  'new key': rotateWhenAsked,
  Wiedervorlage: reopenDue,
  // Names and numbers of people whom staff wrote down go once nothing is to come.
  callers: (deps) => deps.store.people.forgetWrittenDown(deps.clock.now()),
}

// A message put back for moments is sent in the same tick rather than a minute later.
const WORTH_WAITING = 20_000

/** Does everything that is due and resolves when it is done. */
export type Tick = () => Promise<void>

type TickOptions = {
  /** Waits for milliseconds; without it, what is put back is left to the next tick. */
  wait?: (ms: number) => Promise<void>
  /** How many messages one tick may send; the rest is left to the next one. */
  most?: number
  /** Once aborted nothing new is begun; the tick resolves when what is on its way has arrived. */
  stopping?: AbortSignal
}

/**
 * A tick to be called each minute, by a timer or a cron trigger. Ticks that overlap share the work:
 * a long batch keeps sending while the next tick already queues what has fallen due since.
 */
export function createTick(
  deps: Deps,
  messengers: Messengers,
  { wait, most = Number.POSITIVE_INFINITY, stopping }: TickOptions = {},
): Tick {
  const duties = shared(async () => {
    const city = await currentCity(deps)
    const reads = readsOfTick(deps, city)
    for (const [name, duty] of Object.entries(DUTIES)) {
      try {
        await duty(deps, city, reads)
      } catch (fault) {
        deps.log.error('duty failed', { name, ...faultFields(fault) })
      }
    }
  })
  const sending = shared(async () => {
    for (let allowed = most; ; ) {
      const city = await currentCity(deps)
      allowed -= await sendOwed(deps, messengers, city, { most: allowed, stopping })
      // What was just sent stands below before what is above is corrected.
      if (allowed > 0 && !stopping?.aborted) {
        allowed -= await correctChats(deps, messengers, allowed)
      }
      if (allowed <= 0 || stopping?.aborted) return
      const next = await deps.store.outbox.nextDue()
      const left = next === null ? Number.POSITIVE_INFINITY : next - deps.clock.now()
      if (!wait || left > WORTH_WAITING) return
      if (left > 0) await wait(left)
      if (stopping?.aborted) return
    }
  })
  // Beside the rest: a system that answers slowly keeps nobody's reminder waiting.
  const calling = shared(() => callWebhooks(deps))
  return async () => {
    await Promise.all([duties().then(sending), calling()])
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
function shared(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  return () => {
    running ??= work().finally(() => {
      running = null
    })
    return running
  }
}
