// A centre's week: a press on a gap gives it away, one on an appointment opens its record.

import { html } from 'hono/html'
import { stateAt } from '../../domain/appointment/attendance.ts'
import { addDays, atWall } from '../../domain/calendar/wall-clock.ts'
import type { WeekDay, WeekTime } from '../../domain/calendar/week.ts'
import type { ShownBooking } from '../../domain/people/wall.ts'
import type { SeenWeek } from '../../flows/staff/see-week.ts'
import { languageTerms } from '../../i18n/terms.ts'
import { listedIn, termsOf, urgencyWithReason } from '../frame/answered.ts'
import { because, closedWhy } from '../frame/closed.ts'
import { clock, longDay, shortDay } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { alert, type Html } from '../frame/layout.ts'
import { STATE_WORDS } from '../frame/terms.ts'
import { rowId, weekList } from '../record/list.ts'
import { recordHref } from '../record/trail.ts'

type Time = WeekTime<ShownBooking>

export function weekPage(frame: Frame, seen: SeenWeek): Html {
  const { words } = frame
  const { centre, centres, monday, days, choosing } = seen
  const last = days.at(-1)?.date ?? addDays(monday, 4)
  const span = { from: shortDay(atWall(monday, 0)), until: shortDay(atWall(last, 0)) }
  const to = (of: string, week: string) => {
    const asked = { centre: of, week, ...(choosing ? { for: choosing.id } : {}) }
    return `/staff/week?${new URLSearchParams(asked)}`
  }
  return html`<h1>${centre.name}: ${words.say('weekSpan', span)}</h1>
${seen.lacksBody ? alert(words.ownBodyMissing) : ''}
${choosing ? html`<p class="note no-print">${words.say('weekChoosing', { ref: choosing.ref })} <a href="/staff/intakes/${choosing.id}">${words.back}</a></p>` : ''}
<nav class="no-print actions" aria-label="${words.weekOther}">
<a class="button quiet" href="${to(centre.id, addDays(monday, -7))}">${words.weekBefore}</a>
${monday === seen.now ? '' : html`<a class="button quiet" href="${to(centre.id, seen.now)}">${words.weekNow}</a>`}
<a class="button quiet" href="${to(centre.id, addDays(monday, 7))}">${words.weekAfter}</a>
${centres.map(({ id, short, name }) => (id === centre.id ? '' : html`<a class="button quiet" href="${to(id, monday)}">${short}<span class="away">: ${name}</span></a>`))}
</nav>
<div class="week">${days.map((day) => daySection(frame, seen, day))}</div>
<p class="hint">${words.weekLegend}</p>`
}

function daySection(frame: Frame, seen: SeenWeek, day: WeekDay<ShownBooking>): Html {
  const { words, language } = frame
  const { date, at, closed, walkIn, times } = day
  const isToday = date === seen.today
  return html`<section class="card${isToday ? ' today' : ''}" aria-labelledby="day-${date}">
<h2 id="day-${date}"><a href="/staff?day=${date}"${isToday ? html` aria-current="date"` : ''}>${longDay(at, language)}</a></h2>
${closed ? html`<p class="shut">${closedWhy(frame, closed)}</p>` : ''}
${walkIn.length > 0 ? html`<p class="soft">${words.say('weekOpen', { hours: walkIn.map(({ opensAt, closesAt }) => `${clock(opensAt)}–${clock(closesAt)}`).join(', ') })}</p>` : ''}
<ol>${times.filter((time) => !closed || hasAnybody(time)).map((time) => timeItem(frame, seen, time))}</ol></section>`
}

const hasAnybody = ({ taken, held }: Time) => taken.length + held > 0

function timeItem(frame: Frame, seen: SeenWeek, time: Time): Html {
  const { words } = frame
  const { startsAt, endsAt, site, taken, held, closed } = time
  const isShut = !hasAnybody(time) && time.free + time.staffOnly + time.walkIn === 0
  return html`<li><p class="time">${clock(startsAt)}${isShut ? `–${clock(endsAt)}` : ''}${site ? html` <small class="soft">${site}</small>` : ''}</p>
<ul>${taken.map((one) => html`<li${anchor(seen, one)}>${appointment({ ...frame, list: weekList(seen.monday, one) }, seen, one)}</li>`)}
${held > 0 ? html`<li class="soft">${words.say('weekHeld', { count: held })}</li>` : ''}
${gaps(frame, seen, time)}
${closed ? html`<li class="shut">${isShut ? words.closedHours : words.say('weekShut', { count: closed.seats })}${because(closed.reasons)}</li>` : ''}</ul></li>`
}

/** Where the way back from a record leads; who comes twice in a week has it once. */
function anchor({ days }: SeenWeek, { id, intake, shown }: ShownBooking): Html | '' {
  if (shown === 'seat') return ''
  const all = days.flatMap(({ times }) => times.flatMap(({ taken }) => taken))
  const first = intake && all.find((one) => one.intake?.id === intake.id)
  return first?.id === id ? html` id="${rowId(intake?.id ?? '')}"` : ''
}

/** Free seats, with those that are kept back. Nothing can be given away of what is over, or too far ahead. */
function gaps(frame: Frame, seen: SeenWeek, { startsAt, when, ...seats }: Time): Html {
  const { words, language } = frame
  const { centre, choosing } = seen
  const kinds = [
    ['weekFree', seats.free, 'staff'],
    ['weekStaffOnly', seats.staffOnly, 'staff'],
    ['weekWalkIn', seats.walkIn, 'walk-in'],
  ] as const
  const full = `${longDay(startsAt, language)}, ${clock(startsAt)}`
  return html`${kinds.map(([word, count, door]) => {
    if (count === 0) return ''
    const said = words.say(when === 'over' ? 'weekUnused' : word, { count })
    // Who moves to a time does not come without an appointment.
    const isLink = when === 'open' && !(choosing && door === 'walk-in')
    if (!isLink)
      return html`<li class="soft">${said}${when === 'ahead' ? html` <small>${words.weekAhead}</small>` : ''}</li>`
    const at = { centre: centre.id, at: String(startsAt) }
    const href = choosing
      ? `/staff/intakes/${choosing.id}/times?${new URLSearchParams(at)}`
      : `/staff/callers?${new URLSearchParams({ ...at, door })}`
    return html`<li class="chip"><a class="gap" href="${href}">${said}<span class="away">, ${full}</span></a></li>`
  })}`
}

function appointment(frame: Frame, { profile, at }: SeenWeek, booking: ShownBooking): Html {
  const { words } = frame
  const { intake, ref, state, shown, startsAt, endsAt } = booking
  const now = stateAt({ state, endsAt }, at)
  const done = now === 'booked' ? '' : html` <small>${words[STATE_WORDS[now]]}</small>`
  if (!intake) return html`${ref || words.appointment}${done}`
  const answers = listedIn('requests', profile).flatMap((q) => termsOf(q, intake.answers, profile))
  const isSpoken = 'spoken' in intake.answers
  const reads = isSpoken ? [] : [`${words.reading}: ${languageTerms.reading(intake.language)}`]
  const said = html`<br><small>${[...answers, ...reads].join(' · ')}</small>`
  if (shown === 'seat') return html`${ref} <small class="soft">${words.seatTaken}</small>${said}`
  const isUrgent = intake.urgency !== 'green'
  return html`<a href="${recordHref(frame, intake.id)}">${ref}<span class="away"> ${clock(startsAt)}</span></a>${done}${isUrgent ? html` ${urgencyWithReason(frame, intake, profile)}` : ''}${said}`
}
