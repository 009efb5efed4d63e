// Referrals: what the person answered, and what came of it.

import type { AskedReferral, PassedOn, ReferralAnswer, ReferralOutcome } from '../domain/care.ts'
import { type Database, first, fromText, toText } from './database.ts'

/** A referral with its answer and outcome. Instants are epoch milliseconds. */
export type Referral = AskedReferral & {
  intakeId: string
  personId: string
  madeAt: number
  answeredAt: number | null
  outcome: ReferralOutcome | null
}

type Row = {
  id: string
  intakeId: string
  personId: string
  target: string
  agreed: string
  createdAt: string
  answer: ReferralAnswer | null
  answeredAt: string | null
  outcome: ReferralOutcome | null
}

const SELECT = `SELECT r.*, i."personId" FROM "Referral" r JOIN "Intake" i ON i."id" = r."intakeId"`

export function createReferrals(db: Database) {
  return {
    async find(id: string): Promise<Referral | undefined> {
      const row = await first<Row>(db, `${SELECT} WHERE r."id" = ?`, id)
      return row && referralOf(row)
    },

    /** The person's latest one, answered or not, as long as nothing has come of it. */
    async latestOf(personId: string): Promise<Referral | undefined> {
      const row = await first<Row>(
        db,
        `${SELECT} WHERE i."personId" = ? AND r."outcome" IS NULL
         ORDER BY r."createdAt" DESC, r."id" LIMIT 1`,
        personId,
      )
      return row && referralOf(row)
    },

    /** All of a request, the latest first. */
    async of(intakeId: string): Promise<Referral[]> {
      const rows = await db.$queryRawUnsafe<Row[]>(
        `${SELECT} WHERE r."intakeId" = ? ORDER BY r."createdAt" DESC`,
        intakeId,
      )
      return rows.map(referralOf)
    },

    /**
     * Notes the person's answer, with a fingerprint of the text they read; it can be changed until
     * something has come of the referral. False where it is not theirs or too late.
     */
    async answer(
      id: string,
      personId: string,
      given: { answer: ReferralAnswer; textHash: string },
      now: number,
    ): Promise<boolean> {
      const noted = await db.$executeRawUnsafe(
        `UPDATE "Referral" SET "answer" = ?, "textHash" = ?, "answeredAt" = ?
         WHERE "id" = ? AND "outcome" IS NULL
           AND "intakeId" IN (SELECT "id" FROM "Intake" WHERE "personId" = ?)`,
        given.answer,
        given.textHash,
        toText(now),
        id,
        personId,
      )
      return noted === 1
    },

    async setOutcome(id: string, outcome: ReferralOutcome, now: number): Promise<void> {
      await db.$executeRawUnsafe(
        'UPDATE "Referral" SET "outcome" = ?, "outcomeAt" = ? WHERE "id" = ?',
        outcome,
        toText(now),
        id,
      )
    },
  }
}

function referralOf(row: Row): Referral {
  const { id, intakeId, personId, target, answer, outcome } = row
  return {
    id,
    intakeId,
    personId,
    target,
    passes: JSON.parse(row.agreed) as PassedOn[],
    madeAt: fromText(row.createdAt),
    answer,
    answeredAt: row.answeredAt ? fromText(row.answeredAt) : null,
    outcome,
  }
}
