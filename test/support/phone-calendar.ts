// The calendar in a phone, as RFC 5546 has it, kept with ical.js: a file puts its entry in, replaces it
// where its sequence is higher, or takes it out.

import ICAL from 'ical.js'

export type Entry = { uid: string; startsAt: number; endsAt: number; place: string; rings: boolean }

export function createPhoneCalendar() {
  const seen = new Map<string, { sequence: number; method: unknown; entry: Entry }>()

  function put(text: string): void {
    const root = new ICAL.Component(ICAL.parse(text))
    const method = root.getFirstPropertyValue('method')
    const [part, ...more] = root.getAllSubcomponents('vevent')
    if (!part || more.length > 0) throw new Error(`a file holds one entry: ${text}`)
    const event = new ICAL.Event(part)
    const { uid, sequence } = event
    const entry = {
      uid,
      startsAt: event.startDate.toJSDate().getTime(),
      endsAt: event.endDate.toJSDate().getTime(),
      place: event.location,
      rings: part.getAllSubcomponents('valarm').length > 0,
    }
    const known = seen.get(uid)
    if (known?.sequence === sequence) {
      // The same once more, which only its alarm may have outlived.
      const said = (one: { method: unknown; entry: Entry }) => [one.method, one.entry.startsAt]
      if (String(said(known)) !== String(said({ method, entry }))) {
        throw new Error(`two files of sequence ${sequence} say two things: ${text}`)
      }
    }
    if (!known || sequence > known.sequence) seen.set(uid, { sequence, method, entry })
  }

  return {
    put,
    /** What stands in it, the cancelled left out. */
    entries: () =>
      [...seen.values()].flatMap(({ method, entry }) => (method === 'CANCEL' ? [] : [entry])),
  }
}
