// Notices to a centre of interpreters that cannot wait: once an appointment and day, and only while it is so.

import type { Deps } from '../../deps.ts'
import { type NewMessage, NOBODY, type OwedMessage } from '../../domain/appointment/messages.ts'
import { dateOf } from '../../domain/calendar/wall-clock.ts'
import {
  interpretingList,
  type Needed,
  type Placed,
  type Pressing,
  pressing,
} from '../../domain/interpreting/list.ts'
import {
  type InterpreterNotice,
  interpreterLine,
  noticeHour,
} from '../../domain/interpreting/notice.ts'
import type { InterpreterOrder } from '../../domain/interpreting/order.ts'
import type { ToCancel } from '../../domain/interpreting/orders.ts'
import { mailOfLine, type NoticeKind, showLine } from '../../domain/people/notices.ts'
import { centreOf } from '../../domain/profile/profile.ts'
import type { City } from '../city.ts'
import { type InterpretingRead, ofCentres, readInterpreting } from '../interpreting-read.ts'
import { orderNumber } from '../staff/order-number.ts'
import { isGroupTold } from './notice-messages.ts'
import type { Compose } from './outbox.ts'
import { mailedOf } from './pool-mails.ts'
import { FACTS, type TickReads } from './tick-reads.ts'

/** What a notice is about: an appointment that needs one, or an order to be cancelled. */
type Note = { centre: string; booking?: string; order?: string }

/** Queues the notices of the day, each hour for what has come since. Runs each minute, may run twice. */
export async function noticeInterpreters(
  deps: Deps,
  { profile }: City,
  { due, interpreting }: TickReads,
): Promise<void> {
  const now = deps.clock.now()
  const hour = noticeHour(now, profile.state)
  if (hour === null || (profile.interpreting ?? []).length === 0) return
  const { meta, notices, outbox } = deps.store
  if (due.facts[FACTS.interpreterNotices] === hour) return
  const targets = await notices.list()
  const centres = [...new Set(targets.map(({ centre }) => centre))]
  const found =
    centres.length > 0
      ? await pressingOf(deps, ofCentres(await interpreting(), centres), profile, now)
      : NOTHING
  // Somebody who has been forgotten has orders to be cancelled, too.
  const owed = (personId: string | null, note: Note): NewMessage[] =>
    targets
      .filter(({ centre }) => centre === note.centre)
      .map(({ kind }) => ({
        key: `notice-interpreter:${kind}:${note.booking ?? note.order}:${note.centre}:${dateOf(now)}`,
        kind: `notice-interpreter-${kind}`,
        personId: personId ?? NOBODY,
        payload: note,
        dueAt: now,
        rank: 0,
      }))
  const ofOrder = (personId: string | null, { id, centre }: InterpreterOrder) =>
    owed(personId, { centre, order: id })
  const messages = [
    ...found.needed.flatMap(({ talk: { personId, centre, booking } }) =>
      owed(personId, { centre, booking }),
    ),
    ...found.toCancel.flatMap(({ order }) => ofOrder(order.personId, order)),
    ...found.unanswered.flatMap(({ talk, order }) => ofOrder(talk.personId, order)),
  ]
  if (messages.length > 0) await outbox.queue(messages, now)
  await meta.set(FACTS.interpreterNotices, hour)
}

const NOTHING: Pressing = { needed: [], toCancel: [], unanswered: [] }

async function pressingOf(
  deps: Deps,
  { needing, orders }: InterpretingRead,
  profile: City['profile'],
  now: number,
): Promise<Pressing> {
  const list = interpretingList(needing, orders, profile, now)
  const { needed, toCancel, unanswered } = pressing(list, now, profile.state)
  // What leaves by itself is nobody's to do.
  const mailed = await mailedOf(deps, { needed, toCancel }, profile, now)
  const leaving = new Set(mailed.flatMap(({ about, state }) => (state === 'leaving' ? about : [])))
  return {
    needed: needed.filter(({ talk }) => !leaving.has(talk.booking)),
    toCancel: toCancel.filter(({ order }) => !leaving.has(order.id)),
    unanswered,
  }
}

/** To the group or the mailbox; dropped where it has been done meanwhile, or nobody is to be told that way. */
export const composeInterpreterNotice =
  (kind: NoticeKind): Compose =>
  async (deps, city, message, now) => {
    if (kind === 'mail' && !deps.mail) return { drop: 'no-mail' }
    if (kind === 'group' && !isGroupTold(deps, city)) return { drop: 'no-telegram' }
    const { centre } = message.payload as Note
    const targets = await deps.store.notices.list()
    const target = targets.find((one) => one.centre === centre && one.kind === kind)
    const notice = target && (await noticeOf(deps, city, message, now))
    if (!target || !notice) return { drop: 'gone' }
    const { publicUrl } = deps.config
    const [line, link] = [interpreterLine(notice), publicUrl && `${publicUrl}/staff/interpreting`]
    const { address } = target
    if (kind === 'mail') return { mail: mailOfLine(line, link ?? null, address) }
    return { group: { chat: address, centre }, screen: showLine(line, link ?? null) }
  }

/** What is still to be done of it; `null` where it is done or over. */
async function noticeOf(
  deps: Deps,
  { profile }: City,
  message: OwedMessage,
  now: number,
): Promise<InterpreterNotice | null> {
  const { centre, booking, order } = message.payload as Note
  const read = await readInterpreting(deps, [centre], now)
  const { needed, toCancel, unanswered } = await pressingOf(deps, read, profile, now)
  const short = centreOf(profile, centre)?.short ?? centre
  const need = needed.find(({ talk }) => talk.booking === booking)
  if (need) return await ofNeed(need, short)
  const cancelled = toCancel.find((one) => one.order.id === order)
  if (cancelled) return ofCancelled(cancelled, short)
  const silent = unanswered.find((one) => one.order.id === order)
  return silent ? ofSilent(silent, short) : null
}

async function ofNeed(need: Needed, centre: string): Promise<InterpreterNotice> {
  const number = await orderNumber(need.talk, need.before)
  const { isLate, orderBy } = need.needs
  return { number, centre, order: isLate ? 'late' : orderBy }
}

const ofCancelled = (
  { order, freeUntil, isPoolGone }: ToCancel,
  centre: string,
): InterpreterNotice => ({
  ...{ number: order.id, centre },
  ...(isPoolGone ? { cancelAtRemoved: order.poolName } : { cancelBy: freeUntil ?? order.startsAt }),
})

const ofSilent = ({ order, talk }: Placed, centre: string): InterpreterNotice => ({
  number: order.id,
  centre,
  unanswered: talk.startsAt,
})
