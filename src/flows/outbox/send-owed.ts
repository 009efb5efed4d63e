// The outbox emptied: each due message claimed, asked again, sent, and kept with what came of it.

import type { Deps } from '../../deps.ts'
import { afterDelivery, type DeliveryOutcome } from '../../domain/appointment/delivery.ts'
import type { Due } from '../../domain/appointment/due.ts'
import { type ClaimedMessage, PRESSING, wayOf } from '../../domain/appointment/messages.ts'
import { wordsUntil } from '../../domain/appointment/told.ts'
import { listenerIn } from '../../domain/dialog/listening.ts'
import { nameOf } from '../../domain/people/address.ts'
import { faultFields } from '../../log.ts'
import type { City } from '../city.ts'
import { createTurns } from '../conversation/in-turn.ts'
import { FOR_UPKEEP, held } from '../query-budget.ts'
import type { Sounding } from '../spoken/sounding.ts'
import { addressed, speak, withButton } from './aloud.ts'
import { afterFarewell, FAREWELL } from './farewell.ts'
import { MESSAGE_KINDS } from './message-kinds.ts'
import type { Messengers } from './messenger.ts'
import type { Composed } from './outbox.ts'
import { INTERRUPTED_AFTER } from './tick-reads.ts'
import { toGroup } from './to-group.ts'

// Enough to keep the pace where an answer takes a second; a killed process leaves no more behind.
const AT_ONCE = 32

// At most, with a sound of its own: worded, sent, what it says noted, heard.
const QUERIES_A_MESSAGE = 24

/**
 * Sends what is due, as far as the queries of this event go and until it is to stop. Several processes may do so at
 * once.
 * @returns whether any was taken in hand, and whether some may be left for the next tick
 */
export async function sendOwed(
  deps: Deps,
  messengers: Messengers,
  city: City,
  { due, stopping }: { due: Due; stopping: AbortSignal | undefined },
): Promise<{ some: boolean; left: boolean }> {
  // A doubled message is better than a lost one.
  const begun = deps.clock.now()
  const { outbox } = deps.store
  if (due.interrupted) await outbox.giveBack(begun - INTERRUPTED_AFTER, begun + INTERRUPTED_AFTER)
  if (due.aheadOfClock) await outbox.followClock(begun)
  const sending = new Set<Promise<void>>()
  // In one chat the next message comes after the sound of the one before.
  const inTurn = createTurns()
  let [some, left] = [false, false]
  try {
    while (!stopping?.aborted) {
      const given = held(deps, QUERIES_A_MESSAGE, FOR_UPKEEP)
      if (!given) {
        // Those on their way need less than they may.
        left = sending.size === 0
        if (left) break
        await Promise.race(sending)
        continue
      }
      const message = await outbox.claim(deps.clock.now())
      if (!message) {
        given()
        break
      }
      some = true
      const own = () => delivered(deps, messengers, city, message)
      const sent = inTurn(nameOf(message.address), own).finally(() => {
        given()
        sending.delete(sent)
      })
      sending.add(sent)
      if (sending.size >= AT_ONCE) await Promise.race(sending)
    }
  } finally {
    // Also where no more could be claimed: what is on its way arrives and is noted.
    await Promise.all(sending)
  }
  return { some, left }
}

async function delivered(
  deps: Deps,
  messengers: Messengers,
  city: City,
  message: ClaimedMessage,
): Promise<void> {
  try {
    await deliver(deps, messengers, city, message)
  } catch (fault) {
    // Its end could not be written: it stays "sending" and comes back after a while.
    deps.log.error('message not settled', { kind: message.kind, ...faultFields(fault) })
  }
}

async function deliver(
  deps: Deps,
  messengers: Messengers,
  city: City,
  message: ClaimedMessage,
): Promise<void> {
  const composed = await compose(deps, messengers, city, message)
  if ('drop' in composed) {
    if (message.kind === FAREWELL && (await afterFarewell(deps, messengers, message))) return
    const end = { status: 'dropped', reason: composed.drop } as const
    return await deps.store.outbox.settle(message, end, deps.clock.now())
  }
  if ('later' in composed) {
    return await deps.store.outbox.requeue(message, composed.later, 'later')
  }
  const outcome = isToStaff(composed)
    ? await reachStaff(deps, messengers, composed)
    : await reach(messengers, message, composed)
  await settle(deps, messengers, message, composed, outcome)
  // Only now: who dies in between sends no message twice for its sound.
  const sounding = 'sounding' in composed ? composed.sounding : undefined
  const isHeard = outcome.of === 'sent' && listenerIn(message.listening).byItself
  const messenger = messengers[message.address.channel]
  if (!isHeard || !messenger || !sounding || !('screen' in composed)) return
  await speak(deps, messenger, message, composed.screen.tells, sounding)
}

/** Writes down what became of a message. */
async function settle(
  deps: Deps,
  messengers: Messengers,
  message: ClaimedMessage,
  composed: ToStaff | ToPerson,
  sent: DeliveryOutcome,
): Promise<void> {
  const { outbox } = deps.store
  const toPerson = !isToStaff(composed)
  const isFarewell = message.kind === FAREWELL
  if (toPerson && sent.of === 'blocked' && message.unreachable !== sent.reason) {
    await deps.store.people.setUnreachable(message.address, sent.reason)
  }
  const isForPage =
    toPerson && !isFarewell && sent.of === 'blocked' && message.hasPage && messengers.web
  const outcome: DeliveryOutcome = isForPage ? { of: 'kept' } : sent
  const now = deps.clock.now()
  if (outcome.of === 'kept') return await outbox.keep(message, PRESSING.includes(message.kind), now)
  const after = afterDelivery(outcome, message.attempts, now)
  if ('again' in after) return await outbox.requeue(message, after.again, after.reason)
  if (isFarewell && (await afterFarewell(deps, messengers, message))) return
  // The number of a message is kept for the person's own chat alone: it is how they clear it.
  const isSentToStaff = !toPerson && after.status === 'sent'
  if (isSentToStaff) {
    if ('mail' in composed) await composed.sent?.()
    return await outbox.settle(message, { status: 'sent' }, now)
  }
  if (after.status === 'failed' || after.status === 'blocked') tellRefused(deps, message, after)
  await outbox.settle(message, after, now, said(messengers, message, composed, outcome, now))
}

/** Its code alone: what Telegram or a mail server adds may name the person. */
function tellRefused(
  { log }: Deps,
  { kind }: ClaimedMessage,
  { reason }: { reason: string },
): void {
  log.warn('message given up', { door: wayOf(kind), kind, reason })
}

/** What a message that has arrived says of an appointment, where it can be corrected later. */
function said(
  messengers: Messengers,
  { personId, address: { channel } }: ClaimedMessage,
  composed: Composed,
  outcome: DeliveryOutcome,
  now: number,
) {
  const tells = 'screen' in composed ? composed.screen.tells : undefined
  if (!tells || outcome.of !== 'sent' || !messengers[channel]?.correct) return undefined
  const shown = { message: outcome.messageId, tells, until: wordsUntil(tells, now) }
  return { chat: { personId, channel }, told: { shown } }
}

type ToStaff = Extract<Composed, { mail: unknown } | { group: unknown }>
type ToPerson = Exclude<Extract<Composed, { screen: unknown }>, ToStaff>
/** As it goes out: what it sounds like, where it can be heard in the chat. */
type Worded = Exclude<Composed, ToPerson> | (ToPerson & { sounding?: Sounding })

const isToStaff = (composed: ToStaff | ToPerson): composed is ToStaff =>
  'mail' in composed || 'group' in composed

/** To a centre about a person. A group that the bot is no longer in is linked no longer. */
async function reachStaff(
  deps: Deps,
  messengers: Messengers,
  composed: ToStaff,
): Promise<DeliveryOutcome> {
  if ('mail' in composed) {
    return (await deps.mail?.(composed.mail)) ?? { of: 'failed', reason: 'no-mail' }
  }
  const { group, screen } = composed
  const { telegram } = messengers
  if (!telegram) return { of: 'failed', reason: 'no-telegram' }
  const outcome = await toGroup(deps, telegram, group.chat, screen)
  const isOut =
    outcome.of === 'blocked' || (outcome.of === 'failed' && outcome.reason === 'refused-403')
  if (isOut) await deps.store.notices.remove(group.centre, 'group')
  return outcome
}

/** Who cannot be reached is not tried again until they write: staff call them instead. */
async function reach(
  messengers: Messengers,
  message: ClaimedMessage,
  composed: ToPerson,
): Promise<DeliveryOutcome> {
  const { address, language, unreachable } = message
  const messenger = messengers[address.channel]
  // A page can always be looked at, whatever became of a chat.
  if (unreachable && !(messenger && address.channel === 'web')) {
    return { of: 'blocked', reason: unreachable }
  }
  if (!messenger) {
    // The door of their chat is closed: nothing is wrong with who has a page, too.
    const isOnPage = message.hasPage && messengers.web && message.kind !== FAREWELL
    return isOnPage ? { of: 'kept' } : { of: 'blocked', reason: 'no-chat' }
  }
  const { screen, quiet = false, file } = composed
  return await messenger.send(address.id, language, screen, { quiet, ...(file ? { file } : {}) })
}

/** A kind that cannot be worded must not hold up the others, nor spin. */
async function compose(
  deps: Deps,
  messengers: Messengers,
  city: City,
  message: ClaimedMessage,
): Promise<Worded> {
  const worded = MESSAGE_KINDS[message.kind]
  if (!worded) return { drop: 'unknown-kind' }
  const now = deps.clock.now()
  try {
    const composed = await worded(deps, city, message, now)
    if ('drop' in composed || 'later' in composed || isToStaff(composed)) return composed
    const screen = addressed(composed, message.party)
    const isInChat = messengers[message.address.channel]?.speak !== undefined
    const heard = isInChat ? await withButton(deps, city.profile, screen, message) : { screen }
    return { ...composed, ...heard }
  } catch (fault) {
    deps.log.error('message failed', { kind: message.kind, ...faultFields(fault) })
    const after = afterDelivery({ of: 'retry', reason: 'server' }, message.attempts, now)
    return 'again' in after ? { later: after.again } : { drop: 'fault' }
  }
}
