// Messages owed to people: queued once by key, claimed by one sender, kept with what came of them.

import type { BlockedReason } from '../domain/appointment/delivery.ts'
import type {
  ClaimedMessage,
  KeptMessage,
  MessageEnd,
  MessageReport,
  MessageStatus,
  NewMessage,
} from '../domain/appointment/messages.ts'
import type { Channel } from '../domain/people/address.ts'
import type { Answer } from '../domain/questionnaire/question.ts'
import type { Prisma } from '../generated/node/client.ts'
import { type Database, fromText, toText } from './engine/database.ts'
import { inPieces } from './engine/pieces.ts'
import type { Seal } from './engine/seal.ts'
import { FORGOTTEN, NOBODY, TO_NOBODY } from './nobody.ts'
import { takingBack } from './outbox-again.ts'
import { partyOf } from './party.ts'
import { queueing } from './queueing.ts'
import { createSentMessages } from './sent-messages.ts'
import { CLAIM_MESSAGE, OWED } from './sql/outbox.ts'
import { type Chat, noting, type ToldNow } from './told.ts'

type Recipient = Pick<ClaimedMessage, 'language' | 'unreachable' | 'hasPage'> & {
  channel: Channel
  sealed: string
  party: unknown
  /** Of their latest request. */
  talk: { heard: string | null; needs: Answer | null } | null
}
type Claim = Pick<ClaimedMessage, 'id' | 'attempts'>

// More are read on one page by nobody; what is read makes room for the next.
const MOST_KEPT = 50

export function createOutbox(db: Database, seal: Seal) {
  /** The attempts tell whose claim it is. */
  const ended = (claim: Claim, data: Prisma.OutboxUpdateManyMutationInput) =>
    db.outbox.updateMany({ where: { ...claim, status: 'sending' }, data })

  return {
    /**
     * Queues what is not queued yet, all in one statement; who was forgotten gets nothing.
     * @returns how many are new
     */
    async queue(messages: readonly NewMessage[], now: number): Promise<number> {
      const sealing = messages.map(async ({ text, ...message }) => ({
        ...message,
        sealed: text === undefined ? null : await seal.seal(text),
      }))
      return (await db.all(queueing(await Promise.all(sealing), now))).length
    },

    /** Gives up what can be sent nowhere, before anybody tries. */
    async giveUp(key: string, reason: BlockedReason, now: number): Promise<void> {
      const data = { status: 'blocked', reason, doneAt: toText(now) }
      await db.outbox.updateMany({ where: { key, status: 'queued' }, data })
    },

    /** Takes the next due message, which nobody else gets from then on; `null` where none is due. */
    async claim(now: number): Promise<ClaimedMessage | null> {
      const row = await db.first(CLAIM_MESSAGE(toText(now)))
      if (!row) return null
      const { payload, sealed, dueAt, createdAt, to, personId, ...claimed } = row
      const message = {
        ...claimed,
        payload: JSON.parse(payload),
        text: sealed === null ? null : await seal.open(sealed),
        dueAt: fromText(dueAt),
        createdAt: fromText(createdAt),
      }
      if (personId === null) return { ...message, ...TO_NOBODY }
      // Without anybody to send it to, the person was forgotten in this very moment.
      if (!to) return null
      const { channel, sealed: sealedId, party, talk, ...recipient } = JSON.parse(to) as Recipient
      const { heard, needs } = talk ?? { heard: null, needs: null }
      const listening = {
        language: recipient.language,
        answers: needs === null ? {} : { needs },
        ...(heard === null ? {} : { heard }),
      }
      return {
        ...message,
        personId,
        address: { channel, id: await seal.open(sealedId) },
        ...recipient,
        listening,
        hasChat: channel === 'telegram' && recipient.unreachable === null,
        party: await partyOf(JSON.stringify(party), personId, seal),
      }
    },

    /**
     * Notes the end of a claimed message, and what it says in its chat; does nothing where another sender
     * has taken it over, but for what has been said.
     */
    async settle(
      { id, attempts }: Claim,
      end: MessageEnd,
      now: number,
      said?: { chat: Chat; told: ToldNow },
    ): Promise<void> {
      const at = toText(now)
      const notes = said ? noting(db, said.chat, said.told, at) : []
      const data = { reason: null, messageId: null, fileMessageId: null, ...end, doneAt: at }
      if (notes.length === 0) await ended({ id, attempts }, data)
      else await db.batch([...notes, ended({ id, attempts }, data)])
    },

    /**
     * Leaves a claimed message on the person's page; where it is pressing, they are called, whatever they
     * were called about before.
     */
    async keep(
      { id, attempts, personId }: Claim & Pick<ClaimedMessage, 'personId'>,
      isPressing: boolean,
      now: number,
    ): Promise<void> {
      const data = { status: 'kept', reason: null, doneAt: toText(now) }
      const anew = { where: { personId }, data: { calledAt: null } }
      await db.batch([
        ended({ id, attempts }, data),
        ...(isPressing ? [db.intake.updateMany(anew)] : []),
      ])
    },

    /**
     * How many messages have been due since each of some instants or longer and have not left; each failed try puts
     * `dueAt` off. One statement.
     */
    async owedSince(instants: readonly number[]): Promise<number[]> {
      const rows = await db.all(OWED(JSON.stringify(instants.map(toText))))
      return rows.map(({ n }) => n)
    },

    /** The bookings about which a person is still owed a message. */
    async owedAbout(personId: string): Promise<string[]> {
      const rows = await db.outbox.findMany({
        where: { personId, status: { in: ['queued', 'sending'] }, bookingId: { not: null } },
        distinct: ['bookingId'],
        select: { bookingId: true },
      })
      return rows.flatMap(({ bookingId }) => bookingId ?? [])
    },

    /** Makes a claimed message the next of its kind, about another booking. */
    async goOn(
      { id, attempts }: Claim,
      { bookingId, payload }: { bookingId: string; payload: object },
      now: number,
    ): Promise<void> {
      const next = { bookingId, payload: JSON.stringify(payload), attempts: 0, reason: null }
      const claim = { id, attempts, status: 'sending' }
      await db.outbox.updateMany({
        where: claim,
        data: { ...next, status: 'queued', dueAt: toText(now) },
      })
    },

    /** What stands unread on the page of some people, the oldest first. */
    async kept(people: readonly string[]): Promise<KeptMessage[]> {
      const rows = await db.outbox.findMany({
        where: { personId: { in: [...people] }, status: 'kept' },
        orderBy: { id: 'asc' },
        take: MOST_KEPT,
      })
      return await Promise.all(
        rows.map(async ({ id, kind, personId, bookingId, payload, sealed, createdAt }) => ({
          ...{ id, kind, personId: personId ?? NOBODY, bookingId },
          payload: JSON.parse(payload),
          text: sealed === null ? null : await seal.open(sealed),
          createdAt: fromText(createdAt),
        })),
      )
    },

    /** From now on some of them are read, and others say nothing that holds any more. */
    async markRead(read: readonly number[], over: readonly number[], now: number): Promise<void> {
      const doneAt = toText(now)
      const of = (ids: readonly number[]) => ({ id: { in: [...ids] }, status: 'kept' })
      await db.batch([
        db.outbox.updateMany({ where: of(read), data: { status: 'read', doneAt } }),
        db.outbox.updateMany({
          where: of(over),
          data: { status: 'dropped', reason: 'over', doneAt },
        }),
      ])
    },

    /** Puts a claimed message back until `dueAt`, with the reason. */
    async requeue({ id, attempts }: Claim, dueAt: number, reason: string): Promise<void> {
      await ended({ id, attempts }, { status: 'queued', dueAt: toText(dueAt), reason })
    },

    ...takingBack(db),

    /** When the next queued message is due; `null` where none is queued. */
    async nextDue(): Promise<number | null> {
      const next = await db.outbox.findFirst({
        where: { status: 'queued' },
        orderBy: { dueAt: 'asc' },
        select: { dueAt: true },
      })
      return next && fromText(next.dueAt)
    },

    ...createSentMessages(db, seal),

    /** What became of messages of some kinds about some people, {@link NOBODY} too, the oldest first. */
    async ofKinds(
      people: readonly string[],
      kinds: readonly string[],
    ): Promise<{ kind: string; payload: unknown; status: MessageStatus }[]> {
      const found: { kind: string; payload: unknown; status: MessageStatus }[] = []
      for (const piece of inPieces(people)) {
        const whose = [{ personId: { in: piece } }, ...(piece.includes(NOBODY) ? [FORGOTTEN] : [])]
        const where = { OR: whose, kind: { in: [...kinds] } }
        const rows = await db.outbox.findMany({ where, orderBy: { id: 'asc' } })
        found.push(
          ...rows.map(({ kind, payload, status }) => {
            return { kind, payload: JSON.parse(payload), status: status as MessageStatus }
          }),
        )
      }
      return found
    },

    /** What was sent about a booking, when, and what failed; oldest first. */
    async ofBooking(bookingId: string): Promise<MessageReport[]> {
      const rows = await db.outbox.findMany({
        where: { bookingId },
        orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
      })
      return rows.map(({ kind, payload, status, reason, dueAt, doneAt, attempts }) => ({
        kind,
        payload: JSON.parse(payload),
        status: status as MessageStatus,
        reason,
        dueAt: fromText(dueAt),
        doneAt: doneAt === null ? null : fromText(doneAt),
        attempts,
      }))
    },
  }
}
