// Who had an appointment in closed hours, as rows, and the page of a closure with them.

import { html } from 'hono/html'
import { stateAt } from '../../domain/appointment/attendance.ts'
import type { Became } from '../../domain/people/displaced.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import type { DisplacedPerson, SeenClosure } from '../../flows/staff/displaced-people.ts'
import { addressOf } from '../frame/answered.ts'
import { dayAndClock } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'
import { cell } from '../frame/parts.ts'
import { STATE_WORDS } from '../frame/terms.ts'
import type { Word } from '../frame/words.ts'
import { recordHref } from '../record/trail.ts'
import { stretch } from './stretch.ts'

type Around = { profile: Profile; now: number; nameOf?: (centre: string) => string }

/** When it was and, where several are on the page, at which centre; who, and what has become of it. */
export function displacedTable(
  frame: Frame,
  people: readonly DisplacedPerson[],
  { profile, now, nameOf }: Around,
): Html {
  const { words } = frame
  return html`<table class="cards">
<caption class="away">${words.displacedPeople}</caption>
<thead><tr><th scope="col">${words.appointment}</th>${nameOf ? html`<th scope="col">${words.centre}</th>` : ''}<th scope="col">${words.person}</th><th scope="col">${words.displacedBecame}</th></tr></thead>
<tbody>${people.map(
    (one) => html`<tr><th scope="row" class="time">${dayAndClock(one.startsAt)}</th>
${nameOf ? cell(words.centre, nameOf(one.centre)) : ''}${cell(words.person, who(frame, one, profile))}
${cell(words.displacedBecame, one.seen ? became(frame, one.seen, now) : '–')}</tr>`,
  )}</tbody></table>`
}

function who(frame: Frame, { seen }: DisplacedPerson, profile: Profile): Html {
  const { words } = frame
  if (!seen) return html`<span class="soft">${words.seatTaken}</span>`
  const { intake } = seen
  const address = addressOf(intake, profile)
  const has = intake.takenBy
    ? html`<br><small>${intake.status === 'new' ? words.wasWith : words.takenBy} <bdi>${intake.takenBy.name}</bdi></small>`
    : intake.shown === 'front'
      ? html`<br><small class="soft">${words.frontOnly}</small>`
      : ''
  return html`<a href="${recordHref(frame, intake.id)}">${intake.ref}</a>${address ? html` ${address}` : ''}${has}`
}

const BECAME = {
  sent: 'displacedSent',
  kept: 'displacedKept',
  read: 'displacedRead',
  'under-way': 'displacedUnderWay',
  lost: 'displacedLost',
  nothing: 'displacedUntold',
} as const satisfies Record<Exclude<Became['is'], 'other-time' | 'called'>, Word>

function became(
  { words }: Frame,
  { became, isToCall }: NonNullable<DisplacedPerson['seen']>,
  now: number,
): Html {
  const call = isToCall
    ? html` <a class="badge yellow" href="/staff/calls">${words.displacedCall}</a>`
    : ''
  if (became === null) return html`${words.displacedNoTime}${call}`
  if (became.is === 'called') {
    return html`${words.say('displacedCalled', { when: dayAndClock(became.at) })}${call}`
  }
  if (became.is !== 'other-time') return html`${words[BECAME[became.is]]}${call}`
  const state = stateAt(became, now)
  const when = words.say('displacedOther', { when: dayAndClock(became.startsAt) })
  return html`${when}${state === 'booked' ? '' : ` (${words[STATE_WORDS[state]]})`}${call}`
}

export function closurePage(frame: Frame, seen: SeenClosure): Html {
  const { words } = frame
  const { closings, people, isCut, nameOf } = seen
  return html`<p class="no-print"><a href="/staff/closures">${words.closures}</a></p>
<h1>${words.displacedPeople}</h1>
<section class="card"><h2>${closings[0]?.reason ?? ''}</h2>
<ul>${closings.map((closing) => html`<li>${nameOf(closing.centre)}: ${stretch(frame, closing)}</li>`)}</ul></section>
${
  people.length === 0
    ? html`<p class="card soft">${words.displacedNobody}</p>`
    : displacedTable(frame, people, seen)
}${isCut ? html`<p class="soft">${words.say('displacedCut', { count: people.length })}</p>` : ''}`
}
