// The numbers of the calendar that hold for all centres.

import { html } from 'hono/html'
import { calendarNumbersSchema } from '../../domain/calendar/rules.ts'
import { endsOf } from '../../domain/profile/ends.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import type { Frame } from '../frame/frame.ts'
import { number, type Shown } from '../frame/inputs.ts'
import type { Html } from '../frame/layout.ts'
import type { Word } from '../frame/words.ts'

export const RULE_FIELDS = [
  { key: 'slotMinutes', word: 'slotMinutes' },
  { key: 'seats', word: 'seatsAtOnce' },
  { key: 'walkInSeats', word: 'walkInSeats' },
  { key: 'staffSeats', word: 'staffSeats' },
  { key: 'leadMinutes', word: 'leadMinutes' },
  { key: 'horizonDays', word: 'horizonDays' },
] as const satisfies readonly { key: keyof Profile['calendar']; word: Word }[]

export function rulesForm({ words }: Frame, shown: Shown): Html {
  return html`<section class="card">${RULE_FIELDS.map(({ key, word }) =>
    number(
      shown,
      key,
      words[word],
      endsOf(calendarNumbersSchema.shape[key]),
      isTaken(key, shown) ? 'faultSeatsTaken' : undefined,
    ),
  )}</section>`
}

/** A number of seats that would do by itself is at fault for what is entered at one of them. */
function isTaken(key: string, { fields }: Shown): boolean {
  return key === 'seats' && /^\d{1,2}$/.test((fields[key] ?? '').trim())
}
