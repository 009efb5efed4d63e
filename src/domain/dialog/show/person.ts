// Talking to somebody: the telephone of one's own centre, coming without an appointment, and the others.

import { openAppointment } from '../booking.ts'
import { button, type Line, line, type Screen, strong } from '../screen.ts'
import { responsibleCentre } from '../suggestion.ts'
import type { Facts, Talk } from '../talk.ts'
import { centreAlone, centreNamed, centreRows } from './centre.ts'
import { answersLines, centreLines, centreOf, openLines } from './centres.ts'

// Beside what else there is, a button for so many others: else one that leads to all.
const ROOM = { person: 2, walkIn: 5 }

/** When somebody of the person's centre answers the telephone, the other centres, and being called back. */
export function showPerson(facts: Facts, talk: Talk): Pick<Screen, 'lines' | 'rows'> {
  const own = centreOf(facts, openAppointment(facts)?.centre ?? responsibleCentre(talk, facts))
  const { profile } = facts
  const others = profile.centres.filter(({ id }) => id !== own.id)
  return {
    lines: [
      strong('centres.person.title'),
      ...phoneLines({ ...facts, profile: { ...profile, centres: [own] } }, talk.language),
      line('centres.person.ask'),
    ],
    rows: [
      [button('centres.person.button.chat', { do: 'call-back', by: 'chat' })],
      [button('centres.person.button.phone', { do: 'call-back', by: 'phone' })],
      ...centreRows(others, talk.language, ROOM.person),
    ],
  }
}

/** What is true of the telephone now, then the hours and the numbers. */
function phoneLines(facts: Facts, language: string): Line[] {
  return [
    ...answersLines(facts),
    line('centres.person.phone'),
    ...centreLines(facts, 'phone', language),
  ]
}

// Where there are more, each is chosen from the addresses.
const MOST_CALLED = 2

/** Whom to call: the centre where nobody knows yet which it will be, and others where few are there. */
export function anyPhoneLines(facts: Facts, language: string): Line[] {
  const { profile } = facts
  const { centres, defaultCentre } = profile
  const first = centres.filter(({ id }) => id === defaultCentre)
  const shown = centres.length > MOST_CALLED && first.length > 0 ? first : centres
  return phoneLines({ ...facts, profile: { ...profile, centres: shown } }, language)
}

/** Where one can come now, or soonest, and when to which centre. */
export function showWalkIn(facts: Facts, { language }: Talk): Pick<Screen, 'lines' | 'rows'> {
  const only = centreNamed(facts.profile)
  const alone = only
    ? [line('centres.walk-in-page.come'), ...centreAlone(facts, only, language)]
    : []
  return {
    lines: [strong('centres.walk-in-page.title'), ...openLines(facts), ...alone],
    rows: [
      [button('centres.walk-in-page.button.times', { do: 'times' }, 'primary')],
      ...(only ? [] : centreRows(facts.profile.centres, language, ROOM.walkIn)),
    ],
  }
}
