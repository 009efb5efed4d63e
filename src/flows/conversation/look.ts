// What a person sees who opens a page: where they are, or what it showed before. Nothing is changed by it.

import type { Deps } from '../../deps.ts'
import type { Appointment } from '../../domain/appointment/appointment.ts'
import { CHANGES_COUNT_FOR } from '../../domain/appointment/booking.ts'
import { isForStaff } from '../../domain/dialog/answering.ts'
import { type Field, fieldAt } from '../../domain/dialog/field.ts'
import { listenerIn } from '../../domain/dialog/listening.ts'
import { isAboutOwnData } from '../../domain/dialog/own-data.ts'
import { REPLIES_FOR } from '../../domain/dialog/replying.ts'
import type { Screen } from '../../domain/dialog/screen.ts'
import { asSeen, isThere, type Seen } from '../../domain/dialog/seen.ts'
import { show } from '../../domain/dialog/show/show.ts'
import { beginTalk, type Facts, type Place } from '../../domain/dialog/talk.ts'
import type { Address } from '../../domain/people/address.ts'
import { type PartyMember, signIn } from '../../domain/people/party.ts'
import { calendarFile } from '../appointment/calendar-file.ts'
import { timesOnce } from '../appointment/free-times.ts'
import { cityAt } from '../city.ts'
import { unreadFor } from '../outbox/on-page.ts'
import { pinAt } from '../return/pin.ts'
import type { Hears } from '../spoken/sounding.ts'
import type { Attachment } from './attachments.ts'
import { beside } from './beside.ts'
import { hasAgreed } from './enter.ts'
import { lobbyStep } from './lobby.ts'
import { type Device, factsOf, NO_DOORS } from './step.ts'
import { hasChat, knownTo, talkOf } from './talk-rows.ts'

/** What stands on a page; `nobody` where nobody stands behind the address any more. */
export type Looked =
  | { of: 'nobody' }
  /** Somebody who has not agreed to the present text: it comes first. */
  | {
      of: 'lobby'
      language: string
      screen: Screen
      /** As of a talk. */
      party: readonly PartyMember[]
      ref?: string
      hears?: Hears
    }
  | {
      of: 'talk'
      language: string
      screen: Screen
      place: Place
      /** The sign of whom it is about. */
      whom: string
      /** Everybody behind the address. */
      party: readonly PartyMember[]
      /** What can be typed there. */
      field?: Field
      typed?: string
      /** The appointment as a file for the calendar, also where it is called off. */
      file?: Attachment
      /** Something new may stand there when they come to their page. */
      hasNews: boolean
      /** The code of the request, once it is with staff. */
      ref?: string
      /** They have a chat as well, which goes on without the page. */
      hasChat: boolean
      hears: Hears
    }

/** Whom no reminder reaches is reminded by their own calendar. */
const ringing = (appointment: Appointment, { hasChat }: Pick<Facts, 'hasChat'>): Appointment => ({
  ...appointment,
  remind: appointment.remind || !hasChat,
})

/** Under what is new nothing is typed but an answer to staff. */
const asksBack = ({ id }: Screen) => id.startsWith('staff-message')

// No input has this name: they have longer ones.
const NO_INPUT = ''

/** One statement, and one more where free times are shown, or something new. */
export async function look(
  deps: Deps,
  address: Address,
  seen?: Seen,
  { isKiosk = false }: Device = {},
): Promise<Looked> {
  const now = deps.clock.now()
  const when = { now, since: now - CHANGES_COUNT_FOR, writtenSince: now - REPLIES_FOR }
  const loaded = await deps.store.talks.load(deps.config.profile, address, NO_INPUT, when)
  const { person } = loaded
  if (!person) return { of: 'nobody' }
  const city = await cityAt(deps, loaded.cityVersion)
  const kept = person.intake ? talkOf(person, person.intake) : beginTalk(person.language)
  const { appointment, changes, consents, party, waiting, held, written } = person
  const facts = {
    ...factsOf(deps, city, now),
    ...{ appointment, changes, consents, party, waiting, held, written },
    ...knownTo(person),
    hasChat: hasChat(deps, person, address.channel),
    ...(isKiosk ? { doors: NO_DOORS } : {}),
    ...(kept.ref === undefined ? {} : await pinAt(deps, address, person)),
  }
  const fits = seen && isThere(seen, kept, facts)
  const { place = kept.place, of: _, typed, ...above }: Seen = fits ? seen : {}
  // The way back leads on from there.
  const talk = { ...asSeen(kept, { kind: 'unknown-button' }, place).talk, place }
  const { language } = talk
  if (!isAboutOwnData(place) && !(await hasAgreed(deps, city.profile, person))) {
    const start = { input: { kind: 'command', command: 'start' } } as const
    const reply = lobbyStep(deps, city, start, person)
    if (reply) {
      const { language, screen, hears } = reply
      const { ref } = talk
      const known = { party, ...(ref === undefined ? {} : { ref }) }
      return { of: 'lobby', language, screen, ...known, ...(hears ? { hears } : {}) }
    }
  }
  // What is new comes first, when somebody comes to their page; not between two pages of the talk.
  const news = seen || !person.hasNews ? null : await unreadFor(deps, city, person)
  const asked = await beside(deps, person.id, talk, facts, timesOnce(deps, city))
  const screen = news ?? show(talk, { ...facts, ...asked }, above)
  const state = appointment?.state
  // Nobody goes by what stands in their calendar of a day that is over.
  const isOff = state === 'cancelled' && appointment !== null && appointment.endsAt > now
  return {
    of: 'talk',
    language,
    screen,
    place,
    whom: signIn(party),
    party,
    hasNews: person.hasNews,
    hasChat: facts.hasChat,
    ...(news && !(asksBack(news) && isForStaff(talk, facts))
      ? {}
      : { field: fieldAt(talk, facts) }),
    hears: { ...listenerIn(talk), tap: { do: 'hear' } },
    ...(typed === undefined ? {} : { typed }),
    ...(talk.ref === undefined ? {} : { ref: talk.ref }),
    ...(appointment && (state === 'booked' || isOff)
      ? { file: calendarFile(deps, city, ringing(appointment, facts), { language, party }) }
      : {}),
  }
}
