// What messages in a chat say of an appointment: noted when they are sent, compared once something changed.

import type { Corrected, Present, SoundSent, Tells, Told } from '../domain/appointment/told.ts'
import type { State } from '../domain/appointment/transitions.ts'
import type { StoredTalk } from '../domain/dialog/kept-talk.ts'
import type { Listening } from '../domain/dialog/listening.ts'
import type { Channel } from '../domain/people/address.ts'
import { type Database, fromText, toText } from './engine/database.ts'
import { inPieces } from './engine/pieces.ts'
import type { Seal } from './engine/seal.ts'
import { partyOf } from './party.ts'
import { CORRECTED, TELL } from './sql/told.ts'

/** A chat of a person. */
export type Chat = { personId: string; channel: Channel }

/** What becomes of the notes on a chat with an answer. */
export type ToldNow = {
  /** What a message says that has just been shown, and until when its words are true (epoch milliseconds). */
  shown?: { message: number; tells: Tells; until?: number | null }
  /** What became of others. */
  corrected?: readonly Corrected[]
  /** What was sent to be heard, what its screen says of an appointment, and until when it is true. */
  heard?: { message: number; tells?: Tells | undefined; until?: number | null }
  /** What stands no longer in a chat to be heard. */
  unheard?: readonly SoundSent[]
}

/** A message that was compared, and when to do so next. */
type Compared = Pick<Told, 'message' | 'at' | 'lookAt' | 'verdict' | 'attempts'> & {
  next: number | null
}

export function createTold(db: Database, seal: Seal) {
  return {
    /** Chats with something to compare, the longest due first; screens only if shown before `settled`. */
    async due(now: number, settled: number, most: number): Promise<Chat[]> {
      const rows = await db.told.groupBy({
        by: ['personId', 'channel'],
        where: {
          lookAt: { lte: toText(now) },
          OR: [{ kind: { not: 'mention' } }, { at: { lt: toText(settled) } }],
        },
        orderBy: { _min: { lookAt: 'asc' } },
        take: most,
      })
      return rows.map(({ personId, channel }) => ({ personId, channel: channel as Channel }))
    },

    /**
     * What a chat says and how things are, and by their numbers the sounds that hold no longer; `null` where the
     * person is gone.
     */
    async look(chat: Chat, now: number) {
      const { personId, channel } = chat
      const person = await db.person.findUnique({
        where: { id: personId },
        select: {
          language: true,
          unreachable: true,
          intakes: { orderBy: { createdAt: 'desc' }, take: 1, select: { talk: true } },
          addresses: { where: { channel }, select: { key: true, sealed: true }, take: 1 },
        },
      })
      const address = person?.addresses[0]
      if (!person || !address) return null
      const members = await db.address.findMany({
        where: { key: address.key },
        select: { personId: true, relation: true, sealedLabel: true },
        orderBy: { createdAt: 'asc' },
      })
      const all = await db.told.findMany({ where: chat })
      const heard = all.filter(({ kind }) => kind === SOUND)
      const rows = all.filter(({ kind }) => kind !== SOUND)
      const ids = rows.flatMap(({ bookingId }) => (bookingId === null ? [] : [bookingId]))
      const bookings = await db.booking.findMany({
        where: { personId, OR: [{ id: { in: ids } }, { state: 'booked' }] },
        select: {
          ...{ id: true, state: true, centreId: true, startsAt: true, endsAt: true },
          interpreterOrders: { select: { centreId: true, startsAt: true, changedAt: true } },
        },
      })
      const found = new Map(bookings.map((one) => [one.id, { ...one, interpreterAt: lastOf(one) }]))
      const told = rows.map((row) => toldOf(row, found.get(row.bookingId ?? '')))
      const open = bookings.find(
        ({ state, endsAt }) => state === 'booked' && fromText(endsAt) > now,
      )
      const present: Present = {
        appointment: open
          ? { id: open.id, centre: open.centreId, startsAt: fromText(open.startsAt) }
          : null,
        offers: bookings.filter(({ state }) => state === 'offered').map(({ id }) => id),
      }
      const { language, unreachable } = person
      const list = members.map(({ personId: id, relation, sealedLabel }) => ({
        ...{ id, relation },
        label: sealedLabel,
      }))
      const party = await partyOf(JSON.stringify(list), personId, seal)
      const isOver = (at: string | null) => at !== null && fromText(at) <= now
      const talk = person.intakes.map((one) => JSON.parse(one.talk) as StoredTalk)
      const listening: Listening = { answers: {}, ...talk[0], language }
      const over = heard.flatMap((one) => (isOver(one.lookAt) ? [one.messageId] : []))
      return {
        id: await seal.open(address.sealed),
        language,
        unreachable,
        party,
        told,
        present,
        listening,
        unheard: over,
      }
    },

    /**
     * Notes that messages were compared; what changed meanwhile is left to be compared again. Those of
     * which nothing more becomes are forgotten (`over`, by their numbers).
     */
    async compared(chat: Chat, kept: readonly Compared[], over: readonly number[]): Promise<void> {
      await db.batch([
        ...kept.map(({ message, at, lookAt, verdict, next, attempts }) =>
          db.told.updateMany({
            where: { ...chat, messageId: message, lookAt: textOrNull(lookAt) },
            data: { verdict, attempts, at: toText(at), lookAt: textOrNull(next) },
          }),
        ),
        db.told.deleteMany({ where: { ...chat, messageId: { in: [...over] } } }),
      ])
    },

    /** Notes what became of messages; what changes with an answer goes with it (`inputs`). */
    async note(chat: Chat, now: ToldNow, at: number): Promise<void> {
      const notes = noting(db, chat, now, toText(at))
      if (notes.length > 0) await db.batch(notes)
    },

    /** Whether a message about an appointment was corrected to say that it does not hold. */
    async isCorrected(bookingId: string): Promise<boolean> {
      return (await db.told.count({ where: { bookingId, verdict: { in: ['below', 'none'] } } })) > 0
    },
  }
}

const textOrNull = (at: number | null) => (at === null ? null : toText(at))

/** The statements that note what became of the messages of a chat, for a batch. */
export function noting({ told }: Database, chat: Chat, now: ToldNow, at: string) {
  const { shown, corrected = [], heard, unheard = [] } = now
  const { channel } = chat
  const list = JSON.stringify(corrected)
  const gone = [...Map.groupBy(unheard, ({ personId = chat.personId }) => personId)].flatMap(
    ([personId, theirs]) =>
      inPieces(theirs.map(({ message }) => message)).map((messages) => ({
        ...{ personId, channel, kind: SOUND, messageId: { in: messages } },
      })),
  )
  return [
    ...(corrected.length > 0 ? [CORRECTED(chat.personId, channel, list, at)] : []),
    ...(shown ? [tell(chat, shown.tells.kind, shown, at)] : []),
    ...gone.map((where) => told.deleteMany({ where })),
    ...(heard ? [tell(chat, SOUND, heard, at)] : []),
  ]
}

const SOUND = 'sound'

function tell({ personId, channel }: Chat, kind: string, shown: ToldNow['heard'] & {}, at: string) {
  const { message, tells, until = null } = shown
  if (tells && 'offer' in tells) {
    return TELL(personId, channel, message, kind, tells.offer, null, null, at, null)
  }
  const appointment = tells?.appointment
  const startsAt = appointment ? toText(appointment.startsAt) : null
  const [id, centre] = [appointment?.id ?? null, appointment?.centre ?? null]
  return TELL(personId, channel, message, kind, id, centre, startsAt, at, textOrNull(until))
}

type Row = {
  messageId: number
  kind: string
  bookingId: string | null
  centreId: string | null
  startsAt: string | null
  verdict: string | null
  at: string
  lookAt: string | null
  attempts: number
}

type Now = {
  state: string
  centreId: string
  startsAt: string
  endsAt: string
  interpreterAt: string | null
}

type Ordered = { centreId: string; startsAt: string; changedAt: string }

/** When something last became of an order for a booking where it is now. */
function lastOf(booking: Omit<Now, 'interpreterAt'> & { interpreterOrders: Ordered[] }) {
  const own = booking.interpreterOrders.filter(
    ({ centreId, startsAt }) => centreId === booking.centreId && startsAt === booking.startsAt,
  )
  return (
    own
      .map(({ changedAt }) => changedAt)
      .sort()
      .at(-1) ?? null
  )
}

/** A message as it is kept, with its booking as that is now. */
function toldOf(row: Row, now: Now | null | undefined): Told {
  return {
    message: row.messageId,
    tells: tellsOf(row),
    at: fromText(row.at),
    lookAt: row.lookAt === null ? null : fromText(row.lookAt),
    attempts: row.attempts,
    verdict: row.verdict as Told['verdict'],
    now: now
      ? {
          state: now.state as State,
          centre: now.centreId,
          startsAt: fromText(now.startsAt),
          endsAt: fromText(now.endsAt),
          interpreterAt: now.interpreterAt === null ? null : fromText(now.interpreterAt),
        }
      : null,
  }
}

function tellsOf({ kind, bookingId, centreId, startsAt }: Row): Tells {
  if (kind === 'offer') return { kind, offer: bookingId ?? '' }
  const isOf = bookingId !== null && centreId !== null && startsAt !== null
  return {
    kind: kind === 'card' || kind === 'reminder' ? kind : 'mention',
    appointment: isOf ? { id: bookingId, centre: centreId, startsAt: fromText(startsAt) } : null,
  }
}

/** The messages in the JSON list that goes with a person. */
export function toldIn(list: string): Told[] {
  return (JSON.parse(list) as { row: Row; now: Now | null }[]).map(({ row, now }) =>
    toldOf(row, now),
  )
}
