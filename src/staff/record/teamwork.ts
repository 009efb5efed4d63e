// Working on a request together: given to a colleague, laid aside until a day.

import { html } from 'hono/html'
import { atWall } from '../../domain/calendar/wall-clock.ts'
import type { Colleague } from '../../domain/people/assign.ts'
import { followUpDays, followUpState, LONGEST_FOLLOW_UP } from '../../domain/people/follow-up.ts'
import type { ShownIntake } from '../../domain/people/wall.ts'
import { shortDay } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { option } from '../frame/inputs.ts'
import { formToken, type Html } from '../frame/layout.ts'
import { typed } from '../frame/parts.ts'

/** To whom it can be given; nothing where there is nobody but who has it. */
export function assignForm(
  frame: Frame,
  intake: ShownIntake,
  { colleagues, newId }: { colleagues: readonly Colleague[]; newId: () => string },
): Html {
  const { words } = frame
  const { id, takenBy, status } = intake
  const others = colleagues.filter((one) => one.id !== takenBy?.id || status === 'new')
  if (others.length === 0) return html`<p class="soft">${words.assignNone}</p>`
  return html`<form method="post" action="/staff/intakes/${id}/assign">${formToken(frame)}
<input type="hidden" name="id" value="${newId()}"><input type="hidden" name="from" value="${takenBy?.id ?? ''}">
<p class="hint">${words.assignHint}</p>
<label for="assign-to">${words.assignTo}</label><select id="assign-to" name="to" required>${option('', '')}${others.map((one) => option(one.id, one.name))}</select>
<label for="assign-line">${words.assignLine}</label><textarea id="assign-line" name="line"></textarea>
<div class="actions"><button>${words.assign}</button></div></form>`
}

/** The day it comes up again, and what is to be done then. `now` is epoch ms. */
export function followUpLine({ words }: Frame, { followUp }: ShownIntake, now: number): Html {
  if (followUp === null) return html``
  const day = shortDay(atWall(followUp.on, 0))
  const said =
    followUpState(followUp, now) === 'due'
      ? html`<span class="badge orange">${words.followUpDue}: ${day}</span>`
      : html`<span class="badge plain">${words.followUp}: ${day}</span>`
  return html`${said}${followUp.line === '' ? '' : html` ${typed(followUp.line)}`} <span class="soft">${words.say('followUpBy', { by: followUp.by })}</span>`
}

/** The form for it, and the button that ends it. `now` is epoch ms. */
export function followUpForms(frame: Frame, intake: ShownIntake, now: number): Html {
  const { words } = frame
  const { id, followUp } = intake
  const { first, last } = followUpDays(now)
  return html`${
    followUp === null
      ? ''
      : html`<p>${followUpLine(frame, intake, now)}</p>
<form method="post" action="/staff/intakes/${id}/follow-up/end">${formToken(frame)}<div class="actions"><button class="quiet">${words.followUpEnd}</button></div></form>`
  }<form method="post" action="/staff/intakes/${id}/follow-up">${formToken(frame)}
<p class="hint">${words.followUpHint}</p>
<label for="follow-up-on">${words.followUpOn}</label><input id="follow-up-on" name="on" type="date" min="${first}" max="${last}" value="${followUp !== null && followUp.on >= first ? followUp.on : ''}" required>
<label for="follow-up-line">${words.followUpLine}</label><input id="follow-up-line" name="line" maxlength="${LONGEST_FOLLOW_UP}" value="${followUp?.line ?? ''}" autocomplete="off">
<div class="actions"><button>${followUp === null ? words.followUpSet : words.followUpChange}</button></div></form>`
}
