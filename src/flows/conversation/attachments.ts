// Files a person gets: the appointment for their calendar, and everything held about them.

import ical, { ICalAlarmType } from 'ical-generator'
import type { Deps } from '../../deps.ts'
import type { Appointment } from '../../domain/appointment/appointment.ts'
import type { Text } from '../../domain/dialog/text.ts'
import { centreOf } from '../../domain/profile/profile.ts'
import type { City } from '../city.ts'

export type Attachment = { name: string; type: string; content: string; caption: Text }

/**
 * The appointment as an .ics file in UTC, so that every calendar shows the right hour. It names the
 * centre and the code, never a topic: phones are shared.
 */
export function appointmentFile(deps: Deps, city: City, appointment: Appointment): Attachment {
  const centre = centreOf(city.profile, appointment.centre)
  const now = deps.clock.now()
  const calendar = ical({ prodId: { company: 'Lotse', product: 'Lotse' } })
  calendar
    .createEvent({
      id: appointment.id,
      // Minutes since 2020: grows with every move, so that calendars replace the older file.
      sequence: Math.floor((now - Date.UTC(2020, 0)) / 60_000),
      stamp: new Date(now),
      start: new Date(appointment.startsAt),
      end: new Date(appointment.endsAt),
      summary: centre?.name ?? '',
      location: [centre?.name, centre?.address].filter(Boolean).join(', '),
      description: appointment.ref,
    })
    .createAlarm({ type: ICalAlarmType.display, trigger: 2 * 3600 })
  return {
    name: `${appointment.ref}.ics`,
    type: 'text/calendar',
    content: calendar.toString(),
    caption: { key: 'booking.appointment.calendar' },
  }
}

/** Everything held about a person, for machines (GDPR Art. 15 and 20). */
export async function dataFile(deps: Deps, city: City, personId: string): Promise<Attachment> {
  const held = await deps.store.holdings.of(personId)
  const exportedAt = new Date(deps.clock.now()).toISOString()
  return {
    name: 'lotse.json',
    type: 'application/json',
    content: `${JSON.stringify({ city: city.profile.city, exportedAt, ...held }, null, 2)}\n`,
    caption: { key: 'pages.my-data.file' },
  }
}
