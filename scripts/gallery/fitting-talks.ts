// Talks of people who need a language, a woman or the counsellor who knows them, in a city that has entered who
// counsels when; for tests and the gallery.

import type { Appointment } from '../../src/domain/appointment/appointment.ts'
import type { Screen } from '../../src/domain/dialog/screen.ts'
import { showClosed } from '../../src/domain/dialog/show/closure.ts'
import { showOtherCounsellor } from '../../src/domain/dialog/show/counsellor.ts'
import { showMissed, showReminder } from '../../src/domain/dialog/show/reminder.ts'
import { showStaffChange } from '../../src/domain/dialog/show/staff-change.ts'
import { showOffer } from '../../src/domain/dialog/show/waiting.ts'
import { beginTalk, type Place, type ShownFacts, type Talk } from '../../src/domain/dialog/talk.ts'
import type { Profile } from '../../src/domain/profile/profile.ts'
import type { AnswersById } from '../../src/domain/questionnaire/question.ts'
import { duisburgProfile, factsAt, MONDAY, shownFacts } from './talk-facts.ts'

const DAY = 86_400_000
/** The day on which a woman counsels at Hochfeld who speaks Sorani and is known to some. */
const SORANI_DAY = '2026-03-18'

/**
 * Duisburg, where Hochfeld has entered who counsels: nobody speaks anything beside German but on Wednesday, and a
 * pool interprets Tigrinya, Sorani and Arabic from the third working day on. The other centres have entered nothing.
 */
function speakingProfile(): Profile {
  const profile = duisburgProfile()
  const counselling = [
    { languages: [], gender: 'man' as const },
    {
      from: SORANI_DAY,
      until: SORANI_DAY,
      languages: ['ckb'],
      gender: 'woman' as const,
      staffId: 's1',
    },
  ]
  const centres = profile.centres.map((centre) =>
    centre.id === 'hochfeld'
      ? { ...centre, openings: centre.openings.map((rule) => ({ ...rule, counselling })) }
      : centre,
  )
  const pool = {
    ...{
      id: 'pool',
      name: 'Sprachmittlerpool',
      modes: ['on-site' as const],
      centres: ['hochfeld'],
    },
    ...{ languages: ['ti', 'ckb', 'ar', 'dgs'], leadWorkingDays: 3, contact: {} },
    status: { confirmed: true as const },
  }
  return { ...profile, centres, interpreting: [pool] }
}

const profile = speakingProfile()
const facts: ShownFacts = shownFacts({ ...factsAt(MONDAY), profile })
const at = (startsAt: number, more: Partial<Appointment> = {}): Appointment => ({
  ...{ id: 'a1', centre: 'hochfeld', startsAt, endsAt: startsAt + 1_200_000, seat: 1 },
  ...{ ref: '7F3-K2D', remind: true, state: 'booked', changedAt: MONDAY, sequence: 0 },
  interpreter: null,
  ...more,
})
const startOn = (day: string) =>
  facts.times.find((time) => time.centreId === 'hochfeld' && dateIs(time.startsAt, day))
    ?.startsAt ?? 0
const dateIs = (instant: number, day: string) => new Date(instant).toISOString().startsWith(day)
const spokenAt = startOn(SORANI_DAY)
const unspokenAt = startOn('2026-03-16')
const orderedAt = startOn('2026-03-23')
const unknownAt = MONDAY + 4 * 3_600_000

const sorani = { urgent: 'no', topics: ['housing'], district: 'mitte', spoken: 'ckb' }
const albanian = { ...sorani, spoken: 'sq' }
const withWoman = { ...sorani, counsellor: 'woman' }
const withMan = { ...sorani, counsellor: 'man' }

type Shown = { talk: Talk; facts: ShownFacts }

/** A talk at every place that says something of who counsels. */
export function fittingTalks(language: string): Shown[] {
  const shown = (
    place: Place,
    answers: Talk['answers'],
    more: Partial<ShownFacts> = {},
  ): Shown => ({
    talk: {
      ...beginTalk(language),
      place,
      answers,
      trail: [{ at: 'question', id: 'needs' }],
      ...(more.appointment ? { ref: '7F3-K2D', done: true } : {}),
    },
    facts: { ...facts, ...more },
  })
  const booked = (startsAt: number, answers: AnswersById, more: Partial<Appointment> = {}) =>
    shown({ at: 'appointment' }, answers, { appointment: at(startsAt, more) })
  const times: Place = { at: 'times', centre: 'hochfeld' }
  const unsaid = facts.times.filter(({ startsAt }) => startsAt < MONDAY + DAY)
  return [
    shown(times, sorani),
    shown(times, { ...sorani, urgent: 'yes', reason: 'letter' }),
    shown(times, withWoman, { counsellor: 's1' }),
    shown(times, withMan),
    shown(times, albanian),
    shown({ at: 'times' }, { ...sorani, district: 'unsaid' }),
    shown({ at: 'times' }, { ...sorani, district: 'hamborn' }),
    shown({ ...times, only: 'language' }, sorani),
    shown({ ...times, only: 'language' }, sorani, { times: unsaid }),
    shown({ ...times, day: SORANI_DAY, only: 'gender' }, withWoman),
    shown({ ...times, ways: true }, withWoman),
    shown({ ...times, ways: true }, withMan),
    shown({ ...times, ways: true, only: 'language' }, sorani),
    shown({ at: 'days', centre: 'hochfeld' }, sorani),
    shown({ at: 'days', centre: 'hochfeld', only: 'language' }, sorani),
    shown({ at: 'days', centre: 'hochfeld', only: 'language' }, albanian),
    ...[
      [spokenAt, withWoman],
      [unspokenAt, withWoman],
      [orderedAt, sorani],
      [unspokenAt, withMan],
    ].map(([startsAt, answers]) =>
      shown(
        { at: 'check', centre: 'hochfeld', startsAt: startsAt as number },
        answers as AnswersById,
        {
          counsellor: 's1',
        },
      ),
    ),
    shown({ at: 'check', centre: 'hamborn', startsAt: unknownAt }, withWoman),
    booked(spokenAt, withWoman),
    booked(unspokenAt, withWoman),
    booked(orderedAt, sorani),
    booked(orderedAt, sorani, { interpreter: 'ordered' }),
    booked(orderedAt, sorani, { interpreter: 'confirmed' }),
    booked(unspokenAt, { ...sorani, counsellor: 'man' }, { seat: null }),
    booked(unspokenAt, { ...sorani, spoken: 'other', 'other-language': 'Nama' }),
    booked(unspokenAt, { ...sorani, spoken: 'other' }),
    booked(orderedAt, { ...sorani, spoken: 'dgs' }),
    shown({ at: 'page', page: 'appointment-more' }, withWoman, { appointment: at(unspokenAt) }),
    shown({ at: 'wished' }, withWoman, { appointment: at(unspokenAt) }),
    shown({ at: 'wished' }, withWoman, { appointment: at(unspokenAt), times: unsaid }),
    shown({ at: 'wished' }, withMan, { appointment: at(spokenAt, { seat: null }) }),
    shown({ at: 'wish', about: 'language', wishes: { ...anyWish, language: 'spoken' } }, sorani),
    shown({ at: 'fitting', wishes: { ...anyWish, days: [7], language: 'spoken' } }, sorani),
    shown({ at: 'fitting', wishes: { days: [3], parts: [], centres: ['hochfeld'] } }, sorani),
    shown({ at: 'waiting' }, sorani, {
      waiting: { days: [], parts: [], centres: [] },
      held: [heldAt(spokenAt)],
    }),
  ]
}

const anyWish = { days: [], parts: [], centres: [] }

const heldAt = (startsAt: number) => ({
  ...{ id: '00000000-0000-4000-8000-000000000002', centre: 'hochfeld', startsAt },
  ...{ endsAt: startsAt + 1_200_000, seat: 1, until: MONDAY + 1_800_000 },
})

/** What Lotse says on its own accord to somebody who needs a language. */
export function fittingMessages(): Screen[] {
  const asking = { answers: withWoman }
  const closed = { ...at(unspokenAt), ...asking }
  return [
    showOffer(heldAt(spokenAt), 'freed', facts.times.slice(0, 40), asking, facts),
    showOffer(heldAt(unspokenAt), 'new', [], asking, facts),
    showClosed(closed, { ...facts, held: [heldAt(unspokenAt), heldAt(spokenAt)] }),
    showMissed({ ...closed, startsAt: MONDAY - 9e6 }, facts.times, facts),
    showOtherCounsellor({ ...at(unspokenAt), ...asking }, facts),
    showOtherCounsellor({ ...at(orderedAt), ...asking }, facts),
    ...remindersTold(),
    showStaffChange('booked', { ...at(spokenAt), ...asking }, facts),
    showStaffChange('moved', { ...at(orderedAt), ...asking }, facts),
  ]
}

/** Reminders that say what is so of the language, the last ones on the day itself. */
function remindersTold(): Screen[] {
  const known = { ...facts, counsellor: 's1' }
  const spoken = { ...at(spokenAt), answers: sorani }
  const nobody = { ...at(unspokenAt), answers: albanian }
  const unknown = { ...at(unspokenAt, { seat: null }), answers: { ...albanian, needs: ['letter'] } }
  const sought = { ...at(orderedAt), answers: sorani }
  return [
    showReminder(spoken, false, facts),
    showReminder(spoken, true, { ...known, now: spokenAt - 7_200_000 }),
    showReminder(nobody, false, { ...facts, now: unspokenAt - DAY }),
    showReminder(nobody, true, { ...facts, now: unspokenAt - 7_200_000 }),
    showReminder(unknown, true, { ...facts, now: unspokenAt - 7_200_000 }),
    showReminder(sought, false, facts),
  ]
}
