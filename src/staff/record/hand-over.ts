// The form that gives a request to another centre or carrier.

import { html } from 'hono/html'
import type { StaffMember } from '../../domain/people/accounts.ts'
import { LONGEST_NOTE } from '../../domain/people/care.ts'
import { HAND_OVER_REASONS, type HandOverReason } from '../../domain/people/hand-over.ts'
import type { ShownIntake } from '../../domain/people/wall.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import type { Frame } from '../frame/frame.ts'
import { option } from '../frame/inputs.ts'
import { formToken, type Html } from '../frame/layout.ts'
import type { Word } from '../frame/words.ts'
import { hasOpen } from './close.ts'

const REASON_WORDS = {
  agreed: 'handOverAgreed',
  absence: 'handOverAbsence',
} as const satisfies Record<HandOverReason, Word>

type HandOverView = {
  intake: ShownIntake
  profile: Profile
  me: Pick<StaffMember, 'role'>
  now: number
  newId: () => string
}

/** To another centre only once there is no open appointment. */
export function handOverForm(frame: Frame, view: HandOverView): Html {
  const { words } = frame
  const { intake, me, profile } = view
  const { bodies = [] } = profile
  const isBooked = hasOpen(view)
  const centres = isBooked
    ? profile.centres.filter(({ id }) => id === intake.centre)
    : profile.centres
  if (centres.length < 2 && bodies.length < 2) return html``
  const isLead = me.role === 'lead'
  const reasons = HAND_OVER_REASONS.filter((why) => isLead || why === 'agreed')
  return html`<section class="apart"><h3>${words.handOver}</h3>
<p class="hint">${isLead ? words.handOverHintLead : words.handOverHint}</p>${isBooked ? html`<p class="soft">${words.handOverLater}</p>` : ''}
<form method="post" action="/staff/intakes/${intake.id}/hand-over">${formToken(frame)}<input type="hidden" name="id" value="${view.newId()}">
<label for="hand-over-centre">${words.centre}</label><select id="hand-over-centre" name="centre">${centres.map(({ id, name }) => option(id, name, intake.centre))}</select>
<label for="hand-over-body">${words.handOverBody}</label><select id="hand-over-body" name="body">${bodies.map(({ id, name }) => option(id, name, intake.body ?? ''))}</select>
<label for="hand-over-why">${words.handOverWhy}</label><select id="hand-over-why" name="why"><option value="">${words.handOverSame}</option>${reasons.map((why) => option(why, words[REASON_WORDS[why]]))}</select>
<label for="hand-over-line">${words.handOverLine}</label><textarea id="hand-over-line" name="line" maxlength="${LONGEST_NOTE}"></textarea>
<div class="actions"><button class="quiet">${words.handOver}</button></div></form></section>`
}
