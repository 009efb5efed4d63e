// Place in the talk → screen. Every screen has a way forward and a way back.

import type { Tells } from '../../appointment/told.ts'
import type { HeardKinds } from '../../danger/cry-list.ts'
import { openAppointment } from '../booking.ts'
import { WHO } from '../danger.ts'
import { listens } from '../listening.ts'
import {
  type Answering,
  type Button,
  button,
  GAP,
  type Line,
  type Screen,
  strong,
} from '../screen.ts'
import {
  type Facts,
  type Place,
  placeBefore,
  present,
  type ShownFacts,
  type Talk,
} from '../talk.ts'
import type { Text } from '../text.ts'
import { showAppointment, showCancel } from './appointment.ts'
import { showCentres } from './centres.ts'
import { showCheck } from './check.ts'
import { alsoLines, showDanger, showMinor, showSafe, waysOn } from './danger.ts'
import { numberLines } from './danger-numbers.ts'
import { showDays } from './days.ts'
import { showLanguages } from './languages.ts'
import { showMyData } from './my-data.ts'
import { showNear } from './near.ts'
import { numbered } from './numbered.ts'
import { showPage, showPhone, showSent } from './pages.ts'
import {
  about,
  showErase,
  showErasing,
  showLabel,
  showPeople,
  showRelation,
  showVouch,
} from './party.ts'
import { showDetailsConsent, showQuestion } from './questions.ts'
import { showReferral } from './referral.ts'
import { showTie } from './tie.ts'
import { showTimes } from './times.ts'
import { showVoices } from './voices.ts'
import { showWaiting } from './waiting.ts'
import { showWished } from './wished.ts'
import { showFitting, showWish } from './wishes.ts'

/** What stands above or before the screen of a place. */
export type Above = {
  notice?: Text | undefined
  /** Words of danger were heard: in a text that was asked for, or in one that was not. */
  heard?: { kinds: HeardKinds; asked: boolean } | undefined
  /** What was perhaps meant, about which the notice asks. */
  near?: readonly Answering[] | undefined
}

/** The screen of the place the talk is at, with what stands above it. */
export function show(talk: Talk, facts: ShownFacts, above: Above = {}): Screen {
  const { heard } = above
  const screen = shownAt(talk, facts, above)
  const isAsked = above.notice?.key === WHO && above.near
  const isUnnamed = (heard && !heard.asked) || isAsked || namesNobody(talk.place, facts)
  return about(screen, facts.party, isUnnamed ? 'in-buttons' : 'in-words')
}

/** Where numbers come first, whoever it is about, and where others are spoken of or asked about. */
function namesNobody(place: Place, { party }: ShownFacts): boolean {
  if (place.at === 'page') {
    return place.page === 'danger' || (place.page === 'delete' && party.length > 1)
  }
  return ['people', 'relation', 'vouch', 'erase'].includes(place.at)
}

function shownAt(talk: Talk, facts: ShownFacts, { notice, heard, near }: Above): Screen {
  if (heard && !heard.asked) return showDanger(facts, talk.language, heard.kinds)
  if (notice && near) return showNear(notice, near)
  const here = present(talk, facts)
  const screen = showPlace(here, facts)
  const above: Line[] = heard
    ? [
        strong('danger.heard'),
        ...numberLines(facts, talk.language, heard.kinds),
        ...alsoLines(heard.kinds),
        GAP,
      ]
    : []
  if (notice) above.push({ text: notice }, GAP)
  const found = listens(here) ? numbered(screen.rows) : screen.rows
  const rows = placeBefore(here, facts) ? found : found.map(withoutBack)
  const ways = heard ? [...waysOn(facts, talk.language, heard.kinds), ...notMeant(talk)] : []
  const tells = tellsOf(talk.place, facts, notice)
  return {
    ...screen,
    lines: [...above, ...screen.lines],
    rows: [...ways, ...rows],
    ...(tells ? { tells } : {}),
  }
}

// What is kept for staff is theirs to read; that it is danger can be taken back.
const notMeant = ({ calm }: Talk): Button[][] =>
  calm ? [[button('danger.button.not-meant', { do: 'here', cry: 'none' })]] : []

// Places whose screens say, or ask, something of the appointment there is.
const TELLING: readonly string[] = [
  ...['times', 'days', 'check', 'cancel', 'wished', 'waiting', 'appointment'],
]
const TELLING_PAGES: readonly string[] = ['my-data', 'way', 'appointment-more']

function tellsOf(place: Place, facts: Facts, notice: Text | undefined): Tells | undefined {
  const isTold = notice?.key === 'notice.time-is-yours'
  const isTelling =
    place.at === 'page' ? TELLING_PAGES.includes(place.page) : TELLING.includes(place.at)
  if (!isTold && !isTelling) return undefined
  const [held] = facts.held
  if (place.at === 'waiting' && held) return { kind: 'offer', offer: held.id }
  const open = openAppointment(facts)
  const appointment = open && { id: open.id, centre: open.centre, startsAt: open.startsAt }
  const isCard = open !== null && (isTold || place.at === 'appointment')
  return { kind: isCard ? 'card' : 'mention', appointment }
}

// A button that leads nowhere is none.
const withoutBack = (row: Button[]) => row.filter((one) => !('tap' in one && one.tap.do === 'back'))

function isOwnTime({ centre, startsAt }: Extract<Place, { at: 'check' }>, facts: ShownFacts) {
  const open = openAppointment(facts)
  return open?.centre === centre && open.startsAt === startsAt
}

function showPlace(talk: Talk, facts: ShownFacts): Screen {
  const { place } = talk
  switch (place.at) {
    case 'question':
      return showQuestion(talk, place, facts)
    case 'times':
      return showTimes(talk, place, facts)
    case 'days':
      return showDays(talk, place, facts)
    case 'centres':
      return showCentres(facts, talk.language, place.section)
    case 'check':
      // Gone back to once it is booked: it is theirs, and there is nowhere to move it.
      return isOwnTime(place, facts) ? showAppointment(talk, facts) : showCheck(talk, place, facts)
    case 'wish':
      return showWish(talk, place, facts)
    case 'fitting':
      return showFitting(talk, place, facts)
    case 'waiting':
      return showWaiting(talk, facts)
    case 'appointment':
      return showAppointment(talk, facts)
    case 'cancel':
      return showCancel(talk, facts)
    case 'wished':
      return showWished(talk, facts)
    case 'details':
      return showDetailsConsent()
    case 'safe':
      return showSafe(place)
    case 'phone':
      return showPhone(place)
    case 'tie':
      // Where no link leads there any more, or from here.
      return facts.doors[place.to] ? showTie(place.to, facts) : showAppointment(talk, facts)
    case 'sent':
      return showSent(talk, facts)
    case 'languages':
      return showLanguages(facts)
    case 'voices':
      return showVoices(talk, facts)
    case 'people':
      return showPeople(facts)
    case 'relation':
      return showRelation(facts)
    case 'vouch':
      return showVouch(place.relation, facts)
    case 'label':
      return showLabel()
    case 'erase':
      return showErase(place.whom, facts)
    case 'page':
      if (place.page === 'delete' && facts.party.length > 1) return showErasing(facts)
      if (place.page === 'my-data') return showMyData(talk, facts, place.section)
      if (place.page === 'referral') return showReferral(facts.referral, facts)
      if (place.page === 'danger') return showDanger(facts, talk.language, undefined, place.section)
      if (place.page === 'minor') return showMinor(facts, talk.language)
      return showPage(talk, place.page, facts, place.section)
  }
}
