// Webhooks: the list, a new one with its secret, and what could not be delivered.

import { html } from 'hono/html'
import {
  type DeadDelivery,
  WEBHOOK_EVENTS,
  type Webhook,
} from '../../domain/appointment/webhooks.ts'
import { dayAndClock } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { formToken, type Html } from '../frame/layout.ts'
import { cell } from '../frame/parts.ts'

const EVENT_WORDS = {
  'intake.submitted': 'webhookIntake',
  'care.changed': 'webhookCare',
  'appointment.changed': 'webhookAppointment',
} as const

/** `id` is drawn, so that a form sent twice makes one webhook. */
export function webhooksPage(
  frame: Frame,
  webhooks: readonly Webhook[],
  dead: readonly DeadDelivery[],
  id: string,
): Html {
  const { words } = frame
  return html`<h1>${words.webhooks}</h1><p class="hint">${words.webhooksHint}</p>
${webhooks.length === 0 ? html`<p class="card soft">${words.webhooksEmpty}</p>` : webhooks.map((one) => card(frame, one))}
<form class="card" method="post" action="/staff/admin/webhooks">${formToken(frame)}<input type="hidden" name="id" value="${id}">
<h2>${words.webhookNew}</h2>
<label for="url">${words.webhookUrl}</label><input id="url" name="url" type="url" required maxlength="500">
<fieldset name="events"><legend>${words.webhookEvents}</legend>${WEBHOOK_EVENTS.map(
    (event) =>
      html`<label class="check"><input type="checkbox" name="${event}" value="yes">${words[EVENT_WORDS[event]]}</label>`,
  )}</fieldset>
<div class="actions"><button>${words.save}</button></div></form>
<h2>${words.webhookDead}</h2><p class="hint">${words.webhookDeadHint}</p>
${dead.length === 0 ? html`<p class="card soft">${words.webhookDeadEmpty}</p>` : deadTable(frame, dead)}`
}

function card(frame: Frame, { id, url, events, createdAt }: Webhook): Html {
  const { words } = frame
  return html`<section class="card"><h2>${new URL(url).host}</h2>
<p><bdi dir="ltr">${url}</bdi><br><span class="soft">${dayAndClock(createdAt)}</span></p>
<ul>${events.map((event) => html`<li>${words[EVENT_WORDS[event]]}</li>`)}</ul>
<form method="post" action="/staff/admin/webhooks/${id}/remove">${formToken(frame)}<button class="danger">${words.webhookRemove}<span class="away"> ${url}</span></button></form></section>`
}

function deadTable(frame: Frame, dead: readonly DeadDelivery[]): Html {
  const { words } = frame
  return html`<table class="cards"><caption class="away">${words.webhookDead}</caption>
<thead><tr><th scope="col">${words.time}</th><th scope="col">${words.webhookEvents}</th><th scope="col">${words.webhookUrl}</th><th scope="col">${words.webhookWhy}</th><th scope="col"><span class="away">${words.webhookAgain}</span></th></tr></thead>
<tbody>${dead.map(
    ({ id, event, url, reason, doneAt }) => html`<tr>
<th scope="row">${dayAndClock(doneAt)}</th>
${cell(words.webhookEvents, event)}
${cell(words.webhookUrl, new URL(url).host)}
${cell(words.webhookWhy, reason)}
<td><form method="post" action="/staff/admin/webhooks/deliveries/${id}/again">${formToken(frame)}<button class="quiet">${words.webhookAgain}<span class="away"> ${event} ${dayAndClock(doneAt)}</span></button></form></td>
</tr>`,
  )}</tbody></table>`
}

/** The secret for the only time it is seen. */
export function webhookSecretPage({ words }: Frame, secret: string): Html {
  return html`<h1>${words.webhookSecret}</h1>
<section class="card"><p>${words.webhookSecretHint}</p><p><code class="key">${secret}</code></p>
<p><a class="button quiet" href="/staff/admin/webhooks">${words.back}</a></p></section>`
}
