// What cannot wait of interpreters, on top of the page of a day.

import { html } from 'hono/html'
import { atDay } from '../../domain/calendar/wall-clock.ts'
import type { Pressing } from '../../domain/interpreting/list.ts'
import { centreOf, type Profile } from '../../domain/profile/profile.ts'
import { dayAndClock, shortDay } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'
import { orderedText, spokenBy } from './order-text.ts'

/** Nothing where all can wait. */
export function pressingInterpreters(
  { words }: Frame,
  { interpreting, profile }: { interpreting: Pressing; profile: Profile },
): Html {
  const { needed, toCancel, unanswered } = interpreting
  if (needed.length + toCancel.length + unanswered.length === 0) return html``
  const of = ({ centre, startsAt }: { centre: string; startsAt: number }, language: string) => ({
    when: dayAndClock(startsAt),
    centre: centreOf(profile, centre)?.short ?? centre,
    language,
  })
  const lines = [
    ...toCancel.map(({ order, freeUntil, isPoolGone }) => {
      const said = of(order, orderedText(order).language)
      if (isPoolGone) return words.say('pressingPoolGone', { ...said, pool: order.poolName })
      const by = dayAndClock(freeUntil ?? order.startsAt)
      return words.say('pressingCancel', { ...said, by })
    }),
    ...needed.map(({ talk, needs }) => {
      const said = of(talk, spokenBy(talk))
      if (needs.isLate) return words.say('pressingLate', said)
      return words.say('pressingOrder', { ...said, by: shortDay(atDay(needs.orderBy.day, 0)) })
    }),
    ...unanswered.map(({ talk }) => words.say('pressingUnanswered', of(talk, spokenBy(talk)))),
  ]
  return html`<section class="card" aria-labelledby="interpreting"><h2 id="interpreting">${words.interpretingPressing}</h2>
<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>
<p><a href="/staff/interpreting">${words.navInterpreting}</a></p></section>`
}
