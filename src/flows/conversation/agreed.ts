// What a person agrees to on the way, or takes back: consents, optional answers, reminders.

import type { Deps } from '../../deps.ts'
import type { ConsentScope } from '../../domain/people/consents.ts'
import { QUESTIONS } from '../../domain/questionnaire/questions.ts'
import type { City } from '../city.ts'
import { consentTo } from './consent-texts.ts'
import { type Progress, withFile } from './progress.ts'

// What is asked of everybody; the rest is said of one's own accord.
const NEEDED = new Set<string>(QUESTIONS.filter(({ level }) => level === 'A').map(({ id }) => id))

/** Agrees to a purpose, in the language of the talk. */
export async function consenting(
  deps: Deps,
  { profile }: City,
  progress: Progress,
  scope: ConsentScope,
): Promise<Progress> {
  const { who, address, facts, given } = progress
  const consent = await consentTo(deps, profile, scope, who.language, address.channel)
  const isNew = !facts.consents.some((one) => one.scope === scope)
  // What is shown next says so already.
  const now = isNew ? [{ scope, givenAt: facts.now }] : []
  const consents = [...facts.consents, ...now]
  return { ...progress, given: [...given, consent], facts: { ...facts, consents } }
}

/** Takes back what was agreed to, and drops what was said under it. */
export async function withdrawing(
  deps: Deps,
  progress: Progress,
  scope: 'details' | 'reminders',
): Promise<Progress> {
  const { who, facts } = progress
  await deps.store.people.withdraw(who.personId, scope, facts.now)
  if (scope === 'details') await deps.store.details.drop(who.personId, who.intakeId, NEEDED)
  const consents = facts.consents.filter((one) => one.scope !== scope)
  return { ...progress, facts: { ...facts, consents } }
}

/** Reminders of the open appointment are wanted or not; the calendar in the phone keeps to it. */
export async function reminding(
  deps: Deps,
  city: City,
  progress: Progress,
  remind: boolean,
): Promise<Progress> {
  const { appointment, now } = progress.facts
  if (!appointment) return progress
  await deps.store.reminders.set(appointment.id, remind, now)
  const isNew = appointment.remind !== remind
  const sequence = appointment.sequence + (isNew ? 1 : 0)
  const facts = { ...progress.facts, appointment: { ...appointment, remind, sequence } }
  const agreed = { ...progress.talk.agreed, reminders: remind }
  return withFile(deps, city, { ...progress, talk: { ...progress.talk, agreed }, facts })
}
