// The numbers of the calendar that hold for all centres.

import { html } from 'hono/html'
import type { Profile } from '../../domain/profile/profile.ts'
import type { Frame } from '../frame/frame.ts'
import { input, type Shown } from '../frame/inputs.ts'
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
  return html`<section class="card">${RULE_FIELDS.map(({ key, word }) => input(shown, key, words[word], { type: 'number' }))}</section>`
}
