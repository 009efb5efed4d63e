// What staff do with a request, what they write sealed.

import type { SentWords } from '../domain/dialog/sent-words.ts'
import type { CareEntry, CareStatus, Verdict } from '../domain/people/care.ts'
import type { CareEntryRow } from '../generated/node/client.ts'
import { createArrivals, ofCarrier, told } from './arrivals.ts'
import { type Database, fromText, toText, unlessThere } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'
import { NO_FOLLOW_UP } from './follow-ups.ts'
import { OWE_CARE, OWE_NOTICES } from './sql/owed.ts'

/** Who has a request, and how it stands. */
type Holding = { takenBy: string | null; body: string | null; centre: string; status: CareStatus }
type Taken = { takenBy: string; body: string; status: CareStatus }

/** A referral as staff make it. */
type Made = {
  id: string
  intakeId: string
  staffId: string
  target: string
  agreed: readonly string[]
}

export function createCare(db: Database, seal: Seal) {
  const { intake, staffNote, finding, referral, careEntryRow } = db
  const give = (id: string, from: Holding, to: Taken, now: number) =>
    intake.updateMany({
      where: {
        ...{ id, takenBy: from.takenBy, bodyId: from.body },
        ...{ centreId: from.centre, status: from.status },
      },
      data: { takenBy: to.takenBy, status: to.status, ...ofCarrier(from.body, to.body, now) },
    })
  return {
    ...createArrivals(db),

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

    /**
     * Notes a referral, unless the same one is open: to the same target, with the same passed on, and not declined. So a
     * press that came twice, and two people at once, make one.
     * @param other its id where `id` is another referral's of this request: a form that was sent again with other words
     * @returns the id of the one that is there now; `null` where `id` is of another request
     */
    async refer(made: Made, other: string, now: number): Promise<string | null> {
      const { intakeId, target } = made
      const agreed = JSON.stringify(made.agreed)
      const open = {
        ...{ target, agreed, outcome: null },
        OR: [{ answer: null }, { answer: 'yes' }],
      }
      const [createdAt, recordAt] = [toText(now), toText(now)]
      for (const id of [made.id, other]) {
        const isMade = await unlessThere(
          db.batchIf([
            intake.updateMany({
              where: { id: intakeId, referrals: { none: open } },
              data: { recordAt },
            }),
            referral.createMany({ data: { ...made, id, agreed, createdAt } }),
            intake.updateMany({
              where: { id: intakeId, status: { not: 'closed' } },
              data: { status: 'referred' },
            }),
          ]),
        )
        const found = await referral.findFirst({
          where: { intakeId, ...open },
          select: { id: true },
        })
        if (found) return found.id
        if (isMade) return null
        const there = await referral.findUnique({ where: { id }, select: { intakeId: true } })
        if (there?.intakeId !== intakeId) return null
      }
      return null
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
