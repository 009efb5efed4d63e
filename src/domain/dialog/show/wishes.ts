// Screens of what a person wishes: short questions, and what is free or never there by them.

import type { FittingTime, Need } from '../../appointment/language-fit.ts'
import { fits } from '../../appointment/waiting-list.ts'
import { type Unmet, unmet, type Wish, type Wishes } from '../../appointment/wishes.ts'
import { openAppointment } from '../booking.ts'
import { type Asking, fittingTimes, languageAt, needIn } from '../fitting.ts'
import {
  type Button,
  button,
  FOOTER,
  GAP,
  inRows,
  type Line,
  line,
  type Screen,
  strong,
} from '../screen.ts'
import type { Facts, Place, ShownFacts, Talk } from '../talk.ts'
import { WISH_KINDS, type WishKind } from '../tap.ts'
import { say, type Value } from '../text.ts'
import { wished, wishKinds, wishOptions } from '../waiting.ts'
import { centreOf } from './centres.ts'
import { legendLines } from './fit.ts'
import { timeButton } from './times.ts'

// With the way on, as many buttons as a screen has beside its last row.
const SHOWN_TIMES = 5

/** One question of the wish; without a choice everything of its kind is welcome. */
export function showWish(
  talk: Asking,
  place: Extract<Place, { at: 'wish' }>,
  facts: Facts,
): Screen {
  const kinds = wishKinds(talk, facts)
  const { about, wishes } = place
  const chosen = wished(wishes, about)
  const buttons = wishOptions(about, facts).map((option): Button => {
    const label = say('common.name', { name: optionName(about, option, facts) })
    return {
      label: chosen.includes(option) ? say('common.chosen', { option: label }) : label,
      tap: { do: 'wish', about, option },
    }
  })
  const on = chosen.length > 0 ? 'common.button.continue' : 'waiting.button.any'
  return {
    id: `wish.${about}`,
    lines: [
      strong(`waiting.${about}.title`),
      ...(about === 'language' ? [] : [line('waiting.several')]),
      ...unmetLines(unmet(wishes, facts.profile, facts.now, languageAt(talk, facts))),
    ],
    rows: [
      ...inRows(buttons, about === 'days' ? 2 : 1),
      [button(on, { do: 'wish-on', about }, 'primary')],
      FOOTER,
    ],
    progress: { step: kinds.indexOf(about) + 1, of: kinds.length },
  }
}

/** Before anybody waits: what they wish and is free already, and what of it is never there. */
export function showFitting(
  talk: Talk,
  { wishes }: Extract<Place, { at: 'fitting' }>,
  facts: ShownFacts,
): Screen {
  const has = openAppointment(facts)?.startsAt ?? null
  const need = needIn(talk, facts)
  const seeker = { wishes, has, declined: [], languageAt: languageAt(talk, facts) }
  const wished = facts.times.filter((time) => fits(seeker, time))
  const times = fittingTimes(wished, talk, facts).slice(0, SHOWN_TIMES)
  const isFree = times.length > 0
  const still = facts.hasChat ? 'waiting.fitting.still' : 'page.waiting'
  const never = unmetLines(unmet(wishes, facts.profile, facts.now, languageAt(talk, facts)))
  return {
    id: isFree ? 'fitting' : 'fitting.none',
    lines: [
      strong(isFree ? 'waiting.fitting.title' : 'waiting.fitting.none'),
      ...wishLines(wishes, facts),
      ...never,
      ...legendLines(times, times, need),
      GAP,
      line(isFree ? 'waiting.fitting.earlier' : still),
    ],
    rows: [
      ...timeRows(times, wishes, need, facts),
      [button(isFree ? 'waiting.button.earlier' : 'waiting.button.wait', { do: 'wait-still' })],
      ...(isFree ? [] : [[button('booking.appointment.button.times', { do: 'times' })]]),
      FOOTER,
    ],
  }
}

/** Two in a row where the wish names the one centre they are all at. */
function timeRows(
  times: readonly FittingTime[],
  { centres }: Wishes,
  need: Need,
  facts: Facts,
): Button[][] {
  const isOne = centres.length === 1
  const buttons = times.map(({ time, fit }) =>
    timeButton(time, isOne ? undefined : centreOf(facts, time.centreId), { fit, need }),
  )
  return inRows(buttons, isOne ? 2 : 1)
}

/** The wish, a line for each kind; of somebody who waits also what they wait to be earlier than. */
export function wishLines(wishes: Wish, facts: Pick<Facts, 'profile' | 'now'>): Line[] {
  const { known } = wishes
  const told = WISH_KINDS.filter((about) => about !== 'language' || wishes.language)
  const lines = told.map((about) =>
    line(`waiting.${about}.line`, { wish: wishValue(wishes, about, facts) }),
  )
  if (known && known.from > facts.now) {
    lines.push(line('waiting.earlier', { when: { when: known.from } }))
  }
  return lines
}

/** What nobody can be given by the opening rules in force, and what there is instead. */
export function unmetLines(never: Unmet | null): Line[] {
  if (!never) return []
  const { days, parts, isAll, open } = never
  if (!open) return [line('booking.times.not-bookable')]
  const what: Value[] = [
    ...days.map((weekday) => ({ weekday })),
    ...parts.map((part) => ({ key: `waiting.parts.option.${part}` })),
  ]
  const lines: Line[] = [GAP]
  if (what.length > 0) lines.push(line('waiting.never.closed', { what: { list: what } }))
  else if (isAll) lines.push(line('waiting.never.together'))
  if (days.length > 0) {
    const weekdays = open.days.map((weekday) => ({ weekday }))
    lines.push(line('waiting.never.days', { days: { list: weekdays } }))
  }
  if (parts.length > 0) {
    const { earliest, latest } = open
    lines.push(line('waiting.never.parts', { from: { time: earliest }, to: { time: latest } }))
  }
  return lines
}

function wishValue(wishes: Wishes, about: WishKind, facts: Pick<Facts, 'profile'>): Value {
  const chosen = wished(wishes, about)
  if (chosen.length === 0) return { key: 'waiting.any' }
  return { list: chosen.map((option) => optionName(about, option, facts)) }
}

function optionName(about: WishKind, option: string, facts: Pick<Facts, 'profile'>): Value {
  switch (about) {
    case 'days':
      return { weekday: Number(option) }
    case 'parts':
    case 'language':
      return { key: `waiting.${about}.option.${option}` }
    case 'centres':
      return facts.profile.centres.find(({ id }) => id === option)?.name ?? option
  }
}
