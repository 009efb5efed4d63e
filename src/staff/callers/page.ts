// The form for somebody on the telephone or at the counter: one page, the same times as everywhere.

import { html } from 'hono/html'
import type { BookableTime } from '../../domain/calendar/bookable.ts'
import { TOPICS } from '../../domain/questionnaire/first-questions.ts'
import type { Coded } from '../../domain/questionnaire/wording.ts'
import { CALLER_URGENCIES, type CallerUrgency } from '../../flows/staff/book-for-caller.ts'
import { languageTerms } from '../../i18n/terms.ts'
import { clock, longDay } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { option } from '../frame/inputs.ts'
import { alert, formToken, type Html } from '../frame/layout.ts'

type Named = { id: string; name: string }

export function callerPage(
  frame: Frame,
  form: {
    id: string
    centre: Named
    centres: readonly Named[]
    door: 'staff' | 'walk-in'
    /** The time that was chosen in the week (epoch ms). */
    at: number | null
    times: readonly BookableTime[]
    languages: readonly string[]
    spoken: readonly Coded[]
    urgencyName: (code: CallerUrgency) => string
    topicName: (topic: string) => string
  },
): Html {
  const { words, language } = frame
  const { centre, door, at, times } = form
  const isGone = at !== null && !times.some(({ startsAt }) => startsAt === at)
  return html`<h1>${words.callers}: ${centre.name}</h1>
<form method="get" action="/staff/callers" class="card">
<label for="centre">${words.centre}</label>
<select id="centre" name="centre">${form.centres.map(({ id, name }) => option(id, name, centre.id))}</select>
<label for="door">${words.callerDoor}</label>
<select id="door" name="door">${option('staff', words.callerPhone, door)}${option('walk-in', words.callerCounter, door)}</select>
<button class="quiet">${words.show}</button></form>
${isGone ? alert(words.timeGone) : ''}
${
  times.length === 0
    ? html`<p class="card soft">${words.noTimes}</p>`
    : html`<form method="post" action="/staff/callers" class="card">${formToken(frame)}
<input type="hidden" name="id" value="${form.id}"><input type="hidden" name="centre" value="${centre.id}"><input type="hidden" name="door" value="${door}">
<p class="hint">${words.callerHint}</p>
${times.some(({ counsellors }) => counsellors) ? html`<p class="hint">${words.callerSpoken}</p>` : ''}
<label for="at">${words.appointment}</label>
<select id="at" name="at" required>${none}${times.map((time) => option(String(time.startsAt), `${longDay(time.startsAt, language)}, ${clock(time.startsAt)}${spokenAt(time)}`, at === null ? undefined : String(at)))}</select>
<label for="urgent">${words.callerUrgent}</label>
<select id="urgent" name="urgent" required>${none}${CALLER_URGENCIES.map((code) => option(code, form.urgencyName(code)))}</select>
<label for="topic">${words.topics}</label>
<select id="topic" name="topic" required>${none}${TOPICS.map((topic) => option(topic, form.topicName(topic)))}</select>
<label for="language">${words.reading}</label>
<select id="language" name="language" required>${none}${form.languages.map((key) => option(key, languageTerms.reading(key)))}</select>
<label for="spoken">${words.spoken}</label>
<select id="spoken" name="spoken" required>${none}${form.spoken.map(({ code, term }) => option(code, term))}</select>
<label for="otherLanguage">${words.callerLanguage}</label><input id="otherLanguage" name="otherLanguage" maxlength="40" autocomplete="off">
<label for="alias">${words.callerAlias}</label><input id="alias" name="alias" maxlength="40" autocomplete="off">
<label for="phone">${words.callerNumber}</label><input id="phone" name="phone" type="tel" maxlength="40" autocomplete="off">
<button>${words.giveAppointment}</button></form>`
}`
}

// Nothing is chosen before somebody has been asked.
const none = option('', '', '')

/** What is spoken at the free seats of a time, as far as it is entered. */
function spokenAt({ seats, counsellors }: BookableTime): string {
  const keys = new Set(seats.flatMap((seat) => counsellors?.get(seat)?.languages ?? []))
  return keys.size === 0 ? '' : ` · ${[...keys].map(languageTerms.spoken).join(', ')}`
}
