// Referrals: what the person answered, and what came of it.

import type { PassedOn, Referral, ReferralAnswer, ReferralOutcome } from '../domain/people/care.ts'
import type { ReferralRow } from '../generated/node/client.ts'
import { type Database, fromText, toText } from './engine/database.ts'

export function createReferrals({ referral, referralRow }: Database) {
  return {
    async find(id: string): Promise<Referral | undefined> {
      const row = await referralRow.findFirst({ where: { id } })
      return row ? referralOf(row) : undefined
    },

    /** The person's latest one, answered or not, as long as nothing has come of it. */
    async latestOf(personId: string): Promise<Referral | undefined> {
      const row = await referralRow.findFirst({
        where: { personId, outcome: null },
        orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      })
      return row ? referralOf(row) : undefined
    },

    /** All of a request, the latest first. */
    async of(intakeId: string): Promise<Referral[]> {
      const rows = await referralRow.findMany({
        where: { intakeId },
        orderBy: { createdAt: 'desc' },
      })
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
      const noted = await referral.updateMany({
        where: { id, outcome: null, intake: { personId } },
        data: { ...given, answeredAt: toText(now) },
      })
      return noted.count > 0
    },

    async setOutcome(id: string, outcome: ReferralOutcome, now: number): Promise<void> {
      await referral.updateMany({ where: { id }, data: { outcome, outcomeAt: toText(now) } })
    },
  }
}

function referralOf(row: ReferralRow): Referral {
  const { id, intakeId, personId, target } = row
  return {
    id,
    intakeId,
    personId,
    target,
    passes: JSON.parse(row.agreed) as PassedOn[],
    madeAt: fromText(row.createdAt),
    answer: row.answer as ReferralAnswer | null,
    answeredAt: row.answeredAt ? fromText(row.answeredAt) : null,
    outcome: row.outcome as ReferralOutcome | null,
  }
}
