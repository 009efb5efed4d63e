// What staff do with a request, what they write sealed.

import type { SentWords } from '../domain/dialog/sent-words.ts'
import type { CareEntry, CareStatus, Verdict } from '../domain/people/care.ts'
import type { CareEntryRow } from '../generated/node/client.ts'
import { type Database, fromText, toText, unlessThere } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'
import { NO_FOLLOW_UP } from './follow-ups.ts'
import { OWE_CARE, OWE_NOTICES } from './sql/owed.ts'

/** Who has a request, and how it stands. */
type Holding = { takenBy: string | null; body: string | null; centre: string; status: CareStatus }
type Taken = { takenBy: string; body: string; status: CareStatus }

export function createCare(db: Database, seal: Seal) {
  const { bookingRow, intake, staffNote, finding, referral, careEntryRow } = db
  const give = (id: string, from: Holding, to: Taken, now: number) =>
    intake.updateMany({
      where: {
        ...{ id, takenBy: from.takenBy, bodyId: from.body },
        ...{ centreId: from.centre, status: from.status },
      },
      data: { takenBy: to.takenBy, status: to.status, ...ofCarrier(from.body, to.body, now) },
    })
  return {
    /** Gives a request to a member of staff and their carrier unless it stands otherwise than `from` by now. */
    async take(id: string, from: Holding, to: Taken, now: number): Promise<boolean> {
      return (await db.batchIf([give(id, from, to, now), ...told(id, from, to, now)])) !== null
    },

    /** As `take`, by a colleague, with a note that says so. */
    async assign(
      id: string,
      from: Holding,
      to: Taken,
      noted: { id: string; staffId: string; text: string },
      now: number,
    ): Promise<boolean> {
      const { text, ...note } = noted
      const [sealed, createdAt] = [await seal.seal(text), toText(now)]
      const write = staffNote.createMany({ data: { ...note, intakeId: id, sealed, createdAt } })
      return (
        (await db.batchIf([give(id, from, to, now), write, ...told(id, from, to, now)])) !== null
      )
    },

    /** Gives the request of an appointment to whoever has its person before them, while none of their colleagues has it. */
    async takeArrived(
      booking: string,
      to: { takenBy: string; body: string },
      now: number,
    ): Promise<string | null> {
      const free = {
        OR: [{ bodyId: null }, { bodyId: to.body, takenBy: null }],
      }
      // By the appointment: of a request by its appointments, each that ever was would be looked at.
      const found = await bookingRow.findFirst({
        where: { ...free, id: booking, intakeId: { not: null } },
        select: { intakeId: true, bodyId: true, status: true },
      })
      const { intakeId: id, bodyId, status } = found ?? {}
      if (!id || !status) return null
      const arrived = intake.updateMany({
        where: { id, bodyId: bodyId ?? null, ...free },
        data: {
          ...{ takenBy: to.takenBy, status: 'in-care' },
          ...ofCarrier(bodyId ?? null, to.body, now),
        },
      })
      const was = { body: bodyId ?? null, status }
      const is = { body: to.body, status: 'in-care' }
      const done = await db.batchIf([arrived, ...told(id, was, is, now)])
      return done && id
    },

    /**
     * Undoes `takeArrived` of an instant (epoch ms) where the request stands as it left it: it is nobody's again, or
     * of its carrier's colleagues as before. False where it stands otherwise.
     */
    async giveBackArrived(
      id: string,
      body: string,
      { at, now }: { at: number; now: number },
    ): Promise<boolean> {
      const row = await intake.findUnique({ where: { id }, select: { bodySince: true } })
      const wasNobodys = row?.bodySince === toText(at)
      const given = intake.updateMany({
        where: {
          id,
          bodyId: body,
          takenBy: { not: null },
          status: 'in-care',
          recordAt: toText(at),
        },
        data: {
          ...{ takenBy: null, status: 'new', recordAt: toText(now) },
          ...(wasNobodys ? { bodyId: null, bodySince: null } : {}),
        },
      })
      const was = { body, status: 'in-care' }
      const is = { body: wasNobodys ? null : body, status: 'new' }
      return (await db.batchIf([given, ...told(id, was, is, now)])) !== null
    },

    /**
     * Changes the status if it is still the one the page showed; back to new, any colleague may take it over.
     * @param isOver its Wiedervorlage goes as well
     */
    async setStatus(
      id: string,
      from: CareStatus,
      to: CareStatus,
      isOver: boolean,
      now: number,
    ): Promise<boolean> {
      const set = intake.updateMany({
        where: { id, status: from },
        data: {
          status: to,
          recordAt: toText(now),
          ...(to === 'new' ? { takenBy: null } : {}),
          ...(isOver ? NO_FOLLOW_UP : {}),
        },
      })
      const [was, is] = [
        { body: null, status: from },
        { body: null, status: to },
      ]
      return (await db.batchIf([set, ...told(id, was, is, now)])) !== null
    },

    /**
     * Gives a request to another centre or carrier, which hears of it; nobody there has taken it over yet, and no
     * Wiedervorlage keeps it down. What was agreed about it stands in a note.
     */
    async handOver(
      id: string,
      from: { centre: string; body: string | null },
      to: { centre: string; body: string },
      noted: { id: string; staffId: string; text: string },
      now: number,
    ): Promise<boolean> {
      const at = toText(now)
      const { text, ...note } = noted
      const sealed = await seal.seal(text)
      const hand = intake.updateMany({
        where: { id, centreId: from.centre, bodyId: from.body },
        data: {
          ...{ centreId: to.centre, takenBy: null, status: 'new', handedAt: at },
          ...ofCarrier(from.body, to.body, now),
          ...NO_FOLLOW_UP,
        },
      })
      const write = staffNote.createMany({ data: { ...note, intakeId: id, sealed, createdAt: at } })
      return (await db.batchIf([hand, write, OWE_NOTICES(id, at), OWE_CARE([id], at)])) !== null
    },

    /**
     * Adds a note; the same `id` with the same words is added once. With other words, as of a form that was sent again
     * after it seemed not to arrive, it is a note beside the first: nothing that was written is lost.
     */
    async addNote(
      note: { id: string; intakeId: string; staffId: string; text: string },
      now: number,
    ): Promise<void> {
      const { text, ...rest } = note
      const data = { ...rest, sealed: await seal.seal(text), createdAt: toText(now) }
      for (let sent = 1; ; sent++) {
        const id = sent === 1 ? note.id : `${note.id}.${sent}`
        if (await unlessThere(staffNote.createMany({ data: { ...data, id } }))) return
        const there = await staffNote.findUnique({ where: { id }, select: { sealed: true } })
        if (there && (await seal.open(there.sealed)) === text) return
      }
    },

    /** Notes what staff found of a Rechtskreis, in the place of what was found before. */
    async find(
      found: { intakeId: string; rechtskreis: string; verdict: Verdict; staffId: string },
      now: number,
    ): Promise<void> {
      const { intakeId, rechtskreis, ...rest } = found
      const place = { intakeId, rechtskreis }
      const update = { ...rest, at: toText(now) }
      const where = { intakeId_rechtskreis: place }
      await db.batch([
        finding.upsert({ where, create: { ...place, ...update }, update }),
        intake.updateMany({ where: { id: intakeId }, data: { recordAt: update.at } }),
      ])
    },

    /** Notes a referral; the same `id` is noted once. */
    async refer(
      made: {
        id: string
        intakeId: string
        staffId: string
        target: string
        agreed: readonly string[]
      },
      now: number,
    ): Promise<void> {
      const data = { ...made, agreed: JSON.stringify(made.agreed), createdAt: toText(now) }
      const referred = { id: made.intakeId, status: { not: 'closed' } }
      const recordAt = toText(now)
      await unlessThere(
        db.batch([
          referral.createMany({ data }),
          intake.updateMany({ where: referred, data: { status: 'referred', recordAt } }),
        ]),
      )
    },

    /** What happened with a request, the latest first. */
    async entries(intakeId: string): Promise<CareEntry[]> {
      const rows = await careEntryRow.findMany({
        where: { intakeId },
        orderBy: { createdAt: 'desc' },
      })
      return Promise.all(rows.map((row) => entryOf(row, seal)))
    },
  }
}

type Stand = { body: string | null; status: string }

/** What they are told of has not changed where a colleague takes over. */
const told = (id: string, was: Stand, is: Stand, now: number) =>
  was.body !== is.body || (was.status === 'closed') !== (is.status === 'closed')
    ? [OWE_CARE([id], toText(now))]
    : []

/** Since when a carrier has it is noted where it is another one; its record changes either way. */
const ofCarrier = (from: string | null, to: string, now: number) => {
  const given = { bodyId: to, recordAt: toText(now) }
  return from === to ? given : { ...given, bodySince: toText(now) }
}

async function entryOf(row: CareEntryRow, seal: Seal): Promise<CareEntry> {
  const { id, kind, createdAt, by, sealed, text, agreed, status, language } = row
  const opened = sealed === null ? null : await seal.open(sealed)
  const isMessage = kind === 'message'
  return {
    id,
    kind: kind as CareEntry['kind'],
    at: fromText(createdAt),
    by: by ?? '',
    text: (isMessage ? text : (opened ?? text)) ?? '',
    agreed: agreed ? (JSON.parse(agreed) as string[]) : [],
    status,
    language,
    said: isMessage && opened !== null ? (JSON.parse(opened) as SentWords) : null,
  }
}
