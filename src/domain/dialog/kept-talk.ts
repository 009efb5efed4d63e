// A talk as it is kept: what one input needs to know is loaded, what it decided is saved. Instants are
// epoch milliseconds.

import type { Appointment } from '../appointment/appointment.ts'
import type { BlockedReason } from '../appointment/delivery.ts'
import type { SoundSent, Told } from '../appointment/told.ts'
import type { MonthCount } from '../figures/month-counts.ts'
import type { Channel } from '../people/address.ts'
import type { EarlierCounsellor } from '../people/care.ts'
import type { Consent } from '../people/consents.ts'
import type { Noticed } from '../people/notices.ts'
import type { AnswersById } from '../questionnaire/question.ts'
import type { Urgency } from '../questionnaire/triage.ts'
import type { Calm, Facts, Talk } from './talk.ts'
import type { Tap } from './tap.ts'
import type { Text } from './text.ts'

/** The part of a talk that is kept as codes. */
export type StoredTalk = Pick<Talk, 'answers' | 'cityQuestions' | 'place' | 'trail'> & {
  done?: boolean
  heard?: string
  broughtTopic?: true
  calm?: Calm
  /** The line shown above the screen, so that an input answered twice is answered alike. */
  notice?: Text
}

/** The part that is personal, one sealed text: a telephone number, and what was typed at questions. */
export type Secrets = { phone?: string } & AnswersById

/** What one statement tells of an address, an input and the city. */
export type Loaded = {
  /** This input has been answered before. */
  answered: boolean
  /** What it was taken for when it came before; `null` where that is not needed to take it alike. */
  taken: TakenFor | null
  cityVersion: number
  /** Somebody waits for a free seat. */
  waitedFor: boolean
  person: LoadedPerson | null
}

/**
 * The press an input was taken for, noted before it was done: read anew, its text would name another button
 * or be an answer. `of`: the sign of whom the talk was about.
 */
export type TakenFor = { tap: Tap; of?: string; language: string }

export type LoadedPerson = Pick<Facts, 'changes' | 'waiting' | 'held' | 'written' | 'party'> & {
  id: string
  language: string
  /** Why no message arrives in their chat. */
  unreachable: BlockedReason | null
  /** Where they are met. */
  channels: readonly Channel[]
  /** Something stands unread on the page of them or of others behind the address. */
  hasNews: boolean
  /** How many PINs they had before the present one. */
  pinCount: number
  /** Purposes agreed to, each with the fingerprint of the text and the instant. */
  consents: readonly { scope: string; textHash: string; givenAt: number }[]
  /** The latest request, and its appointment or another open one. */
  intake: LoadedIntake | null
  appointment: Appointment | null
  /** What the messages in this chat say of it. */
  told: readonly Told[]
  /** What stands in this chat to be heard, for whomever behind it: it goes when the talk moves on. */
  sounds: readonly SoundSent[]
  /**
   * Who had their requests and may still sign in, the latest first.
   */
  earlier: readonly EarlierCounsellor[]
}

/** How a request stands with staff. */
export type Standing = Noticed & {
  /** Staff gave it to another centre: the talk does not move it any more. */
  isHandedOver: boolean
}

export type LoadedIntake = {
  id: string
  version: number
  /** What this input decides has been saved already; only its answer may have been lost. */
  decided: boolean
  savedAt: number
  talk: StoredTalk
  phone: string | undefined
  ref: string | null
  callBack: string | null
  source: string | null
  standing: Standing
}

/** What came of saving a talk. */
export type Saved = 'saved' | 'stale' | 'code-taken'

/** What is written with a talk, all of it or nothing. */
export type SavedTalk = {
  id: string
  personId: string
  /** The one it was loaded with; 0 for a new request. */
  version: number
  /** The input that decided it, by its name; `null` where staff wrote it down. */
  input: string | null
  /** That input is answered with it. */
  isAnswer?: boolean
  questionnaire: number
  talk: StoredTalk
  secrets: Secrets
  ref: string | null
  callBack: string | null
  source: string | null
  centre: string | null
  urgency: Urgency | null
  /** Who of the staff it is for when it is submitted; `null` for nobody in particular. */
  counsellor: string | null
  /** The carrier that has it from the start: whose staff wrote it down. */
  body?: string
  /** The request is in front of staff from now on. */
  submitted: boolean
  /** What the person agreed to in this step; giving the same consent again changes nothing. */
  given: readonly Consent[]
  /** Others are told that it was submitted. */
  isNews: boolean
  /** Its centre is owed a notice. */
  owesNotice: boolean
  /** What is added to the figures of the city. */
  counts: readonly MonthCount[]
  now: number
}
