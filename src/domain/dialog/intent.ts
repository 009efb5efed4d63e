// What a step of the talk asks to be done outside it.

import type { Wishes } from '../appointment/wishes.ts'
import type { HeardKinds } from '../danger/cry-list.ts'
import type { OWN, Relation } from '../people/party.ts'
import type { TiedTo } from './tap.ts'

/** What has to be done outside the talk; each may be done twice with the same effect as once. */
export type Intent =
  | { do: 'submit' }
  | { do: 'book'; centre: string; startsAt: number; remind: boolean }
  /** `remind`: from now on reminders are wanted, which they were not. */
  | { do: 'move'; appointment: string; centre: string; startsAt: number; remind: boolean }
  | { do: 'cancel'; appointment: string }
  /** Another seat of the same time, one of these; `isWish`: what becomes of a wish is then said. */
  | { do: 'reseat'; appointment: string; seats: readonly number[]; isWish: boolean }
  /** `still`: also where times that are wished are free already. */
  | { do: 'wait'; wishes: Wishes; still?: true }
  | { do: 'stop-waiting' }
  | { do: 'take' | 'decline'; offer: string }
  | { do: 'remind'; appointment: string; remind: boolean }
  | { do: 'answer-reminder'; appointment: string; startsAt: number; answer: 'coming' | 'late' }
  | { do: 'agree'; scope: 'details' | 'reminders' }
  | { do: 'withdraw'; scope: 'details' | 'reminders' }
  | { do: 'erase'; whom: string }
  | { do: 'bring'; relation: Relation | typeof OWN }
  | { do: 'turn'; person: string }
  | { do: 'label'; label: string }
  | { do: 'export' | 'new-pin' }
  | { do: 'new-request' }
  | { do: 'tell-barrier'; text: string }
  /** `heard`: it is a cry for help. */
  | { do: 'reply'; request: string; text: string; heard?: HeardKinds }
  /** A voice message, not fetched yet; `request`: of the message of staff it answers. */
  | { do: 'keep-voice'; about: string; request?: string }
  | { do: 'tie'; to: TiedTo }
  | { do: 'answer-referral'; referral: string; answer: 'yes' | 'no' }
