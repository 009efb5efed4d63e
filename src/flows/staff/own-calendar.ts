// Private addresses of calendars: made, taken back, fetched by whichever program knows one.

import type { Deps } from '../../deps.ts'
import { counsellorAt } from '../../domain/calendar/counsellor-at.ts'
import { addDays, atWall, dateOf } from '../../domain/calendar/wall-clock.ts'
import { isRole, lacksBody, may, mayEver } from '../../domain/people/rights.ts'
import {
  DAYS_AHEAD,
  DAYS_BACK,
  type Detail,
  type FoundCalendar,
  isOwnAppointment,
  type StaffCalendar,
} from '../../domain/people/staff-calendar.ts'
import { bookingShownTo, type ShownBooking } from '../../domain/people/wall.ts'
import { calendarOf, centreOf, type Profile } from '../../domain/profile/profile.ts'
import { spoken as spokenQuestion } from '../../domain/questionnaire/place-questions.ts'
import { germanOf, type LanguageTerms } from '../../domain/questionnaire/wording.ts'
import { currentCity } from '../city.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { type Actor, noteDown, noteSeen, type Seen } from './actor.ts'
import { type CalendarEntry, calendarText } from './calendar-text.ts'
import { seenOf } from './see-day.ts'

/** What a program is sent, and whose data are in it. */
export type Fetched = { text: string; calendar: FoundCalendar; actor: Actor; seen: readonly Seen[] }

/**
 * Makes an address for the actor's own appointments, or for those of a centre they lead, and returns its secret for the
 * only time; the one before ends. `null` where they may not.
 */
export async function makeCalendar(
  deps: Deps,
  actor: Actor,
  { centre, detail }: { centre: string | null; detail: Detail },
): Promise<string | null> {
  const about = { subject: actor.id, centre }
  if (!mayHave(actor, centre)) {
    await noteDown(deps, actor, 'make-calendar', { ...about, refused: true })
    return null
  }
  const secret = crypto.getRandomValues(new Uint8Array(32)).toHex()
  const hash = await fingerprintOf(secret)
  const made = { id: deps.newId(), hash, staffId: actor.id, centre, detail }
  await deps.store.staff.calendars.make(made, deps.clock.now())
  await noteDown(deps, actor, 'make-calendar', about)
  return secret
}

/** Takes one of the actor's own back; false where there is none. */
export async function endCalendar(deps: Deps, actor: Actor, id: string): Promise<boolean> {
  const ended = await deps.store.staff.calendars.end(id, actor.id)
  const about = { subject: ended ? actor.id : id, centre: null, refused: !ended }
  await noteDown(deps, actor, 'end-calendar', about)
  return ended
}

/** The actor's own, without their secrets, and the centres they could have one of; `null` where they can have none. */
export async function calendarsOf(
  deps: Deps,
  actor: Actor,
): Promise<{ calendars: readonly StaffCalendar[]; centres: readonly string[] } | null> {
  if (!mayHave(actor, null)) return null
  const calendars = await deps.store.staff.calendars.of(actor.id)
  return { calendars, centres: actor.centres.filter((centre) => mayHave(actor, centre)) }
}

/** A centre's goes to whoever says where the centre is told of what happens. */
function mayHave(actor: Omit<Actor, 'client'>, centre: string | null): boolean {
  if (!mayEver(actor, 'see-day') || lacksBody(actor) || actor.centres.length === 0) return false
  if (centre === null) return true
  return actor.centres.includes(centre) && may(actor, 'edit-notices', { centre })
}

/** The calendar behind a secret, as its owner may see it now; `null` for a wrong one, or where they may not any more. */
export async function calendarBehind(
  deps: Deps,
  secret: string,
): Promise<{ calendar: FoundCalendar; actor: Omit<Actor, 'client'> } | null> {
  if (!/^[0-9a-f]{64}$/.test(secret)) return null
  const calendar = await deps.store.staff.calendars.find(await fingerprintOf(secret))
  if (!calendar || !isRole(calendar.owner.role)) return null
  const actor = { ...calendar.owner, role: calendar.owner.role }
  return mayHave(actor, calendar.centre) ? { calendar, actor } : null
}

/** What a program is sent: the last two weeks and the next eight. Noted once it is known that it is sent. */
export async function fetchCalendar(
  deps: Deps,
  { calendar, actor: owner }: { calendar: FoundCalendar; actor: Omit<Actor, 'client'> },
  { client, languages }: { client: string; languages: LanguageTerms },
): Promise<Fetched> {
  const { profile } = await currentCity(deps)
  const { centre, detail } = calendar
  const today = dateOf(deps.clock.now())
  const from = atWall(addDays(today, -DAYS_BACK), 0)
  const until = atWall(addDays(today, DAYS_AHEAD + 1), 0)
  const actor = { ...owner, client }
  const sight = { centres: centre ? [centre] : actor.centres, body: actor.body, allBodies: true }
  const found = await deps.store.staff.day.bookings(sight, from, until)
  const shown = found
    .filter(({ channel }) => channel !== 'walk-in')
    .flatMap((booking) => bookingShownTo(actor, booking, profile) ?? [])
    .filter((booking) => centre !== null || isOwn(booking, actor.id, profile))
  const name = centre === null ? 'Lotse' : `Lotse: ${centreOf(profile, centre)?.name ?? centre}`
  const entries = await Promise.all(
    shown.map((booking) => entryOf(booking, calendar, { profile, languages })),
  )
  // Times alone are nobody's data.
  const told = detail === 'busy' ? [] : shown.filter((one) => one.shown !== 'seat')
  return { text: calendarText(name, entries), calendar, actor, seen: told.flatMap(seenOf) }
}

/** Notes whose data were sent: each record once a day and owner, however often a program asks. */
export async function noteFetched(deps: Deps, { calendar, actor, seen }: Fetched): Promise<void> {
  const now = deps.clock.now()
  await deps.store.staff.calendars.noteFetch(calendar, now)
  if (seen.length === 0) return
  const centres = [...new Set(seen.map(({ centre }) => centre))]
  const asked = { staffId: actor.id, action: 'see-calendar', centres } as const
  const known = await deps.store.staff.audit.sentSince(asked, atWall(dateOf(now), 0))
  const news = seen.filter(({ id }) => !known.has(id))
  await noteSeen(deps, actor, 'see-calendar', news)
}

function isOwn(booking: ShownBooking, staffId: string, profile: Profile): boolean {
  const centre = centreOf(profile, booking.centre)
  const there = centre && counsellorAt(calendarOf(profile, centre), booking)?.staffId
  return isOwnAppointment(booking, staffId, there)
}

const BUSY = 'Belegt'

async function entryOf(
  booking: ShownBooking,
  { id, detail }: FoundCalendar,
  { profile, languages }: { profile: Profile; languages: LanguageTerms },
): Promise<CalendarEntry> {
  const { startsAt, endsAt, changedAt, ref, intake, shown } = booking
  // The same each time, another in each calendar, and it leads nowhere.
  const uid = (await fingerprintOf(`${id} ${booking.id}`)).slice(0, 32)
  const times = { uid, startsAt, endsAt, changedAt }
  if (detail === 'busy' || shown === 'seat' || !intake) return { ...times, said: BUSY }
  const spoken = germanOf(spokenQuestion, intake.answers[spokenQuestion.id], profile, languages)
  const language = spoken.length > 0 ? spoken.join(', ') : languages.reading(intake.language)
  return { ...times, said: `${ref} · ${language}` }
}
