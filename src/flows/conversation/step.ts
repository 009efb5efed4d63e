// What goes into a step of a talk and what comes out of it.

import type { Deps } from '../../deps.ts'
import type { Correction, SoundSent } from '../../domain/appointment/told.ts'
import type { Input } from '../../domain/dialog/reduce.ts'
import type { Screen } from '../../domain/dialog/screen.ts'
import type { Seen } from '../../domain/dialog/seen.ts'
import type { Facts, Place } from '../../domain/dialog/talk.ts'
import { type Address, nameOf } from '../../domain/people/address.ts'
import type { PartyMember } from '../../domain/people/party.ts'
import type { City } from '../city.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { voicesKnown } from '../spoken/released.ts'
import type { Hears, Sounding } from '../spoken/sounding.ts'
import type { Attachment } from './attachments.ts'

/** What comes in at a door. The same `id` in the same channel means the same input, come again. */
export type Incoming = {
  address: Address
  id: string
  input: Input
  /** What a deep link brought along. */
  source?: string
  /** The sign that the screen of a pressed button bore (`Screen.of`), or of whom a page was about. */
  of?: string
  /** The number of our message that stood on the page (`Screen.unread`): it is read with this. */
  read?: number
  /** It comes from a kiosk. */
  isKiosk?: boolean
  /** The place that the page showed on which it was pressed or typed, where a door knows. */
  seenAt?: Place
  /** Fetches the voice message that it is; `null` where it is gone. Throws where it may come later. */
  voice?: () => Promise<Uint8Array | null>
  /** A button of a chat was pressed twice in quick succession, and this is the second press. */
  isTwice?: boolean
  /** What it came in one with, such as the photos of an album: only the first is answered. */
  group?: string
  /** The message it is, by its number in the channel, with its text: for a change of it is told. */
  said?: { message: string; text: string }
  /** The language in which the address was last answered, where somebody chose it. */
  lastLanguage?: string | undefined
  /** What it showed last, where that was before the consent: nothing stored says where they are. */
  lastShown?: Screen | undefined
}

/** The name of an input among those of all channels. */
export function inputNameOf({ address, id }: Pick<Incoming, 'address' | 'id'>): string {
  return nameOf({ channel: address.channel, id })
}

/** The message an input is, with what stands for its text. */
export async function saidIn({ address, said }: Incoming) {
  if (!said) return undefined
  return { address, message: said.message, fingerprint: await fingerprintOf(said.text) }
}

/** What the person gets to see. */
export type Reply = {
  language: string
  /** Nobody has chosen the language. */
  isGuessed?: true
  /** Nobody stands behind the address, or not any more. */
  isNobody?: true
  screen: Screen
  /** Before the consent, or before that to a text that has changed. */
  isBefore?: true
  /** The person was told that this input failed, and only now it has not. */
  isAfterFault?: true
  attachments: readonly Attachment[]
  /** Who it is, so that the messages can be found when they are to go; nobody before the consent. */
  personId?: string
  /** Everybody behind the chat. */
  party?: readonly PartyMember[]
  /** Earlier messages that no longer hold, once this one stands in the chat. */
  corrections?: readonly Correction[]
  /** The numbers of those that say something of an appointment. */
  told?: readonly number[]
  /** What came was a voice message, and is kept: it need not stay in the chat. */
  isKept?: true
  /** Messages that are to disappear from the chat. */
  hide?: readonly number[]
  /** How the screen is heard by who sees it. */
  hears?: Hears
  /** What is to be heard with it, for a door whose messages stay. */
  sound?: Sounding
  /** What was heard before: it goes when the talk moves on. */
  unheard?: readonly SoundSent[]
}

/** A kiosk is left to others: no link ties it, or from it, to anybody. */
export type Device = { isKiosk?: boolean }

export const NO_DOORS: Facts['doors'] = { chat: false, page: false }

/** Which doors a link can lead to: into a browser only where there is an address; the demo has one. */
function doorsOf({ config }: Pick<Deps, 'config'>): Facts['doors'] {
  const { doors, mode, publicUrl } = config
  return { chat: doors.telegram, page: doors.web && (mode === 'demo' || publicUrl !== undefined) }
}

/** Where an input led, for a door that shows a place when it is asked to (`look`). */
export type Led = {
  language: string
  seen: Seen
  attachments: readonly Attachment[]
  /** The request is with staff, so it is kept longer than a talk. */
  isSubmitted: boolean
}

/** What the talk must know of the world; what is the person's own comes with the person. */
export function factsOf(deps: Deps, city: City, now: number): Facts {
  const reading = deps.i18n.languages.map(({ key }) => key)
  const voices = voicesKnown(deps)
  return {
    now,
    profile: city.profile,
    closures: city.closures,
    appointment: null,
    consents: [],
    party: [],
    waiting: null,
    held: [],
    written: null,
    changes: [],
    reading,
    ...(voices.length > 0 ? { voices } : {}),
    likely: Object.fromEntries(deps.i18n.languages.map(({ key, spoken }) => [key, spoken])),
    spoken: deps.i18n.spoken,
    unreviewed: deps.i18n.unreviewed,
    hasChat: false,
    doors: doorsOf(deps),
    ...(deps.config.publicUrl ? { publicUrl: deps.config.publicUrl } : {}),
    ...(deps.config.trial ? { isTrial: true } : {}),
  }
}
