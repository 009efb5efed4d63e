// Where a person is in the talk, and moving forward and back in it.

import type { Appointment } from '../appointment/appointment.ts'
import type { Change } from '../appointment/booking.ts'
import type { Wish, Wishes } from '../appointment/wishes.ts'
import type { BookableTime } from '../calendar/bookable.ts'
import type { Closure } from '../calendar/closures.ts'
import type { AskedReferral } from '../people/care.ts'
import type { OWN, PartyMember, Relation } from '../people/party.ts'
import type { Profile } from '../profile/profile.ts'
import {
  asked,
  type KeptQuestion,
  type Questionnaire,
  questionIn,
  questionnaireOf,
} from '../questionnaire/questionnaire.ts'
import { type Answer, type Answers, codeOf, QUESTIONS } from '../questionnaire/questions.ts'
import { isCut } from '../questionnaire/triage.ts'
import type { Narrowed, Page, TiedTo, WishKind } from './tap.ts'

export type Place =
  /** `nth`: which screenful of its choices is shown, from 0; else the one on which `option` stands. */
  | { at: 'question'; id: string; code?: string; nth?: number; option?: string }
  /** `from`: not before this instant; `ways`: what else there is instead of these times. */
  | { at: 'times'; centre?: string; day?: string; from?: number; ways?: true; only?: Narrowed }
  | { at: 'days'; centre?: string; from?: number; only?: Narrowed }
  | { at: 'centres'; section?: string }
  | { at: 'check'; centre: string; startsAt: number }
  | { at: 'wish'; about: WishKind; wishes: Wishes }
  | { at: 'fitting'; wishes: Wishes }
  | { at: 'waiting' }
  | { at: 'appointment' }
  | { at: 'cancel' }
  /** Whom they wish to talk to does not counsel at their time: it is answered, with the times that suit. */
  | { at: 'wished' }
  | { at: 'details' }
  | { at: 'safe'; by?: 'chat' | 'phone' }
  /** `needed`: asked for so that the person can be called when something changes, not at once. */
  | { at: 'phone'; needed?: true }
  | { at: 'tie'; to: TiedTo }
  | { at: 'sent' }
  | { at: 'languages' }
  | { at: 'voices' }
  | { at: 'people' }
  | { at: 'relation' }
  | { at: 'vouch'; relation: Relation | typeof OWN }
  | { at: 'label' }
  | { at: 'erase'; whom: string }
  /** `section`: as in the tap that opens it. */
  | { at: 'page'; page: Page; section?: string }

/** The whole talk of one person. What people typed is personal: stored sealed, never logged. */
export type Talk = {
  language: string
  /** The voice they hear, where it is another than that of the language they read. */
  heard?: string
  answers: Answers
  /** Questions of the city that were answered, as they were asked. */
  cityQuestions?: readonly KeptQuestion[]
  phone?: string
  callBack?: 'chat' | 'phone'
  /** What they agreed to beyond the talk itself. */
  agreed: { details: boolean; reminders: boolean }
  place: Place
  /** Where "back" leads, oldest first. */
  trail: readonly Place[]
  /** Readable code of the submitted request, e.g. 7F3-K2D; absent until something is submitted. */
  ref?: string
  /** The questions are behind them: there is, or was, an appointment. */
  done?: boolean
  /** Poster or link that brought the person here. */
  source?: string
  /** The link brought the topic, too; nobody has looked at it yet. */
  broughtTopic?: true
  /** What they had answered before they went on from a cry, for who says that it was none. */
  calm?: Calm
}

/** The answers that a cry changes, as they were; absent where there was none. */
export type Calm = { urgent?: Answer; heard?: Answer }

/** A seat held for a person until they answer. Times are epoch milliseconds. */
export type Held = {
  id: string
  centre: string
  startsAt: number
  endsAt: number
  seat: number
  until: number
}

/** A message of staff that can be answered: to whom, about which request, from where, and how often it was. */
export type Written = { person: string; request: string; centre: string; replies: number }

/** What the talk must know of the world. */
export type Facts = {
  now: number
  profile: Profile
  /** What is closed beyond the public holidays. */
  closures: readonly Closure[]
  appointment: Appointment | null
  /** What the person has agreed to, and when. */
  consents: readonly { scope: string; givenAt: number }[]
  /** What the person waits for. */
  waiting: Wish | null
  /** Seats held for the person, with the instant until when. */
  held: readonly Held[]
  /** Everybody behind the address, whose it is first. */
  party: readonly PartyMember[]
  /** The latest message of staff to any of them, while it can be answered in the chat. */
  written: Written | null
  /** Whose account had a request of theirs last, and may still sign in. */
  counsellor?: string
  /** What all of them changed lately. */
  changes: readonly Change[]
  /** How many requests all of them began in the last days; known only where one more is asked for. */
  requests?: number
  /** Voices there is something to be heard in; absent where nothing is. */
  voices?: readonly string[]
  /** Languages Lotse can be read in, and languages that can be asked for in the room. */
  reading: readonly string[]
  /** What readers of a language are likely to speak, likeliest first. */
  likely: Readonly<Record<string, readonly string[]>>
  spoken: readonly string[]
  /** Translations no native speaker has checked yet; their readers are told. */
  unreviewed: readonly string[]
  /** Messages come to the person by themselves; else they find what is new on their page. */
  hasChat: boolean
  /** To which doors a link can lead from here. */
  doors: Readonly<Record<TiedTo, boolean>>
  /** What whoever speaks comes back with, beside the code; only at a door where that can be done. */
  pin?: string
  /** Where Lotse can be opened in a browser, without a slash at the end; absent where nowhere. */
  publicUrl?: string
  /** It is a trial without real people, and says so before anything is asked. */
  isTrial?: true
}

/** Facts with the free times of the centres the screen shows, and the referral or link where it shows one. */
export type ShownFacts = Facts & {
  times: readonly BookableTime[]
  referral?: AskedReferral | undefined
  tie?: TieLink | undefined
}

/** A link that ties the person to another address once; `until`: epoch milliseconds. */
export type TieLink = { url: string; until: number }

const LONGEST_TRAIL = 12

/** A talk that has just begun. */
export function beginTalk(language: string, source?: string): Talk {
  const talk: Talk = {
    language,
    answers: {},
    agreed: { details: false, reminders: false },
    place: { at: 'question', id: QUESTIONS[0].id },
    trail: [],
  }
  return source ? { ...talk, source } : talk
}

/** The same person asks again: what does not change from one request to the next is kept. */
export function beginAgain(talk: Talk, facts: Facts): Talk {
  const kept = questionnaireOf(facts.profile).filter((q) => q.kept)
  const answers = Object.fromEntries(
    kept.flatMap(({ id }) => (talk.answers[id] === undefined ? [] : [[id, talk.answers[id]]])),
  )
  const { heard, agreed } = talk
  const begun = { ...beginTalk(talk.language, talk.source), answers, agreed }
  return heard === undefined ? begun : { ...begun, heard }
}

/** Goes on to a place; "back" will lead here again. */
export function go(talk: Talk, place: Place): Talk {
  if (samePlace(talk.place, place)) return { ...talk, place }
  return { ...talk, place, trail: [...talk.trail, talk.place].slice(-LONGEST_TRAIL) }
}

/** Steps of an errand: once it is done or refused, "back" does not lead into them. */
const ERRANDS: readonly Place['at'][] = [
  ...(['check', 'wish', 'fitting', 'cancel', 'wished', 'phone', 'safe'] as const),
  ...(['people', 'relation', 'vouch', 'erase', 'tie'] as const),
]

/** Comes to a place by an errand that is over; "back" leads to where it was begun. */
export function arrive(talk: Talk, place: Place, over: readonly Place['at'][] = ERRANDS): Talk {
  const trail = [...talk.trail, talk.place].filter(({ at }) => !over.includes(at))
  const last = trail.findLastIndex((before) => !samePlace(before, place))
  return { ...talk, place, trail: trail.slice(0, last + 1).slice(-LONGEST_TRAIL) }
}

/** One place back, where there is one: see {@link placeBefore}. */
export function goBack(talk: Talk, facts: Pick<Facts, 'profile'>): Talk {
  const place = placeBefore(talk, facts)
  if (!place) return talk
  if (talk.trail.length > 0) return { ...talk, place, trail: talk.trail.slice(0, -1) }
  return isPrivacy(place) ? go(talk, place) : { ...talk, place }
}

/**
 * Where "back" leads: where one came from. From the first question to what is stored and who reads it,
 * which came before it; where nothing was before, to what comes next, or nowhere.
 */
export function placeBefore(talk: Talk, facts: Pick<Facts, 'profile'>): Place | undefined {
  const before = talk.trail.at(-1)
  if (before) return before
  if (talk.place.at === 'question' && !talk.done) return { at: 'page', page: 'privacy' }
  // Whoever was brought just now is there: it leads to nobody, and not on either.
  if (talk.place.at === 'label') return undefined
  const next = onward(talk, facts)
  return samePlace(next, talk.place) ? undefined : next
}

const isPrivacy = (place: Place) => place.at === 'page' && place.page === 'privacy'

/** What comes next is a function of the answers: the first open question, then a time. */
export function onward(talk: Talk, facts: Pick<Facts, 'profile'>): Place {
  if (talk.done) return { at: 'appointment' }
  const { answers } = talk
  if (isCut(answers)) return { at: 'times' }
  const open = askedFirst(questionnaireOf(facts.profile), answers).find(
    (q) => answers[q.id] === undefined,
  )
  return open ? { at: 'question', id: open.id } : { at: 'times' }
}

/** What is asked before the time: where it is urgent, without what can be asked afterwards. */
export function askedFirst(questionnaire: Questionnaire, answers: Answers): Questionnaire {
  const isUrgent = codeOf(answers, 'urgent') === 'yes'
  return asked(questionnaire, 'A', answers).filter((q) => !(isUrgent && q.askedLater))
}

/** The talk where it can be: no longer at a question that the city has stopped asking. */
export function present(talk: Talk, facts: Pick<Facts, 'profile'>): Talk {
  const questionnaire = questionnaireOf(facts.profile)
  const isThere = (place: Place) =>
    place.at !== 'question' || questionIn(questionnaire, place.id) !== undefined
  if (isThere(talk.place) && talk.trail.every(isThere)) return talk
  const place = isThere(talk.place) ? talk.place : onward(talk, facts)
  return { ...talk, place, trail: talk.trail.filter(isThere) }
}

/** Whether two places show the same. */
export const samePlace = (a: Place, b: Place): boolean => JSON.stringify(a) === JSON.stringify(b)
