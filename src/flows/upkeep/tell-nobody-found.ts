// Who waits to hear of an interpreter hears when nobody is left who could be asked in time, and three working days
// before that there is nobody yet, or that one is called when the talk begins.

import type { Deps } from '../../deps.ts'
import { mailedAsk } from '../../domain/interpreting/by-mail.ts'
import { knownBy, unpromised, wasSought } from '../../domain/interpreting/nobody-left.ts'
import { interpretingOf, isFor } from '../../domain/interpreting/orders.ts'
import { onCallFor } from '../../domain/interpreting/pools.ts'
import type { City } from '../city.ts'
import type { Missing } from '../outbox/nobody-message.ts'
import { FACTS, type TickReads } from '../outbox/tick-reads.ts'

// What is looked at changes with the days and with what pools answer, and each look reads all that is needed.
const LOOK_EVERY = 10 * 60_000

/**
 * Owes the message about each appointment to come for which nobody is left, once for each time, place and language,
 * and again once somebody was asked since. Also where the last pool is gone by now. Whoever heard so when they
 * booked, or booked when it had to be known already, is told nothing new. Called each minute, may run twice.
 */
export async function tellNobodyFound(
  deps: Deps,
  { profile }: City,
  { due, interpreting }: TickReads,
): Promise<void> {
  const now = deps.clock.now()
  const { meta, outbox } = deps.store
  const look = String(Math.floor(now / LOOK_EVERY))
  if (due.facts[FACTS.nobodyFound] === look) return
  const { needing, ...read } = await interpreting()
  const orders = Map.groupBy(read.orders, ({ booking }) => booking)
  const { state } = profile
  const untold = needing.flatMap((talk) => {
    const own = orders.get(talk.booking) ?? []
    const needs = interpretingOf(talk, own, profile, now)
    const isAsked =
      deps.mail !== undefined && mailedAsk(needs, talk.startsAt, profile, now) !== null
    const language = talk.need.language ?? ''
    const isOnCall = onCallFor(profile, { ...talk, language }).length > 0
    const news = unpromised(needs, talk.startsAt, { now, state, isAsked, isOnCall })
    const isHeard = news !== 'nobody' && talk.changedAt >= knownBy(talk.startsAt, state)
    return news !== null && !isHeard && wasSought(talk, own, profile) ? [{ talk, news }] : []
  })
  const messages = untold.map(({ talk, news }) => {
    const { booking: bookingId, personId, centre, startsAt, need } = talk
    // Whoever was asked since may have been found, and have fallen through; what was refused at once was no news.
    const asked = (orders.get(bookingId) ?? []).filter(
      (order) => isFor(order, talk) && order.changedAt > order.orderedAt,
    )
    const last = Math.max(0, ...asked.map(({ changedAt }) => changedAt))
    // Whoever is to be called may be gone by the time the talk comes.
    const since = news === 'nobody' ? last : news === 'on-call' ? `${last}-${news}` : news
    const payload: Missing = { centre, startsAt, language: need.language, news }
    return {
      key: `interpreter-missing:${bookingId}:${centre}:${startsAt}:${need.language}:${since}`,
      kind: 'interpreter-missing',
      personId,
      bookingId,
      payload,
      dueAt: now,
    }
  })
  if (messages.length > 0) await outbox.queue(messages, now)
  await meta.set(FACTS.nobodyFound, look)
}
