// A talk at every place there is, and with it every screen, for tests and the gallery.

import type { Appointment } from '../../src/domain/appointment/appointment.ts'
import type { Fit, FittingTime } from '../../src/domain/appointment/language-fit.ts'
import { NO_WISHES, type Wishes } from '../../src/domain/appointment/wishes.ts'
import type { BookableTime } from '../../src/domain/calendar/bookable.ts'
import type { Answering, Screen } from '../../src/domain/dialog/screen.ts'
import { REST } from '../../src/domain/dialog/show/choices.ts'
import { showClosed, showClosedBeside, showReopened } from '../../src/domain/dialog/show/closure.ts'
import { CRY } from '../../src/domain/dialog/show/danger.ts'
import {
  type InterpretingNews,
  showInterpreting,
} from '../../src/domain/dialog/show/interpreting.ts'
import { showLanguageMenu, showUnreadMenu } from '../../src/domain/dialog/show/languages.ts'
import { showErased, showLobby } from '../../src/domain/dialog/show/lobby.ts'
import { showLanguagesNear, showLobbyNear } from '../../src/domain/dialog/show/near.ts'
import { showNobody } from '../../src/domain/dialog/show/nobody.ts'
import { showOutdated } from '../../src/domain/dialog/show/outdated.ts'
import { showVouchAgain } from '../../src/domain/dialog/show/party.ts'
import { showMissed, showReminder } from '../../src/domain/dialog/show/reminder.ts'
import { show } from '../../src/domain/dialog/show/show.ts'
import { showStaffChange } from '../../src/domain/dialog/show/staff-change.ts'
import { showStaffMessage } from '../../src/domain/dialog/show/staff-message.ts'
import { showOffer } from '../../src/domain/dialog/show/waiting.ts'
import type { ShownFacts } from '../../src/domain/dialog/talk.ts'
import { beginTalk, type Place, type Talk } from '../../src/domain/dialog/talk.ts'
import { LOBBY_PAGES, type LobbyPage, PAGES, type Page } from '../../src/domain/dialog/tap.ts'
import { MODES } from '../../src/domain/profile/interpreting.ts'
import { SHIPPED } from '../../src/domain/profile/templates.ts'
import { placeText } from '../../src/domain/questionnaire/place-text.ts'
import { QUESTIONS } from '../../src/domain/questionnaire/questions.ts'
import { fittingMessages, fittingTalks } from './fitting-talks.ts'
import { factsAt, MONDAY, shownFacts } from './talk-facts.ts'

// One that is only spoken is among them.
const voices = ['ar', 'ckb', 'kmr', 'kmr-bahdini']

type Shown = { talk: Talk; facts: ShownFacts }

const open: Appointment = {
  id: 'a1',
  centre: 'hochfeld',
  startsAt: MONDAY + 4 * 3_600_000,
  endsAt: MONDAY + 4 * 3_600_000 + 1_200_000,
  seat: 1,
  ref: '7F3-K2D',
  remind: true,
  state: 'booked',
  changedAt: MONDAY,
  sequence: 0,
  interpreter: null,
}
const quiet: Appointment = { ...open, remind: false }
const far = open.startsAt + 9 * 86_400_000
const known = { ...open, startsAt: far, answers: { topics: ['letter'] } }
const past: Appointment = {
  ...open,
  startsAt: MONDAY - 9e6,
  endsAt: MONDAY - 8e6,
  state: 'attended',
}

/** Every screen in the order a person meets them: before the consent, in the talk, after it. */
export function everyScreen(language: string): Screen[] {
  const talks = everyTalk(language)
  return [
    showLanguageMenu(talks[0].facts),
    showLanguageMenu(talks[0].facts, {}, 'nothing'),
    showUnreadMenu(showLanguageMenu(talks[0].facts, {}, 'consent', true), talks[0].facts, {}),
    showLanguageMenu(talks[0].facts, {}, 'barrier-sent'),
    showLobby('consent', language, talks[0].facts, { reads: 'little' }),
    ...LOBBY_PAGES.map((page) => showLobby(page, language, talks[0].facts, { source: 'poster7' })),
    showLobby('danger', language, { ...talks[0].facts, publicUrl: 'https://lotse.example' }),
    ...LOBBY_SECTIONS.map(([page, section]) =>
      showLobby(page, language, talks[0].facts, { section }),
    ),
    ...talks.map(({ talk, facts }) => show(talk, facts)),
    ...everyNear(talks[0], language),
    showVouchAgain('mother', two.party, language),
    ...everyMessage(talks[0].facts, language),
    showErased(language),
  ]
}

const CENTRES = factsAt(MONDAY).profile.centres.map(({ code }) => code)

const LOBBY_SECTIONS: readonly (readonly [LobbyPage, string])[] = [
  ...([
    ['more', REST],
    ['danger', REST],
    ['danger', CRY],
  ] as const),
  ...CENTRES.map((code) => ['centres', code] as const),
]

/** Where one small screen does not hold all, what stands one tap further. */
const SECTIONS: readonly (readonly [Page, string])[] = [
  ...([
    ['privacy', REST],
    ['danger', REST],
    ['danger', CRY],
    ['my-data', 'agreed'],
  ] as const),
  ...['answers', 'answers1', 'answers2'].map((section) => ['my-data', section] as const),
  ...CENTRES.map((code) => ['centre', code] as const),
]

/** What was typed or shared is near to a button. */
function everyNear({ talk, facts }: Shown, language: string): Screen[] {
  const near = facts.profile.districts.slice(0, 2).map(
    (district): Answering => ({
      label: placeText(district, language),
      tap: { do: 'answer', question: 'district', option: district.id },
    }),
  )
  const languages = showLanguageMenu(facts)
    .rows.flat()
    .flatMap((button) => ('tap' in button && button.language ? [button] : []))
  const consent = showLobby('consent', language, facts)
  return [
    ...['notice.did-you-mean', 'notice.your-district'].map((key) =>
      show(talk, facts, { notice: { key }, near }),
    ),
    showLanguagesNear(languages.slice(0, 2), language, {}),
    showLobbyNear(answeringOn(consent).slice(0, 2), consent, language),
  ]
}

const answeringOn = ({ rows }: Screen): Answering[] =>
  rows.flat().flatMap((button) => ('tap' in button ? [button] : []))

const everyInterpreting = (): InterpretingNews[] => [
  ...(['asked-anew', 'lost', 'spoken'] as const).map((what) => ({ what })),
  ...([null, 'woman', 'man'] as const).map((without) => ({ what: 'asked' as const, without })),
  ...MODES.map((mode) => ({ what: 'found' as const, mode, without: null })),
  { what: 'found', mode: 'on-site', without: 'woman' },
]

/** What is named to whom nobody was found: nothing, one where it is spoken, one with an interpreter, both. */
function everyInstead({ times }: ShownFacts): FittingTime[][] {
  const at = (language: Fit['language']) => (time: BookableTime) => ({
    ...{ time, fit: { language, gender: 'no-wish' as const, isSameCounsellor: false } },
  })
  const ofCentre = (isOwn: boolean) =>
    times.filter(({ centreId }) => (centreId === known.centre) === isOwn)
  const spoken = [...ofCentre(true).slice(0, 1), ...ofCentre(false).slice(0, 1)].map(at('spoken'))
  const ordered = ofCentre(true).slice(1, 2).map(at('interpreter'))
  return [[], spoken, ordered, [...spoken, ...ordered]]
}

/** What Lotse says on its own accord. */
function everyMessage(facts: ShownFacts, language: string): Screen[] {
  return [
    showReminder(known, false, facts),
    showReminder({ ...known, startsAt: open.startsAt }, true, facts),
    ...(['ordered', 'confirmed', 'refused'] as const).map((interpreter) =>
      showReminder({ ...known, interpreter }, false, facts),
    ),
    ...everyInterpreting().map((news) => showInterpreting(news, known, facts)),
    ...everyInstead(facts).map((instead) => showNobody('nobody', instead, known, facts)),
    showNobody('not-yet', [], known, facts),
    showMissed({ ...past, answers: {} }, facts.times.slice(0, 3), facts),
    showOffer(held, 'freed', facts.times, { answers: {} }, facts),
    showOffer(held, 'new', [], { answers: {} }, facts),
    showOffer(held, 'free', [], { answers: {} }, facts),
    showClosed({ ...open, answers: {} }, { ...facts, held: [held] }),
    showClosed({ ...open, answers: {} }, facts),
    showClosedBeside(open, known, facts),
    showReopened(known, facts),
    ...SHIPPED.map((template) =>
      showStaffMessage({ template, centre: 'hochfeld' }, facts, language),
    ),
    ...(['booked', 'moved', 'cancelled'] as const).map((what) =>
      showStaffChange(what, { ...known, remind: what === 'moved' }, facts),
    ),
    ...(['newer', 'below', 'none', 'over', 'ended'] as const).map(showOutdated),
    ...fittingMessages(),
  ]
}

const wishes: Wishes = { days: [1, 3], parts: ['afternoon'], centres: ['hochfeld', 'hamborn'] }
/** Never there; and what somebody knows who waits for something earlier. */
const never: Wishes = { days: [6, 7], parts: ['evening'], centres: [] }
const knownFree = { from: MONDAY + 3 * 3_600_000, asOf: MONDAY }
const held = {
  id: '00000000-0000-4000-8000-000000000001',
  centre: 'hamborn',
  startsAt: MONDAY + 3 * 3_600_000,
  endsAt: MONDAY + 3 * 3_600_000 + 1_200_000,
  seat: 1,
  until: MONDAY + 1_800_000,
}

const written = { person: 'p1', request: 'i1', centre: 'hochfeld', replies: 1 }

const own = { id: 'p1', relation: null, label: null, isMeant: false }
const mother = { id: 'p2-0a1b2c', relation: 'mother', label: null, isMeant: true } as const
const child = { id: 'p3-3d4e5f', relation: 'child', label: 'Amina', isMeant: false } as const
const second = { ...child, id: 'p4-6a7b8c', label: null }
const two = { party: [own, mother] }

/** What is seen where several people stand behind one address. */
const family: [Place, Partial<ShownFacts>][] = [
  [{ at: 'relation' }, { party: [{ ...own, isMeant: true }] }],
  [{ at: 'relation' }, { party: [mother] }],
  ...(['self', 'mother', 'child'] as const).map((relation): [Place, Partial<ShownFacts>] => [
    { at: 'vouch', relation },
    { party: [{ ...own, isMeant: true }] },
  ]),
  [{ at: 'label' }, two],
  [{ at: 'people' }, two],
  [{ at: 'people' }, { party: [own, mother, child, second, { ...second, id: 'p5-9d0e1f' }] }],
  [{ at: 'question', id: 'topics' }, two],
  [{ at: 'times' }, two],
  [{ at: 'appointment' }, { ...two, appointment: open }],
  [
    { at: 'page', page: 'my-data' },
    { ...two, appointment: open },
  ],
  [{ at: 'page', page: 'delete' }, two],
  [{ at: 'erase', whom: '0a1b2c' }, two],
  [{ at: 'erase', whom: 'all' }, two],
]

/** Where code and PIN stand at a door where one comes back by them. */
const returning: [Place, Partial<ShownFacts>][] = [
  [{ at: 'appointment' }, { appointment: open }],
  [{ at: 'page', page: 'appointment-more' }, { appointment: open }],
  [{ at: 'sent' }, {}],
  [{ at: 'page', page: 'my-data' }, {}],
]

/** What differs for who listens: choices without an icon have a number. */
const listened: Place[] = [
  { at: 'question', id: 'urgent' },
  { at: 'question', id: 'district' },
  { at: 'question', id: 'spoken' },
  { at: 'question', id: 'spoken', nth: 1 },
  { at: 'languages' },
  { at: 'voices' },
  { at: 'centres' },
  { at: 'wish', about: 'centres', wishes: NO_WISHES },
  { at: 'relation' },
]

// Questions with more choices than one screen holds.
const LONG = ['reason', 'topics', 'district', 'spoken', 'document']

const consents = ['booking', 'details', 'reminders'].map((scope) => ({ scope, givenAt: MONDAY }))

/** A city that has told everything of the way. */
function wayTold(facts: ShownFacts): ShownFacts {
  const way = {
    stop: 'Hochfeld (Bus)',
    doorPhoto: 'https://city.example/door.jpg',
    stepFree: false,
  }
  const coordinates = { latitude: 51.4, longitude: 6.7 }
  const centres = facts.profile.centres.map((one) => ({
    ...{ ...one, way, coordinates },
    postalCode: '47053',
  }))
  return { ...facts, profile: { ...facts.profile, centres } }
}

/** A city that does not know everything of one centre yet, and shows what else there is. */
function cityBegun(facts: ShownFacts): ShownFacts {
  const { centres, programmes = [] } = facts.profile
  const unknown = { address: '', phones: [], walkIn: [], phoneHours: [], openings: [] }
  const profile = {
    ...facts.profile,
    centres: centres.map((one) => (one.id === 'hamborn' ? { ...one, ...unknown } : one)),
    programmes: programmes.map((one) => ({ ...one, shown: true, status: { confirmed: true } })),
  }
  return { ...facts, profile, times: facts.times.filter(({ centreId }) => centreId !== 'hamborn') }
}

/** One talk for every screen, with what changes its words: urgency, an appointment, answers. */
function everyTalk(language: string): [Shown, ...Shown[]] {
  const none = shownFacts(factsAt(MONDAY))
  const full = { ...none, times: [] }
  const heard = { ...none, voices }
  const begun = cityBegun(none)
  const at = (place: Place, facts = none, more: Partial<Talk> = {}): Shown => ({
    talk: { ...beginTalk(language), place, ...more },
    facts,
  })
  const answers = { urgent: 'no', topics: ['housing', 'violence'], district: 'mitte', spoken: 'ar' }
  const letter = { urgent: 'yes', reason: 'letter' }
  const link = { url: 'https://t.me/lotse_bot?start=tie_x', until: MONDAY + 900_000 }
  const booked = { ref: '7F3-K2D', done: true, answers }
  const told = {
    ...booked,
    answers: {
      ...answers,
      alias: 'Sara',
      age: '27-plus',
      document: 'duldung',
      household: 'with-children',
      counsellor: 'woman',
      needs: ['wheelchair'],
      note: 'Hallo',
      german: null,
    },
    phone: '+49203123456',
    agreed: { details: true, reminders: true },
  }
  return [
    at({ at: 'question', id: 'urgent' }),
    ...listened.map((place) => at(place, heard, { answers: { needs: ['cannot-read'] } })),
    ...QUESTIONS.map(({ id }) => at({ at: 'question', id }, none, { answers })),
    ...QUESTIONS.map(({ id }) => at({ at: 'question', id }, none, told)),
    ...LONG.flatMap((id) =>
      [1, 2, 3].map((nth) => at({ at: 'question', id, nth }, none, { answers })),
    ),
    at({ at: 'page', page: 'danger' }),
    at({ at: 'page', page: 'danger' }, { ...none, publicUrl: 'https://lotse.example' }),
    at({ at: 'safe' }),
    at({ at: 'safe', by: 'phone' }),
    at({ at: 'times' }, none, { answers }),
    at({ at: 'times', centre: 'rheinhausen' }, none, { answers }),
    at({ at: 'times', centre: 'hochfeld', day: '2026-03-16' }, none, { answers }),
    at({ at: 'times', ways: true }, none, { answers }),
    at({ at: 'times' }, none, { answers: letter }),
    at({ at: 'times' }, full, { answers }),
    at({ at: 'times' }, { ...none, appointment: open }, booked),
    at({ at: 'days' }, none, { answers }),
    at({ at: 'days' }, full, { answers }),
    at({ at: 'centres' }),
    at({ at: 'check', centre: 'hochfeld', startsAt: MONDAY + 2 * 3_600_000 }),
    at({ at: 'check', centre: 'hochfeld', startsAt: far }),
    at(
      { at: 'check', centre: 'hochfeld', startsAt: open.startsAt },
      { ...none, appointment: open },
    ),
    at({ at: 'appointment' }, { ...none, appointment: open }, booked),
    at({ at: 'appointment' }, { ...none, appointment: known }, booked),
    at({ at: 'appointment' }, { ...none, appointment: quiet }, { ...booked, answers: letter }),
    at({ at: 'appointment' }, { ...none, appointment: past }, booked),
    at({ at: 'appointment' }),
    at({ at: 'cancel' }, { ...none, appointment: open }, booked),
    at({ at: 'wish', about: 'days', wishes }),
    at({ at: 'wish', about: 'days', wishes: NO_WISHES }),
    at({ at: 'wish', about: 'parts', wishes }),
    at({ at: 'wish', about: 'centres', wishes }),
    at({ at: 'wish', about: 'parts', wishes: never }),
    at({ at: 'fitting', wishes }),
    at({ at: 'fitting', wishes: never }),
    at({ at: 'fitting', wishes: { ...wishes, centres: ['hamborn'] } }, full),
    at({ at: 'waiting' }),
    at({ at: 'waiting' }, { ...none, waiting: { ...never, known: knownFree } }),
    at({ at: 'waiting' }, { ...none, waiting: NO_WISHES }),
    at({ at: 'waiting' }, { ...none, appointment: open, waiting: wishes, held: [held] }, booked),
    at({ at: 'times' }, { ...full, waiting: wishes }, { answers }),
    at({ at: 'details' }),
    at({ at: 'phone' }),
    at({ at: 'phone', needed: true }),
    at({ at: 'tie', to: 'chat' }, { ...none, hasChat: false, tie: link }),
    at({ at: 'tie', to: 'chat' }, { ...none, hasChat: false }),
    at({ at: 'tie', to: 'chat' }),
    at({ at: 'tie', to: 'page' }, { ...none, tie: link }),
    at({ at: 'appointment' }, { ...none, hasChat: false, appointment: open }, booked),
    at(
      { at: 'page', page: 'ways' },
      { ...none, hasChat: false, appointment: open },
      { ...booked, phone: '+49203123456' },
    ),
    at({ at: 'sent' }, none, booked),
    at({ at: 'languages' }),
    at({ at: 'languages' }, { ...none, voices }),
    at({ at: 'voices' }, { ...none, voices }),
    ...family.map(([place, facts]) => at(place, { ...none, ...facts }, booked)),
    ...PAGES.map((page) =>
      at(
        { at: 'page', page },
        { ...none, appointment: open, waiting: wishes, consents, written },
        told,
      ),
    ),
    ...SECTIONS.map(([page, section]) =>
      at(
        { at: 'page', page, section },
        { ...none, appointment: open, waiting: wishes, consents },
        told,
      ),
    ),
    at({ at: 'page', page: 'my-data' }, { ...none, appointment: open, consents }, booked),
    ...returning.map(([place, facts]) =>
      at(place, { ...none, ...facts, pin: '048213907' }, booked),
    ),
    at({ at: 'times', centre: 'hamborn' }, begun, { answers }),
    at({ at: 'centres' }, begun),
    at({ at: 'page', page: 'person' }, begun),
    at({ at: 'page', page: 'programmes' }, begun, told),
    at({ at: 'page', page: 'way' }, { ...wayTold(none), appointment: open }, booked),
    at({ at: 'appointment' }, { ...begun, appointment: open }, booked),
    ...fittingTalks(language),
  ]
}
