// A member of staff opens a record: may they, note it down, then show it.

import type { Deps } from '../../deps.ts'
import type { CaseIntake } from '../../domain/people/case.ts'
import { may } from '../../domain/people/rights.ts'
import { type IntakeRecord, recordOf } from '../../domain/questionnaire/record.ts'
import type { LanguageTerms } from '../../domain/questionnaire/wording.ts'
import { currentCity } from '../city.ts'
import { type Caller, mayHere, noteDown } from './caller.ts'

export type OpenedRecord = {
  intake: CaseIntake
  record: IntakeRecord
  /** Other requests of the same person that the caller may see. */
  others: CaseIntake[]
}

/** @returns `null` where there is no such record or it is not the caller's to see */
export async function readRecord(
  deps: Deps,
  caller: Caller,
  id: string,
  languages: LanguageTerms,
): Promise<OpenedRecord | null> {
  const { intakes } = deps.store.staff
  const intake = await intakes.find(id)
  if (!intake) return null
  if (!(await mayHere(deps, caller, 'see-records', id, placeOf(intake)))) return null
  await noteDown(deps, caller, 'see-record', { subject: id, centre: intake.centre })
  const [{ profile }, others] = await Promise.all([currentCity(deps), intakes.others(intake)])
  return {
    intake,
    record: recordOf(intake, profile, languages),
    others: others.filter((other) => may(caller, 'see-records', placeOf(other))),
  }
}

/**
 * A referral to be printed. Not once the person has said no: then nothing is passed on.
 * @returns `null` where there is none, or it is not the caller's
 */
export async function readReferral(deps: Deps, caller: Caller, id: string, referral: string) {
  const intake = await deps.store.staff.intakes.find(id)
  if (!intake) return null
  if (!(await mayHere(deps, caller, 'work-on-record', id, placeOf(intake)))) return null
  const found = await deps.store.referrals.find(referral)
  if (found?.intakeId !== id) {
    const { centre } = intake
    await noteDown(deps, caller, 'print-referral', { subject: id, centre, refused: true })
    return null
  }
  if (found.answer === 'no') return null
  await noteDown(deps, caller, 'print-referral', { subject: id, centre: intake.centre })
  return { intake, referral: found }
}

export const placeOf = ({ centre, body }: CaseIntake) => ({ centre, body })
