// Everything that is kept about one person, for the person: GDPR Art. 15 and 20.

import type { SentWords } from '../domain/dialog/sent-words.ts'
import { createBarriers } from './barriers.ts'
import type { Database } from './engine/database.ts'
import { inPieces } from './engine/pieces.ts'
import type { Seal } from './engine/seal.ts'
import { createVoiceMessages } from './voice-messages.ts'

export function createHoldings(db: Database, seal: Seal) {
  const voiceMessages = createVoiceMessages(db, seal)
  const barriers = createBarriers(db, seal)
  const opened = async (sealed: string | null) => (sealed === null ? null : await seal.open(sealed))

  return {
    /** Table by table, what is sealed opened; instants as they are stored: UTC, ISO 8601. */
    async of(personId: string) {
      const where = { personId }
      const person = await db.person.findUnique({
        where: { id: personId },
        select: { language: true, createdAt: true, seenAt: true, unreachable: true },
      })
      const intakes = await db.intake.findMany({
        where,
        omit: { personId: true, version: true, rank: true, lastInput: true, followUpBy: true },
        orderBy: { createdAt: 'asc' },
      })
      const bookings = await db.booking.findMany({ where, orderBy: { createdAt: 'asc' } })
      const codes = new Map([...intakes, ...bookings].map(({ id, ref }) => [id, ref]))
      const named = <Row extends { intakeId: string }>({ intakeId, ...row }: Row) => ({
        request: codes.get(intakeId),
        ...row,
      })
      const ofRequest = { where: { intake: where }, orderBy: { createdAt: 'asc' } } as const
      const messages = await db.outbox.findMany({
        where,
        orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
      })
      const replies = await db.reply.findMany(ofRequest)
      const reported = await barriers.of(personId)
      return {
        person,
        consents: await db.consent.findMany({
          where,
          omit: { id: true, personId: true },
          orderBy: { givenAt: 'asc' },
        }),
        requests: await Promise.all(
          intakes.map(async ({ id, ref, talk, sealed, takenBy, followUpSealed, ...row }) => ({
            code: ref,
            ...row,
            taken: takenBy !== null,
            talk: JSON.parse(talk),
            typed: JSON.parse((await opened(sealed)) ?? '{}'),
          })),
        ),
        /** That a note was written and when; its words are shown by whoever wrote it (docs/privacy). */
        notes: (
          await db.staffNote.findMany({ ...ofRequest, select: { intakeId: true, createdAt: true } })
        ).map(named),
        /** That staff called and whether somebody answered; who it was is nobody else's to know. */
        calls: (
          await db.callAttempt.findMany({
            ...ofRequest,
            select: { intakeId: true, outcome: true, createdAt: true },
          })
        ).map(named),
        referrals: (
          await db.referral.findMany({ ...ofRequest, omit: { id: true, staffId: true } })
        ).map(({ agreed, ...row }) => named({ ...row, passes: agreed })),
        appointments: bookings.map(
          ({ id, ref, personId, intakeId, seat, changedBy, remindAt, heldFor, ...row }) => ({
            code: ref,
            ...row,
          }),
        ),
        interpreters: (
          await db.interpreterOrder.findMany({
            where: { booking: where },
            omit: { id: true, changedBy: true },
            orderBy: { orderedAt: 'asc' },
          })
        ).map(({ bookingId, ...row }) => ({ code: codes.get(bookingId), ...row })),
        history: await historyOf(db, codes),
        waiting: await db.waiting.findMany({
          where,
          select: { wishes: true, since: true, state: true, changedAt: true },
          orderBy: { since: 'asc' },
        }),
        messages: await Promise.all(
          messages.map(async ({ kind, payload, sealed, status, reason, dueAt, doneAt }) => ({
            kind,
            template: JSON.parse(payload).template ?? null,
            ...{ status, reason, dueAt, doneAt },
            ...readable(kind, await opened(sealed)),
          })),
        ),
        ...(await toldOf(db, [...codes.keys(), ...reported.map(({ id }) => id)])),
        updates: await db.answeredInput.findMany({
          where,
          select: { at: true, messages: true },
          orderBy: { at: 'asc' },
        }),
        /** Which messages in the chat are about an appointment. */
        shown: await db.told.findMany({
          where,
          select: { kind: true, centreId: true, startsAt: true, verdict: true, at: true },
          orderBy: [{ at: 'asc' }, { messageId: 'asc' }],
        }),
        /** By which way they were met; the address itself is theirs to know. */
        addresses: await Promise.all(
          (
            await db.address.findMany({
              where,
              select: { channel: true, createdAt: true, relation: true, sealedLabel: true },
              orderBy: { createdAt: 'asc' },
            })
          ).map(async ({ sealedLabel, ...row }) => ({ ...row, label: await opened(sealedLabel) })),
        ),
        /** Links to another door that were made; their words are nobody's to know. */
        links: (
          await db.tie.findMany({ where, select: { channel: true, expiresAt: true, usedBy: true } })
        ).map(({ usedBy, ...row }) => ({ ...row, isUsed: usedBy !== null })),
        replies: await Promise.all(
          replies.map(async ({ language, sealed, createdAt, readAt }) => ({
            ...{ language, createdAt, readAt },
            text: await opened(sealed),
          })),
        ),
        /** What they said, as the file it was. */
        voiceMessages: (await voiceMessages.soundsOf(personId)).map(({ request, ...row }) => ({
          request: codes.get(request),
          ...row,
        })),
        /** What they told of barriers. */
        barriers: reported.map(({ id, ...row }) => row),
        findings: await db.finding.findMany({
          where: { intake: where },
          select: { rechtskreis: true, verdict: true, at: true },
          orderBy: { at: 'asc' },
        }),
      }
    },
  }
}

/** What a message said; of one that staff wrote as it went out, and as they read it. */
function readable(kind: string, text: string | null) {
  if (kind !== 'staff-message' || text === null) return { text }
  const { language, theirs, german } = JSON.parse(text) as SentWords
  const all = (lines: SentWords['theirs']) => lines.map((line) => line.text).join('\n')
  return { text: all(theirs), language, ...(german ? { german: all(german) } : {}) }
}

async function historyOf(db: Database, codes: ReadonlyMap<string, string | null>) {
  const events = await inEach([...codes.keys()], (ids) =>
    db.bookingEvent.findMany({ where: { bookingId: { in: ids } } }),
  )
  return events.map(({ id, bookingId, seat, by, ...row }) => ({
    code: codes.get(bookingId),
    ...row,
    // Who it was among the staff is not the person's to know: the rights of others (Art. 15 (4)).
    by: /^(staff|closure)/.exec(by)?.[0] ?? by,
  }))
}

/** When staff saw or changed something, and that other systems were told; who is theirs to keep. */
async function toldOf(db: Database, subjects: readonly string[]) {
  const views = await inEach(subjects, (ids) =>
    db.audit.findMany({
      where: { OR: [{ subject: { in: ids } }, { subjects: { some: { subject: { in: ids } } } }] },
      select: { id: true, at: true, action: true, outcome: true, centreId: true },
    }),
  )
  const told = await inEach(subjects, (ids) =>
    db.webhookDelivery.findMany({
      where: { subject: { in: ids } },
      select: { id: true, event: true, status: true, createdAt: true, doneAt: true },
    }),
  )
  return {
    views: views.map(({ id, ...row }) => row),
    told: told.map(({ id, ...row }) => row),
  }
}

/** The rows of many ids in the order in which they were written. */
async function inEach<Row extends { id: number }>(
  ids: readonly string[],
  find: (piece: string[]) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = []
  for (const piece of inPieces(ids)) rows.push(...(await find(piece)))
  return rows.sort((a, b) => a.id - b.id)
}
