// The buttons of a call: reached, not reached, taken back.

import { html } from 'hono/html'
import { type CallAttempt, missedCalls } from '../../domain/people/call-attempts.ts'
import type { ShownIntake } from '../../domain/people/wall.ts'
import { dayAndClock } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { formToken, type Html } from '../frame/layout.ts'

/** Where they stand, and where they lead back to. */
export type CallPlace = 'calls' | 'record'

/** What comes of a call, for whoever has the request. */
export function callForms(
  frame: Frame,
  { id, ref, callBack }: Pick<ShownIntake, 'id' | 'ref' | 'callBack'>,
  place: CallPlace,
  newId: () => string,
): Html {
  const { words } = frame
  const form = (outcome: CallAttempt['outcome'], label: string) =>
    html`<form method="post" action="/staff/intakes/${id}/called">${formToken(frame)}<input type="hidden" name="id" value="${newId()}"><input type="hidden" name="place" value="${place}"><button class="quiet" name="outcome" value="${outcome}">${label}<span class="away"> ${ref}</span></button></form>`
  // Who wished for a message is written to.
  const reached = callBack === 'chat' ? words.done : words.callReached
  return html`<div class="row-actions no-print">${form('reached', reached)}${form('not-reached', words.callNotReached)}</div>`
}

/** When nobody answered, with a button that takes the last of it back. */
export function callsInVain(
  frame: Frame,
  intake: Pick<ShownIntake, 'id' | 'ref' | 'calls'>,
  place: CallPlace,
): Html {
  const missed = missedCalls(intake.calls)
  const last = missed.at(-1)
  if (!last) return html``
  const times = missed.map(({ at }) => dayAndClock(at)).join(' · ')
  return html`<p class="soft">${frame.words.say('callsInVain', { times })}</p>${undoForm(frame, intake, last.id, place)}`
}

export function undoForm(
  frame: Frame,
  { id, ref }: Pick<ShownIntake, 'id' | 'ref'>,
  call: string,
  place: CallPlace,
): Html {
  const { words } = frame
  return html`<form class="no-print" method="post" action="/staff/intakes/${id}/called/undo">${formToken(frame)}<input type="hidden" name="call" value="${call}"><input type="hidden" name="place" value="${place}"><button class="quiet">${words.callUndo}<span class="away"> ${ref}</span></button></form>`
}
