// Closing a request whose appointment is still to come: what happens to it is asked, since the person would come.

import { html } from 'hono/html'
import { isOpen } from '../../domain/appointment/appointment.ts'
import { centreOf } from '../../domain/profile/profile.ts'
import { clock, longDay } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { formToken, type Html } from '../frame/layout.ts'
import { toldHow } from '../frame/told.ts'
import type { Word } from '../frame/words.ts'
import type { WorkView } from './work-view.ts'

/** Whether it has one that is not over. */
export const hasOpen = ({ intake, now }: Pick<WorkView, 'intake' | 'now'>): boolean =>
  intake.appointment !== null && isOpen(intake.appointment, now)

export function closeForms(frame: Frame, { intake, profile }: WorkView): Html {
  const { words, language } = frame
  const { appointment, id } = intake
  if (!appointment) return html``
  const { startsAt, centre } = appointment
  const form = (to: 'cancel' | 'keep', label: Word, hint: Html | string, look: string) =>
    html`<form method="post" action="/staff/intakes/${id}/status">${formToken(frame)}<input type="hidden" name="to" value="closed"><input type="hidden" name="appointment" value="${to}"><input type="hidden" name="from" value="${startsAt}">
<p class="hint">${hint}</p><div class="actions"><button class="${look}">${words[label]}</button></div></form>`
  return html`<p><strong>${words.closeStillComing}: ${longDay(startsAt, language)}, ${clock(startsAt)}</strong>, ${centreOf(profile, centre)?.name ?? centre}</p>
${form('cancel', 'closeCancel', html`${words.closeCancelHint} ${toldHow(frame, intake)}`, 'danger')}
${form('keep', 'closeKeep', words.closeKeepHint, 'quiet')}`
}
