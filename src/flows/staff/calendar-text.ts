// Appointments as a calendar that programs subscribe to (RFC 5545, RFC 7986).

import ical, {
  ICalEventBusyStatus,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'
import { PRODUCT, written } from '../appointment/calendar-file.ts'

/** Instants are epoch ms; `said` is all that stands in it beside the time. */
export type CalendarEntry = {
  uid: string
  startsAt: number
  endsAt: number
  changedAt: number
  said: string
}

const ASKED_AGAIN_AFTER = 15 * 60

// A calendar holds at least one component, and one without appointments would hold none.
const NOTHING = [
  ...['BEGIN:VTIMEZONE', 'TZID:Etc/UTC', 'BEGIN:STANDARD', 'DTSTART:19700101T000000'],
  ...['TZOFFSETFROM:+0000', 'TZOFFSETTO:+0000', 'END:STANDARD', 'END:VTIMEZONE', ''],
].join('\r\n')

/**
 * The calendar as text, the same for the same appointments: nothing in it says when it was made. In UTC, so that every
 * program shows the right hour; private, so that who shares their calendar with colleagues shares no code.
 */
export function calendarText(name: string, entries: readonly CalendarEntry[]): string {
  const calendar = ical({ prodId: PRODUCT, name, ttl: ASKED_AGAIN_AFTER })
  for (const { uid, startsAt, endsAt, changedAt, said } of entries) {
    calendar.createEvent({
      id: uid,
      stamp: new Date(changedAt),
      start: new Date(startsAt),
      end: new Date(endsAt),
      summary: said,
      status: ICalEventStatus.CONFIRMED,
      class: ICalEventClass.PRIVATE,
      transparency: ICalEventTransparency.OPAQUE,
      busystatus: ICalEventBusyStatus.BUSY,
    })
  }
  const text = written(calendar)
  return entries.length > 0 ? text : text.replace('END:VCALENDAR', `${NOTHING}END:VCALENDAR`)
}
