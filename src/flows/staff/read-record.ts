// A member of staff opens a record: may they, note it down, then show it.

import type { Deps } from '../../deps.ts'
import type { CareEntry, Referral } from '../../domain/people/care.ts'
import type { CaseIntake } from '../../domain/people/case.ts'
import { may } from '../../domain/people/rights.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { referralTargets } from '../../domain/questionnaire/programmes.ts'
import { type IntakeRecord, recordOf } from '../../domain/questionnaire/record.ts'
import type { LanguageTerms } from '../../domain/questionnaire/wording.ts'
import type { VoiceMessage } from '../../domain/voice-message/voice-message.ts'
import { currentCity } from '../city.ts'
import { type Actor, mayHere, noteDown, noteSeen } from './actor.ts'

export type OpenedRecord = {
  intake: CaseIntake
  record: IntakeRecord
  /** Other requests of the same person that the actor may see. */
  others: CaseIntake[]
  profile: Profile
}

/**
 * A record as it is sent to a machine. Not noted down: the API does so once it is known whether it is sent.
 * @returns `null` where there is no such record or it is not the actor's to see
 */
export async function findRecord(
  deps: Deps,
  actor: Actor,
  id: string,
  languages: LanguageTerms,
): Promise<OpenedRecord | null> {
  const { intakes } = deps.store.staff
  const intake = await intakes.find(id)
  if (!intake) return null
  if (!(await mayHere(deps, actor, 'see-records', id, locationOf(intake)))) return null
  const [{ profile }, others] = await Promise.all([currentCity(deps), intakes.others(intake)])
  return {
    intake,
    record: recordOf(intake, profile, languages),
    others: others.filter((other) => may(actor, 'see-records', locationOf(other))),
    profile,
  }
}

/** As `findRecord`, noted down, also the other requests it names. */
async function readRecord(
  deps: Deps,
  actor: Actor,
  id: string,
  languages: LanguageTerms,
): Promise<OpenedRecord | null> {
  const opened = await findRecord(deps, actor, id, languages)
  if (!opened) return null
  await noteSeen(deps, actor, 'see-record', [opened.intake])
  await noteSeen(deps, actor, 'see-part', opened.others)
  return opened
}

/** All that the page of a record shows. */
export type RecordPage = OpenedRecord & {
  entries: readonly CareEntry[]
  referrals: readonly Referral[]
  voices: readonly VoiceMessage[]
  targets: ReturnType<typeof referralTargets>
  now: number
}

/** As `readRecord`, with what was done about it and what can be. */
export async function openRecord(
  deps: Deps,
  actor: Actor,
  id: string,
  languages: LanguageTerms,
): Promise<RecordPage | null> {
  const opened = await readRecord(deps, actor, id, languages)
  if (!opened) return null
  const [entries, referrals, voices] = await Promise.all([
    deps.store.staff.care.entries(id),
    deps.store.referrals.of(id),
    deps.store.voiceMessages.of(id),
  ])
  const now = deps.clock.now()
  const targets = referralTargets(opened.profile, now)
  return { ...opened, entries, referrals, voices, targets, now }
}

/** As `readRecord`, to be taken out of the house; `null` as there. */
export async function exportRecord(
  deps: Deps,
  actor: Actor,
  id: string,
  languages: LanguageTerms,
): Promise<IntakeRecord | null> {
  const opened = await readRecord(deps, actor, id, languages)
  if (!opened) return null
  const { centre } = opened.intake
  await noteDown(deps, actor, 'export-record', { subject: id, centre })
  return opened.record
}

export type PrintedReferral = {
  profile: Profile
  intake: CaseIntake
  referral: Referral
  now: number
}

/**
 * A referral to be printed. Not once the person has said no: then nothing is passed on.
 * @returns `null` where there is none, or it is not the actor's
 */
export async function printReferral(
  deps: Deps,
  actor: Actor,
  id: string,
  wanted: string,
): Promise<PrintedReferral | null> {
  const intake = await deps.store.staff.intakes.find(id)
  if (!intake) return null
  if (!(await mayHere(deps, actor, 'work-on-record', id, locationOf(intake)))) return null
  const { centre } = intake
  const referral = await deps.store.referrals.find(wanted)
  if (referral?.intakeId !== id) {
    await noteDown(deps, actor, 'print-referral', { subject: id, centre, refused: true })
    return null
  }
  if (referral.answer === 'no') return null
  await noteDown(deps, actor, 'print-referral', { subject: id, centre })
  const { profile } = await currentCity(deps)
  return { profile, intake, referral, now: deps.clock.now() }
}

/**
 * A voice message of the person, to be heard by whoever may read the record; each time it is asked for stands in
 * the audit.
 * @returns `null` where there is none, or it is not the actor's
 */
export async function hearVoice(deps: Deps, actor: Actor, id: string, wanted: string) {
  const intake = await deps.store.staff.intakes.find(id)
  if (!intake) return null
  if (!(await mayHere(deps, actor, 'see-records', id, locationOf(intake)))) return null
  const found = await deps.store.voiceMessages.file(id, wanted)
  if (!found) return null
  await noteDown(deps, actor, 'hear-voice', { subject: id, centre: intake.centre })
  return found
}

export const locationOf = ({ centre, body }: CaseIntake) => ({ centre, body })
