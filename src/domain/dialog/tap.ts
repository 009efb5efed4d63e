// Everything a button can mean. Buttons carry these codes and nothing a person said.

import type { HeardKinds } from '../danger/cry-list.ts'
import type { OWN, Relation } from '../people/party.ts'

/** Pages that can be opened from anywhere and left with "back". */
export const PAGES = [
  'person',
  'help',
  'my-data',
  'delete',
  'walk-in',
  'danger',
  'minor',
  'way',
  'privacy',
  'responsible',
  'appointment-more',
  'hidden',
  'programmes',
  'referral',
  'replied',
  'ways',
  'centre',
  'barrier',
  'barrier-sent',
] as const
export type Page = (typeof PAGES)[number]

/** What a person without consent can read; nothing is stored, so the button carries the language. */
export const LOBBY_PAGES = [
  'consent',
  'more',
  'responsible',
  'centres',
  'person',
  'danger',
  'declined',
  'nothing',
  'languages',
  'sos',
  'barrier',
  'barrier-sent',
  'hidden',
] as const
export type LobbyPage = (typeof LOBBY_PAGES)[number]

/** The ways on from the numbers for danger. */
export const DANGER_NEXT = ['times', 'walk-in', 'call-back'] as const
type DangerNext = (typeof DANGER_NEXT)[number]

/** When it is safe to write to somebody in danger, or to call. */
export const SAFE_TIMES = ['morning', 'afternoon', 'any'] as const
type SafeTime = (typeof SAFE_TIMES)[number]

/** What a person can be tied to: a chat, or a page in the browser. */
export const TIED_TO = ['chat', 'page'] as const
export type TiedTo = (typeof TIED_TO)[number]

/** To what a list of times can be narrowed: to where the language is spoken, or to where a woman or a man counsels. */
export const NARROWED = ['language', 'known', 'gender'] as const
export type Narrowed = (typeof NARROWED)[number]

/** What a wish for a time can be about, in the order it is asked. */
export const WISH_KINDS = ['days', 'parts', 'centres', 'language'] as const
export type WishKind = (typeof WISH_KINDS)[number]

/**
 * What the buttons carry before the consent, when nothing is stored: the poster or link that brought
 * the person here, that they go on from the numbers for danger, by which words or by a press, that
 * reading is hard for them, and the topic of the link.
 */
export type Carried = {
  source?: string
  danger?: HeardKinds | 'pressed'
  reads?: 'little'
  topic?: string
}

export type Tap =
  /** `via`: where "back" leads from there; `section` as for a page. */
  | ({
      do: 'lobby'
      language: string
      page: LobbyPage
      via?: LobbyPage
      section?: string
      /** It is to be heard, too. */
      sound?: 'on'
    } & Carried)
  | ({ do: 'agree'; language: string } & Carried)
  | { do: 'language'; language: string }
  | { do: 'languages' }
  /** What there is to be heard in, and what they wish to hear. */
  | { do: 'voices' }
  | { do: 'voice'; voice: string }
  | { do: 'answer'; question: string; option: string }
  | { do: 'done'; question: string }
  | { do: 'skip'; question: string }
  | { do: 'back' }
  /** Stays, and wishes to hear where they are; `message`: a message of ours by its number (`OwedMessage.id`). */
  | { do: 'hear'; message?: string }
  /** Stays; `cry`: what was heard as a cry for help was none. */
  | { do: 'here'; cry?: 'none' }
  /**
   * Goes on from the numbers for danger; `heard` where the person's own words led there, `who`: the sign of
   * whom of several it is about.
   */
  | { do: 'danger'; next: DangerNext; heard?: HeardKinds; who?: string }
  /** `section`: which section of a page that one small screen does not hold; without it the first. */
  | { do: 'open'; page: Page; section?: string }
  | { do: 'on' }
  | { do: 'more'; question: string }
  /** Shows other choices of a question: those of the screen with this number. */
  | { do: 'others'; question: string; nth: string }
  | { do: 'times' }
  /** Later ones of the times or days that are shown. */
  | { do: 'later'; startsAt: number }
  /** What else there is instead of the times that are shown. */
  | { do: 'ways' }
  /** Narrows the times or days that are shown, or shows all of them again. */
  | { do: 'only'; what: Narrowed | 'all' }
  | { do: 'days' }
  /** `section`: which screenful of them, where one does not hold all. */
  | { do: 'centres'; section?: string }
  | { do: 'centre'; centre: string }
  | { do: 'day'; centre: string; day: string }
  | { do: 'time'; centre: string; startsAt: number }
  | { do: 'book'; centre: string; startsAt: number; remind: 'yes' | 'no' }
  | { do: 'appointment' }
  | { do: 'wait' }
  | { do: 'wish'; about: WishKind; option: string }
  | { do: 'wish-on'; about: WishKind }
  /** Waits although something is free already. */
  | { do: 'wait-still' }
  | { do: 'waiting' }
  | { do: 'stop-waiting' }
  | { do: 'take'; booking: string }
  | { do: 'decline'; booking: string }
  | { do: 'move' }
  | { do: 'cancel' }
  | { do: 'cancel-yes'; booking: string }
  | { do: 'details' }
  | { do: 'details-yes' }
  | { do: 'call-back'; by: 'chat' | 'phone' }
  /** A number to be called at when something changes, given or taken back. */
  | { do: 'number'; keep: 'yes' | 'no' }
  /** A link that ties the person to another address of theirs. */
  | { do: 'tie'; to: TiedTo }
  /** Asks where, how and when the person can be reached safely. */
  | { do: 'reach' }
  | { do: 'safe'; by: 'chat' | 'phone'; when?: SafeTime }
  | { do: 'withdraw'; scope: 'details' | 'reminders' }
  | { do: 'remind' }
  | { do: 'coming'; booking: string; startsAt: number }
  | { do: 'late'; booking: string; startsAt: number }
  | { do: 'delete-yes' }
  /** `whom`: the sign of one of the people behind the address, or everybody. */
  | { do: 'erase'; whom: string }
  | { do: 'erase-yes'; whom: string }
  /** Who stands behind the address, or whom to speak for. */
  | { do: 'people' }
  | { do: 'another' }
  | { do: 'bring'; relation: Relation | typeof OWN }
  /** Says that they agree. */
  | { do: 'vouch'; relation: Relation | typeof OWN }
  /** Turns to one of them. */
  | { do: 'for'; whom: string }
  | { do: 'export' }
  | { do: 'hide' }
  /** Another PIN to come back with. */
  | { do: 'new-pin' }
  | { do: 'again' }
  | { do: 'refer'; referral: string; answer: 'yes' | 'no' }

/** Whether a press asks for the messages of the chat to go; from before the consent, too. */
export const emptiesChat = (tap: Tap): boolean =>
  tap.do === 'hide' || (tap.do === 'lobby' && tap.page === 'hidden')
