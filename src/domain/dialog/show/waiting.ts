// Screens of the waiting list: the wish in three short questions, what is waited for, and an offer.

import type { Wishes } from '../../appointment/waiting-list.ts'
import { openAppointment } from '../booking.ts'
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
import type { Facts, Held, Place } from '../talk.ts'
import { WISH_KINDS, type WishKind } from '../tap.ts'
import { say, type Value } from '../text.ts'
import { wished, wishOptions } from '../waiting.ts'
import { addressLines, centreOf } from './centres.ts'

/** One question of the wish; without a choice everything of its kind is welcome. */
export function showWish(place: Extract<Place, { at: 'wish' }>, facts: Facts): Screen {
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
    lines: [strong(`waiting.${about}.title`), line('waiting.several')],
    rows: [
      ...inRows(buttons, about === 'days' ? 2 : 1),
      [button(on, { do: 'wish-on', about }, 'primary')],
      FOOTER,
    ],
    progress: { step: WISH_KINDS.indexOf(about) + 1, of: WISH_KINDS.length },
  }
}

/** What the person waits for, with what is held for them just now. */
export function showWaiting(facts: Facts): Screen {
  const { waiting, held } = facts
  if (!waiting) {
    return {
      id: 'waiting.none',
      lines: [strong('waiting.none')],
      rows: [[button('booking.appointment.button.times', { do: 'times' }, 'primary')], FOOTER],
    }
  }
  return {
    id: 'waiting',
    lines: [
      strong('waiting.title'),
      ...wishLines(waiting, facts),
      GAP,
      line('waiting.how'),
      line('waiting.free'),
      ...held.flatMap((offer) => [GAP, ...offerLines(offer, facts)]),
    ],
    rows: [
      ...held.flatMap((offer) => takeRows(offer.id)),
      [button('waiting.button.change', { do: 'wait' })],
      [button('waiting.button.stop', { do: 'stop-waiting' })],
      FOOTER,
    ],
  }
}

/** A freed seat, held for this person: it stays in the chat until they answer. */
export function showOffer(offer: Held, facts: Facts): Screen {
  return {
    id: 'offer',
    keep: true,
    tells: { kind: 'offer', offer: offer.id },
    lines: offerLines(offer, facts),
    rows: [...takeRows(offer.id), [button('waiting.button.stop', { do: 'stop-waiting' })], FOOTER],
  }
}

/** The wish, a line for each kind. */
export function wishLines(wishes: Wishes, facts: Pick<Facts, 'profile'>): Line[] {
  return WISH_KINDS.map((about) =>
    line(`waiting.${about}.line`, { wish: wishValue(wishes, about, facts) }),
  )
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
      return { key: `waiting.parts.option.${option}` }
    case 'centres':
      return facts.profile.centres.find(({ id }) => id === option)?.name ?? option
  }
}

function offerLines(offer: Held, facts: Facts): Line[] {
  const centre = centreOf(facts, offer.centre)
  const open = openAppointment(facts)
  return [
    strong('waiting.offer.title'),
    line('booking.check.when', { when: { when: offer.startsAt } }),
    line('booking.check.where', { centre: centre.name }),
    ...addressLines(centre),
    // Not which: it may be another one while the offer still stands.
    ...(open ? [line('booking.times.moving')] : []),
    line('waiting.offer.held', { time: { time: offer.until } }),
  ]
}

function takeRows(booking: string): Button[][] {
  return [
    [button('waiting.button.take', { do: 'take', booking }, 'success')],
    [button('waiting.button.decline', { do: 'decline', booking })],
  ]
}
