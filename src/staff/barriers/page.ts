// Barriers: the form for staff, and what everybody has told for whoever administrates.

import { html } from 'hono/html'
import {
  ANSWERED_WITHIN,
  LONGEST_BARRIER,
  LONGEST_REACH,
} from '../../domain/people/barrier-report.ts'
import type { BARRIER_ACTS, ReadBarrier, readBarriers } from '../../flows/staff/barriers.ts'
import { languageTerms } from '../../i18n/terms.ts'
import { dayAndClock, shortDay } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { formToken, type Html, note } from '../frame/layout.ts'

/** The form; `isTold` once something has arrived by it. */
export function tellPage(frame: Frame, id: string, isTold: boolean): Html {
  const { words } = frame
  return html`<h1>${words.barrierTell}</h1>${isTold ? note(words.barrierTold) : ''}
<p class="hint">${words.barrierHint}</p>
<form class="card" method="post" action="/staff/barriers/new">${formToken(frame)}
<input type="hidden" name="id" value="${id}">
<label for="text">${words.barrierWhat}</label><textarea id="text" name="text" required maxlength="${LONGEST_BARRIER}"></textarea>
<label for="reach">${words.barrierReach}</label><input id="reach" name="reach" maxlength="${LONGEST_REACH}" autocomplete="off">
<div class="actions"><button>${words.barrierTell}</button></div></form>`
}

/** What is open, then what is settled and not yet erased. */
export function barriersPage(
  frame: Frame,
  { open, settled, waiting }: Awaited<ReturnType<typeof readBarriers>>,
): Html {
  const { words } = frame
  return html`<h1>${words.navBarriers}</h1><p class="hint">${words.barriersHint}</p>
<h2>${words.barriersOpen} (${waiting})</h2>
${open.length > 0 ? open.map((one) => card(frame, one)) : html`<p class="card soft">${words.barriersNone}</p>`}
${settled.length > 0 ? html`<h2>${words.done}</h2>${settled.map((one) => card(frame, one))}` : ''}`
}

const DOOR_WORDS = { telegram: 'chat', web: 'barrierPages', staff: 'barrierDesk' } as const

function card(
  frame: Frame,
  { id, at, channel, language, text, reach, settledAt, isCry }: ReadBarrier,
): Html {
  const { words } = frame
  const when = dayAndClock(at)
  const press = (act: (typeof BARRIER_ACTS)[number], label: string, look: string) =>
    html`<form method="post" action="/staff/barriers/${id}">${formToken(frame)}<input type="hidden" name="act" value="${act}"><button class="${look}">${label}<span class="away"> ${when}</span></button></form>`
  const stands =
    settledAt === null
      ? words.say('barrierBy', { when: shortDay(at + ANSWERED_WITHIN) })
      : words.say('barrierSettledAt', { when: dayAndClock(settledAt) })
  const cry = isCry ? html` <span class="badge red">${words.barrierCry}</span>` : ''
  return html`<section class="card"><h3>${when}${cry}</h3>
<p class="soft">${words[DOOR_WORDS[channel]]} · ${languageTerms.reading(language)} · ${stands}</p>
<blockquote dir="auto">${text}</blockquote>
<p>${reach ? html`${words.barrierAnswer} <bdi>${reach}</bdi>` : words.barrierNoAnswer}</p>
<div class="row-actions no-print">${
    settledAt === null
      ? press('settled', words.done, '')
      : html`${press('reopened', words.barrierReopen, 'quiet')}${press('erased', words.barrierErase, 'quiet')}`
  }</div></section>`
}
