// Orders and cancellations that go to a pool by mail, by themselves: which, and what became of them.

import type { Deps } from '../../deps.ts'
import { type MessageStatus, NOBODY } from '../../domain/appointment/messages.ts'
import {
  cancellationLeavesAt,
  isByMail,
  mailedAsk,
  mailedPool,
  orderLeavesAt,
  poolMailsLook,
} from '../../domain/interpreting/by-mail.ts'
import { type InterpretingList, interpretingList } from '../../domain/interpreting/list.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import type { City } from '../city.ts'
import { orderNumber } from '../staff/order-number.ts'
import { FACTS, type TickReads } from './tick-reads.ts'

export const POOL_ORDER = 'pool-order'
export const POOL_CANCELLATION = 'pool-cancellation'

/** `failed`: the mail cannot arrive, `no-mail`: this Lotse sends none; staff do it in both. */
export type MailState = 'leaving' | 'failed' | 'no-mail'

/** What the message about it says: the appointment that needs it, and the number of the order. */
export type PoolMail = { booking: string; number: string }

type Mailed = PoolMail & {
  kind: typeof POOL_ORDER | typeof POOL_CANCELLATION
  /** the appointment that needs one, or the order to be cancelled */
  about: string
  personId: string
  /** when it would leave (epoch milliseconds) */
  dueAt: number
}

/** All of a list that is mailed, with what has become of it. */
export async function mailedOf(
  deps: Deps,
  list: Pick<InterpretingList, 'needed' | 'toCancel'>,
  profile: Profile,
  now: number,
): Promise<(Mailed & { state: MailState; tries: readonly MessageStatus[] })[]> {
  if (!profile.interpreting?.some(isByMail)) return []
  const all = await mailable(list, profile, now)
  const people = [...new Set(all.map(({ personId }) => personId))]
  const messages = await deps.store.outbox.ofKinds(people, [POOL_ORDER, POOL_CANCELLATION])
  return all.map((one) => {
    const own = messages.filter(
      ({ kind, payload }) => kind === one.kind && (payload as PoolMail).number === one.number,
    )
    const tries = own.map(({ status }) => status)
    const state = !deps.mail ? 'no-mail' : tries.includes('failed') ? 'failed' : 'leaving'
    return { ...one, state, tries }
  })
}

async function mailable(
  { needed, toCancel }: Pick<InterpretingList, 'needed' | 'toCancel'>,
  profile: Profile,
  now: number,
): Promise<Mailed[]> {
  const orders = needed
    .filter(({ talk, needs }) => mailedAsk(needs, talk.startsAt, profile, now) !== null)
    .map(async ({ talk, before }): Promise<Mailed> => {
      const { booking, personId } = talk
      const number = await orderNumber(talk, before)
      const dueAt = orderLeavesAt(now)
      return { kind: POOL_ORDER, about: booking, booking, personId, number, dueAt }
    })
  const cancellations = toCancel.flatMap((one): Mailed[] => {
    const { id: number, booking } = one.order
    const personId = one.order.personId ?? NOBODY
    if (mailedPool(one.order, profile) === null) return []
    const dueAt = cancellationLeavesAt(one, now)
    return [{ kind: POOL_CANCELLATION, about: number, booking, personId, number, dueAt }]
  })
  return [...(await Promise.all(orders)), ...cancellations]
}

/**
 * Queues what is to leave: once, and again where it was dropped and is needed after all. Looks where an appointment
 * or the city has changed, and each ten minutes for what has changed else. May run twice.
 */
export async function mailPools(
  deps: Deps,
  { profile, version }: City,
  { due, interpreting }: TickReads,
): Promise<void> {
  if (!deps.mail || !profile.interpreting?.some(isByMail)) return
  const now = deps.clock.now()
  const { meta, outbox } = deps.store
  // What changes after this is seen at the next look.
  const look = `${poolMailsLook(now)} ${version} ${due.lastChange}`
  if (due.facts[FACTS.poolMails] === look) return
  const { needing, orders } = await interpreting()
  const mailed = await mailedOf(deps, interpretingList(needing, orders, profile, now), profile, now)
  const messages = mailed
    .filter(({ tries }) => tries.every((status) => status === 'dropped'))
    .map(({ kind, booking, number, personId, dueAt, tries }) => ({
      key: `${kind}:${number}:${tries.length}`,
      ...{ kind, personId, dueAt, rank: 0 as const },
      payload: { booking, number } satisfies PoolMail,
    }))
  if (messages.length > 0) await outbox.queue(messages, now)
  await meta.set(FACTS.poolMails, look)
}
