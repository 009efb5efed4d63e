// Free times that staff can give: own centres, one day after the other.

import { html } from 'hono/html'
import type { Fit, FittingTime, Need } from '../../domain/appointment/language-fit.ts'
import { dateOf } from '../../domain/calendar/wall-clock.ts'
import { markOf } from '../../domain/dialog/show/fit.ts'
import { ownStart, type TimesFor } from '../../flows/staff/change-booking.ts'
import { languageTerms } from '../../i18n/terms.ts'
import { clock, dayAndClock, longDay } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { alert, formToken, type Html } from '../frame/layout.ts'
import { toldHow } from '../frame/told.ts'
import type { Word } from '../frame/words.ts'
import { recordHref } from '../record/trail.ts'

export function timesPage(frame: Frame, found: TimesFor): Html {
  const { intake, centre, centres, times, need } = found
  const { words, language } = frame
  const days = Map.groupBy(times, ({ time }) => dateOf(time.startsAt))
  const choose = (one: FittingTime, label: Html) =>
    html` <a class="button quiet" href="${recordHref(frame, intake.id, '/times', { centre: centre.id, at: String(one.time.startsAt) })}#chosen">${markBefore(one.fit, need)}${label}</a>`
  return html`<p><a href="${recordHref(frame, intake.id)}">${intake.ref}</a></p>
<h1>${words.freeTimes}: ${centre.name}</h1>
<p class="hint">${toldHow(frame, intake)}</p>
${chosenTime(frame, found)}
${legend(frame, times, need)}
<p><a href="/staff/week?${new URLSearchParams({ centre: centre.id, for: intake.id })}">${words.timesInWeek}</a></p>
<nav class="actions" aria-label="${words.centres}">${centres
    .filter(({ id }) => id !== centre.id)
    .map(
      ({ id, name }) =>
        html`<a class="button quiet" href="${recordHref(frame, intake.id, '/times', { centre: id })}">${name}</a>`,
    )}</nav>
${times.length === 0 ? html`<p class="card soft">${words.noTimes}</p>` : withKnown(frame, found, choose)}
${[...days.values()].map(
  (ofDay) => html`<section class="card"><h2>${longDay(ofDay[0]?.time.startsAt ?? 0, language)}</h2>
<div class="row-actions">${ofDay.map((one) => {
    const { startsAt } = one.time
    return choose(
      one,
      html`${clock(startsAt)}<span class="away"> ${longDay(startsAt, language)}</span>`,
    )
  })}</div></section>`,
)}`
}

const isKnown = ({ fit }: FittingTime) => fit.isSameCounsellor
const MOST_KNOWN = 6

/** First the soonest time of each day with whoever has the request, or that there is none of them. */
function withKnown(
  { words, language }: Frame,
  { intake, times }: TimesFor,
  choose: (one: FittingTime, label: Html) => Html,
): Html {
  if (!intake.takenBy) return html``
  const { name } = intake.takenBy
  const days = Map.groupBy(times.filter(isKnown), ({ time }) => dateOf(time.startsAt))
  const known = [...days.values()].flatMap(([first]) => first ?? []).slice(0, MOST_KNOWN)
  return html`<section class="card"><h2>${words.say('timesWith', { name })}</h2>
<p class="hint">${words.say(known.length > 0 ? 'timesWithHint' : 'timesWithNone', { name })}</p>
<div class="row-actions">${known.map((one) =>
    choose(one, html`${longDay(one.time.startsAt, language)}, ${clock(one.time.startsAt)}`),
  )}</div></section>
<h2>${words.timesAll}</h2>`
}

/**
 * What was chosen, else what is free next, with whoever knows the person where they counsel: given by a press of its
 * own, not by one among many times.
 */
function chosenTime(frame: Frame, { intake, centre, chosen, times, now }: TimesFor): Html {
  const { words, language } = frame
  const own = ownStart(intake, now)
  if (chosen && chosen.startsAt === ownStart(intake, now, centre.id)) return alert(words.timeSame)
  if (chosen && !chosen.isFree) return alert(words.timeGone)
  const next = times.find(isKnown) ?? times[0]
  const startsAt = chosen?.startsAt ?? next?.time.startsAt
  if (startsAt === undefined) return html``
  const { takenBy } = intake
  const given = times.find(({ time }) => time.startsAt === startsAt)
  const name = given && isKnown(given) ? takenBy?.name : undefined
  const heading = name
    ? words.say(chosen ? 'timeChosenWith' : 'timeNextWith', { name })
    : chosen
      ? words.timeChosen
      : words.timeNext
  const until =
    own === null ? '' : html`<p>${words.say('timeFrom', { when: dayAndClock(own) })}</p>`
  return html`<form class="card" id="chosen" method="post" action="/staff/intakes/${intake.id}/times">${formToken(frame)}
<h2>${heading}: ${longDay(startsAt, language)}, ${clock(startsAt)}</h2>${until}
<input type="hidden" name="centre" value="${centre.id}"><input type="hidden" name="from" value="${own ?? ''}"><input type="hidden" name="at" value="${startsAt}"><button>${words.timeGive}</button></form>`
}

const markBefore = (fit: Fit, need: Need): string => {
  const mark = markOf(fit, need)
  return mark === null ? '' : `${mark} `
}

/** What the marks mean; where a language is needed and no time is marked for it, why not. */
function legend({ words }: Frame, times: readonly FittingTime[], need: Need): Html {
  const language = need.language === null ? '' : languageTerms.spoken(need.language)
  const some = (is: (fit: Fit) => boolean) => times.some(({ fit }) => is(fit))
  const said = [
    ...(need.language === null || times.length === 0
      ? []
      : [words.say(languageWord(some), { language })]),
    ...(some((fit) => fit.isSameCounsellor) ? [words.timesKnown] : []),
    ...(need.gender && some((fit) => fit.gender === 'met')
      ? [need.gender === 'woman' ? words.timesWoman : words.timesMan]
      : []),
  ]
  return html`${said.map((sentence) => html`<p class="hint">${sentence}</p>`)}`
}

function languageWord(some: (is: (fit: Fit) => boolean) => boolean): Word {
  if (some((fit) => fit.language === 'spoken')) return 'timesSpoken'
  if (some((fit) => fit.language === 'interpreter')) return 'timesInterpreter'
  if (some((fit) => fit.language === 'on-call')) return 'timesOnCall'
  return some((fit) => fit.language === 'nobody') ? 'timesNobody' : 'timesUnknown'
}
