// The appointment as a file for the calendar in the phone: one entry for one appointment, replaced with
// every change and called off with it (RFC 5545, RFC 5546).

import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'
import type { Deps } from '../../deps.ts'
import type { Appointment } from '../../domain/appointment/appointment.ts'
import { kindOf } from '../../domain/dialog/called.ts'
import { meant, type PartyMember } from '../../domain/people/party.ts'
import { centreOf } from '../../domain/profile/profile.ts'
import type { City } from '../city.ts'
import type { Attachment } from '../conversation/attachments.ts'

/** Who wrote a calendar. */
export const PRODUCT = { company: 'Lotse', product: 'Lotse' }

/** A calendar as text. The library leaves out the end of the last line, which some readers miss. */
export const written = (calendar: { toString: () => string }): string => `${calendar}\r\n`

const ALARM_BEFORE = 2 * 3_600_000
// RFC 5546 asks for an organiser, above all where an entry is called off; `.invalid` reaches nobody.
const NO_MAIL = 'noreply@lotse.invalid'

/** Whose appointment it is: who of those behind the address is meant, and the language they read. */
export type Whose = { language: string; party: readonly PartyMember[] }

// What somebody is called stands in the chat alone, as it says there; in the calendar, what they are.
function whoseName({ i18n, clock }: Deps, { language, party }: Whose): string[] {
  const member = meant(party)
  const isAlone = party.every(({ relation }) => relation === null)
  return member && !isAlone ? [i18n.t(language, kindOf(member, party), clock.now())] : []
}

/**
 * The file for an appointment as it stands, or the one that calls it off. In UTC, so that every calendar
 * shows the right hour; `sequence` lets it replace the older one. It rings only where the person wants to
 * be reminded. It names the centre and the code, never a topic: phones are shared. One that calls off says so in its words,
 * too: not every program knows how to take an entry away, and then adds it.
 */
export function calendarFile(
  deps: Deps,
  city: City,
  appointment: Appointment,
  whose: Whose,
): Attachment {
  const { id, ref, startsAt, endsAt, remind, state, sequence } = appointment
  const centre = centreOf(city.profile, appointment.centre)
  const now = deps.clock.now()
  const isOff = state === 'cancelled'
  const calendar = ical({
    prodId: PRODUCT,
    method: isOff ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  })
  const name = centre?.name ?? ''
  const off = isOff ? [deps.i18n.t(whose.language, { key: 'notice.cancelled' }, now)] : []
  const event = calendar.createEvent({
    id,
    sequence,
    stamp: new Date(now),
    start: new Date(startsAt),
    end: new Date(endsAt),
    status: isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    summary: [...off, name, ...whoseName(deps, whose)].join(' · '),
    ...(isOff ? { transparency: ICalEventTransparency.TRANSPARENT } : {}),
    location: [name, centre?.address].filter(Boolean).join(', '),
    description: ref,
    organizer: { name, email: NO_MAIL },
  })
  if (remind && !isOff && startsAt - ALARM_BEFORE > now) {
    event.createAlarm({ type: ICalAlarmType.display, trigger: ALARM_BEFORE / 1000 })
  }
  return {
    name: isOff ? `${ref}-cancelled.ics` : `${ref}.ics`,
    type: 'text/calendar',
    content: written(calendar),
    caption: { key: isOff ? 'booking.appointment.calendar-off' : 'booking.appointment.calendar' },
  }
}

/** The file that calls off an appointment which is cancelled, or about to be: erased with its person. */
export function callingOff(
  deps: Deps,
  city: City,
  appointment: Appointment,
  whose: Whose,
): Attachment {
  if (appointment.state === 'cancelled') return calendarFile(deps, city, appointment, whose)
  const sequence = appointment.sequence + 1
  return calendarFile(deps, city, { ...appointment, state: 'cancelled', sequence }, whose)
}
