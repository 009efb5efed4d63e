// A member of staff opens a record: may they, note it down, then show it.

import type { Deps } from '../../deps.ts'
import { type Colleague, colleaguesAt } from '../../domain/people/assign.ts'
import type { CareEntry, Referral } from '../../domain/people/care.ts'
import type { CaseIntake } from '../../domain/people/case.ts'
import {
  allShownTo,
  isBehind,
  isHeardBy,
  type ShownIntake,
  shownTo,
} from '../../domain/people/wall.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { referralTargets } from '../../domain/questionnaire/programmes.ts'
import { type IntakeRecord, recordOf } from '../../domain/questionnaire/record.ts'
import type { LanguageTerms } from '../../domain/questionnaire/wording.ts'
import type { VoiceMessage } from '../../domain/voice-message/voice-message.ts'
import { currentCity } from '../city.ts'
import { type Actor, mayHere, noteDown, noteSeen } from './actor.ts'

export type OpenedRecord = {
  intake: ShownIntake
  record: IntakeRecord
  /** Other requests of the same person that the actor may see. */
  others: ShownIntake[]
  profile: Profile
}

/** Why the hours of its appointment were closed; `null` where they were not, or nobody knows any more. */
type Displacing = { because: string | null }

/**
 * A record as it is sent to a machine, or its front while nobody has taken it over. Not noted down: the API does so
 * once it is known whether it is sent.
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
  const { profile } = await currentCity(deps)
  const seen = shownTo(actor, intake, profile)
  if (!seen) {
    const about = { subject: id, centre: intake.centre, refused: true }
    await noteDown(deps, actor, 'see-records', about)
    return null
  }
  const isWhole = seen.shown === 'whole'
  const others = isWhole ? allShownTo(actor, await intakes.others(intake), profile) : []
  const record = recordOf(seen, profile, languages, deps.clock.now())
  return {
    ...{ intake: seen, record, profile },
    others: others.filter(({ shown }) => shown === 'whole'),
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
export type RecordPage = OpenedRecord &
  Displacing & {
    /** Whose account is closed has it. */
    isLeft: boolean
    entries: readonly CareEntry[]
    /** How many more there are, of a carrier that the person has left. */
    entriesBehind: number
    referrals: readonly Referral[]
    voices: readonly VoiceMessage[]
    targets: ReturnType<typeof referralTargets>
    /** Whom it can be given to: of the carrier that has it, or of the actor's while nobody has. */
    colleagues: readonly Colleague[]
    now: number
  }

/** What the page shows while nobody has taken it over. */
export type FrontPage = Displacing & {
  front: ShownIntake
  profile: Profile
  colleagues: readonly Colleague[]
  now: number
}

/** To whom it can be given, and whether whoever has it is in no more. */
async function colleaguesOf(
  deps: Deps,
  actor: Actor,
  { centre, body: own, takenBy, status }: ShownIntake,
) {
  const body = own ?? actor.body
  if (body === null) return { colleagues: [], isLeft: false }
  const people = await deps.store.staff.people.list()
  const isOpen = own !== null && status !== 'closed' && status !== 'new'
  const isLeft = isOpen && people.some(({ id, closed }) => closed && id === takenBy?.id)
  return { colleagues: colleaguesAt(people, { centre, body }), isLeft }
}

/** As `readRecord`, of a whole record with what was done about it and what can be. */
export async function openRecord(
  deps: Deps,
  actor: Actor,
  id: string,
  languages: LanguageTerms,
): Promise<RecordPage | FrontPage | null> {
  const opened = await readRecord(deps, actor, id, languages)
  if (!opened) return null
  const { intake, profile } = opened
  const team = colleaguesOf(deps, actor, intake)
  const now = deps.clock.now()
  const { displaced, bookingId } = intake
  const because =
    displaced && bookingId !== null ? await deps.store.staff.displaced.reasonOf(bookingId) : null
  if (intake.shown === 'front') {
    return { front: intake, profile, colleagues: (await team).colleagues, because, now }
  }
  const [entries, referrals, voices] = await Promise.all([
    deps.store.staff.care.entries(id),
    deps.store.referrals.of(id),
    deps.store.voiceMessages.of(id),
  ])
  const targets = referralTargets(profile, now)
  const isOpen = ({ at }: { at: number }) => !isBehind(actor, intake, at, profile)
  const own = entries.filter(isOpen)
  return {
    ...{ ...opened, targets, because, now },
    ...(await team),
    voices: voices.filter((voice) => isHeardBy(actor, intake, voice, profile)),
    entries: own,
    entriesBehind: entries.length - own.length,
    referrals: referrals.filter(({ madeAt: at }) => isOpen({ at })),
  }
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
  const { centre, shown } = opened.intake
  const about = { subject: id, centre, refused: shown !== 'whole' }
  await noteDown(deps, actor, 'export-record', about)
  if (about.refused) return null
  return opened.record
}

export type PrintedReferral = {
  profile: Profile
  intake: ShownIntake
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
  const { profile } = await currentCity(deps)
  const seen = shownTo(actor, intake, profile)
  const isTheirs = referral?.intakeId === id && !isBehind(actor, intake, referral.madeAt, profile)
  if (!isTheirs || !seen) {
    await noteDown(deps, actor, 'print-referral', { subject: id, centre, refused: true })
    return null
  }
  if (referral.answer === 'no') return null
  await noteDown(deps, actor, 'print-referral', { subject: id, centre })
  return { profile, intake: seen, referral, now: deps.clock.now() }
}

/** As `findVoice`; each time it is asked for stands in the audit. */
export async function hearVoice(deps: Deps, actor: Actor, id: string, wanted: string) {
  const found = await findVoice(deps, actor, id, wanted)
  if (found) await noteDown(deps, actor, 'hear-voice', { subject: id, centre: found.intake.centre })
  return found
}

/**
 * A voice message of the person, to be heard by whoever may read the record. Not noted down: see `findRecord`.
 * @returns `null` where there is none, or it is not the actor's
 */
export async function findVoice(deps: Deps, actor: Actor, id: string, wanted: string) {
  const intake = await deps.store.staff.intakes.find(id)
  if (!intake) return null
  if (!(await mayHere(deps, actor, 'see-records', id, locationOf(intake)))) return null
  const { profile } = await currentCity(deps)
  const voices = await deps.store.voiceMessages.of(id)
  const voice = voices.find((one) => one.id === wanted)
  const isHeard = voice !== undefined && isHeardBy(actor, intake, voice, profile)
  const found = isHeard ? await deps.store.voiceMessages.file(id, wanted) : null
  return found && { ...found, intake }
}

/** What decides who may do something with a request. */
export const locationOf = ({ centre, body, urgency }: CaseIntake) => ({ centre, body, urgency })
