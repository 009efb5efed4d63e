// The fields of a centre: who and where it is, when its phone is answered, when it can be booked.

import { html } from 'hono/html'
import type { Frame } from '../frame/frame.ts'
import { input, lines, type Shown, tick } from '../frame/inputs.ts'
import type { Html } from '../frame/layout.ts'
import type { Around } from './counselling-form.ts'
import { hoursRows, openingRows } from './hours-fields.ts'
import { PLAIN_FIELDS } from './plain-fields.ts'

export function centreForm(frame: Frame, shown: Shown, around: Around): Html {
  const { words } = frame
  const calendar = around.numbers
  const { slotMinutes, seats, walkInSeats, staffSeats, leadMinutes, horizonDays } = calendar
  return html`<section class="card">
${PLAIN_FIELDS.map(({ key, as, word, fault }) => {
  const field = as === 'line' ? input : lines
  return field(shown, key, words[word], { fault })
})}</section>
<section class="card"><h2>${words.openings}</h2>
<p class="hint">${words.say('openingsHint', {
    minutes: slotMinutes,
    seats,
    walkIn: walkInSeats,
    staff: staffSeats,
    lead: leadMinutes,
    days: horizonDays,
  })}</p>${openingRows(frame, shown, around)}</section>
<section class="card"><h2>${words.phoneHours}</h2>${hoursRows(frame, shown, 'phoneHours')}</section>
<section class="card"><h2>${words.walkInHours}</h2>${hoursRows(frame, shown, 'walkIn')}
${tick(shown, 'confirmed', words.hoursConfirmed)}</section>`
}
