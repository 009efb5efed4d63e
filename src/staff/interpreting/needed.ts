// What has to be ordered: whom to ask until when, and what they said.

import { html } from 'hono/html'
import { atDay, dayOf } from '../../domain/calendar/wall-clock.ts'
import type { Numbered, SeenInterpreting } from '../../flows/staff/interpreting.ts'
import { shortDay } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { formToken, type Html } from '../frame/layout.ts'
import { cell } from '../frame/parts.ts'
import { MODE_WORDS } from '../frame/terms.ts'
import { spokenBy, wantedText } from './order-text.ts'
import { excluded, mailLine, poolLine, talkCells, wishTaken, withoutWish } from './parts.ts'
import { buttons, mailLink, table } from './table.ts'

export function neededTable(frame: Frame, { needed, mails, profile, now }: SeenInterpreting): Html {
  const { words } = frame
  return table(
    frame,
    [words.orderBy, words.orderPool, words.orderNumber],
    needed.map((one) => {
      const { talk, needs, number } = one
      const [{ pool, mode, gender }] = needs.asks
      const text = wantedText(talk, number, needs.asks[0])
      return html`${talkCells(frame, { ...talk, gender: talk.need.gender, language: spokenBy(talk) }, profile)}
${cell(words.orderBy, lastDay(frame, one, now))}
${cell(words.orderPool, html`${poolLine(frame, pool.id, mode, profile)}${excluded(frame, pool, profile)}${wishTaken(frame, pool, talk.need.gender)}${withoutWish(frame, gender === null ? talk.need.gender : null)}${mailLine(frame, mails.get(talk.booking), 'mailOrders')}`)}
${cell(
  words.orderNumber,
  html`${number}
<div class="no-print">${html`${mailLink(frame, text, pool.id, profile, 'order')}${orderForm(frame, one)}`}</div>`,
)}`
    }),
  )
}

function lastDay({ words }: Frame, { needs }: Numbered, now: number): Html {
  if (needs.isLate) return html`<span class="badge red">${words.orderLate}</span>`
  const { day } = needs.orderBy
  const isSoon = day <= dayOf(now) + 1
  return html`<span class="badge ${isSoon ? 'orange' : 'plain'}">${shortDay(atDay(day, 0))}</span>`
}

/** Which pool was asked how, and what it said: the best one is chosen already. */
function orderForm(frame: Frame, { talk, needs, number }: Numbered): Html {
  const { words } = frame
  const options = needs.asks.map(
    ({ pool, mode, gender }) =>
      html`<option value="${pool.id} ${mode}">${pool.name}, ${words[MODE_WORDS[mode]]}${gender === talk.need.gender ? '' : `, ${words.withoutWish}`}</option>`,
  )
  const ask =
    needs.asks.length > 1
      ? html`<label for="ask-${number}">${words.orderAsked}</label><select id="ask-${number}" name="ask">${options}</select>`
      : html`<input type="hidden" name="ask" value="${needs.asks[0].pool.id} ${needs.asks[0].mode}">`
  return html`<form method="post" action="/staff/bookings/${talk.booking}/interpreter">${formToken(frame)}<input type="hidden" name="number" value="${number}">${ask}
<div class="actions">${buttons(frame, 'state', ['ordered', 'confirmed', 'refused'], number)}</div></form>`
}
