// A talk ↔ what is stored of it: codes in the open, what people typed sealed.

import type { Deps } from '../../deps.ts'
import { tellsOfRequest } from '../../domain/appointment/webhooks.ts'
import type { LoadedIntake, LoadedPerson, Saved } from '../../domain/dialog/kept-talk.ts'
import { responsibleCentre } from '../../domain/dialog/suggestion.ts'
import type { Talk } from '../../domain/dialog/talk.ts'
import { countsOfRequest } from '../../domain/figures/request-counts.ts'
import type { Channel } from '../../domain/people/address.ts'
import { counsellorOnReturn } from '../../domain/people/care.ts'
import { owesNotice } from '../../domain/people/notices.ts'
import { arrives } from '../../domain/people/reach.ts'
import { apart, wholeQuestionnaire } from '../../domain/questionnaire/questionnaire.ts'
import { QUESTIONNAIRE_VERSION } from '../../domain/questionnaire/questions.ts'
import { urgencyOf } from '../../domain/questionnaire/triage.ts'
import type { Progress } from './progress.ts'

/** A person who was not known a moment ago. */
export function newcomer(id: string, channel: Channel): Omit<LoadedPerson, 'language'> {
  return {
    id,
    unreachable: null,
    channels: [channel],
    hasNews: false,
    pinCount: 0,
    consents: [],
    intake: null,
    appointment: null,
    told: [],
    sounds: [],
    changes: [],
    party: [{ id, relation: null, label: null, isMeant: true }],
    waiting: null,
    held: [],
    written: null,
    earlier: [],
  }
}

/** Whether messages come to the person by themselves; who writes in a chat is reached there. */
export function hasChat(
  { config }: Pick<Deps, 'config'>,
  { channels, unreachable }: LoadedPerson,
  channel: Channel,
): boolean {
  const isMet = channel === 'telegram' || arrives({ channels, unreachable, hasPhone: false })
  return isMet && config.doors.telegram
}

/** Whose account had a request of a person last. */
export function knownTo({ earlier: [last] }: Pick<LoadedPerson, 'earlier'>): {
  counsellor?: string
} {
  return last ? { counsellor: last.id } : {}
}

/** The talk of a loaded person. */
export function talkOf(person: LoadedPerson, intake: LoadedIntake): Talk {
  const { phone } = intake
  const { cityQuestions } = intake.talk
  const agreed = (scope: string) => person.consents.some((consent) => consent.scope === scope)
  return {
    language: person.language,
    answers: intake.talk.answers,
    ...(cityQuestions ? { cityQuestions } : {}),
    agreed: { details: agreed('details'), reminders: agreed('reminders') },
    place: intake.talk.place,
    trail: intake.talk.trail,
    ...(intake.talk.heard === undefined ? {} : { heard: intake.talk.heard }),
    ...(intake.talk.done ? { done: true } : {}),
    ...(intake.talk.broughtTopic ? { broughtTopic: true } : {}),
    ...(intake.talk.calm ? { calm: intake.talk.calm } : {}),
    ...(phone === undefined ? {} : { phone }),
    ...(intake.callBack === 'chat' || intake.callBack === 'phone'
      ? { callBack: intake.callBack }
      : {}),
    ...(intake.ref === null ? {} : { ref: intake.ref }),
    ...(intake.source === null ? {} : { source: intake.source }),
  }
}

/** Saves the talk, and with it what follows from the step for others; see the store's `save`. */
export async function saveTalk(deps: Deps, progress: Progress): Promise<Saved> {
  const { talk, who, version, input, facts, notice, standing } = progress
  const { cityQuestions } = talk
  const questionnaire = wholeQuestionnaire(facts.profile, cityQuestions ?? [])
  const { open, sealed } = apart(questionnaire, talk.answers)
  const submitted = talk.ref !== undefined
  const centre = submitted ? (facts.appointment?.centre ?? responsibleCentre(talk, facts)) : null
  const urgency = submitted ? urgencyOf(talk.answers) : null
  const isWith = standing?.isHandedOver ? standing.centre : centre
  const isNews = tellsOfRequest(standing, { submitted })
  return await deps.store.talks.save({
    id: who.intakeId,
    personId: who.personId,
    version,
    input,
    isAnswer: progress.isAnswer,
    questionnaire: QUESTIONNAIRE_VERSION,
    talk: {
      answers: open,
      ...(cityQuestions ? { cityQuestions } : {}),
      place: talk.place,
      trail: talk.trail,
      ...(talk.heard === undefined ? {} : { heard: talk.heard }),
      ...(talk.done ? { done: true } : {}),
      ...(talk.broughtTopic ? { broughtTopic: true } : {}),
      ...(talk.calm ? { calm: talk.calm } : {}),
      ...(notice ? { notice } : {}),
    },
    secrets: { ...sealed, ...(talk.phone === undefined ? {} : { phone: talk.phone }) },
    ref: talk.ref ?? null,
    callBack: talk.callBack ?? null,
    source: talk.source ?? null,
    centre,
    counsellor: counsellorOnReturn(progress.earlier, centre),
    urgency,
    submitted,
    given: progress.given,
    isNews,
    owesNotice: owesNotice(standing, { submitted, centre: isWith, urgency }),
    counts: isNews ? countsOfRequest(talk.answers, talk, facts.now) : [],
    now: facts.now,
  })
}
