// What stands around the times that are shown: which centre they are of, and the ways on from them.

import type { Centre } from '../../profile/centre.ts'
import { isCut } from '../../questionnaire/triage.ts'
import { type Button, button } from '../screen.ts'
import { suggestedCentre } from '../suggestion.ts'
import type { Facts, Talk } from '../talk.ts'
import { centreOf } from './centres.ts'

export const ALL_TIMES = button('language.button.all', { do: 'only', what: 'all' })

/** What there is instead of the times that are shown. */
export function wayRows(facts: Facts): Button[][] {
  return [
    [
      button('booking.times.button.days', { do: 'days' }),
      button('booking.times.button.centres', { do: 'centres' }),
    ],
    [waitButton(facts)],
    [button('booking.times.button.walk-in', { do: 'open', page: 'walk-in' })],
  ]
}

export function laterRow(next: { startsAt: number } | undefined): Button[][] {
  if (!next) return []
  const { startsAt } = next
  return [[button('booking.times.button.later', { do: 'later', startsAt })]]
}

// Nothing that fits is no dead end: what is freed or added is offered to those who wait.
export function waitButton(facts: Facts): Button {
  return facts.waiting
    ? button('waiting.button.mine', { do: 'waiting' })
    : button('waiting.button.wait', { do: 'wait' })
}

/** All taken, or a centre whose hours nobody has entered: it can be named and called only. */
export function noTimes(centre: Centre | undefined, facts: Facts): string {
  const bookable = (centre ? [centre] : facts.profile.centres).some(
    ({ openings }) => openings.length > 0,
  )
  return bookable ? 'booking.times.none' : 'booking.times.not-bookable'
}

/** Urgent requests see the soonest time of all centres until they choose one. */
export function centreShown(
  talk: Talk,
  place: { centre?: string },
  facts: Facts,
): Centre | undefined {
  if (place.centre) return centreOf(facts, place.centre)
  const suggestion = suggestedCentre(talk, facts)
  if (!suggestion || isCut(talk.answers)) return undefined
  return centreOf(facts, suggestion.centre)
}
