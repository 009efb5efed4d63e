// Screens of the waiting list: what is waited for, and an offer.

import { unmet } from '../../appointment/wishes.ts'
import type { BookableTime } from '../../calendar/bookable.ts'
import { openAppointment } from '../booking.ts'
import { type Asking, fitOfSeat, fittingTimes, needIn } from '../fitting.ts'
import {
  type Button,
  button,
  FOOTER,
  GAP,
  type Line,
  line,
  type Screen,
  strong,
} from '../screen.ts'
import type { Facts, Held, Talk } from '../talk.ts'
import { addressLines, centreOf } from './centres.ts'
import { fitLines, legendLines } from './fit.ts'
import { timeButton } from './times.ts'
import { waysRow } from './ways.ts'
import { unmetLines, wishLines } from './wishes.ts'

/** What the person waits for, with what is held for them just now. */
export function showWaiting(talk: Talk, facts: Facts): Screen {
  const { waiting, held, profile, now } = facts
  if (!waiting) {
    return {
      id: 'waiting.none',
      lines: [strong('waiting.none')],
      rows: [[button('booking.appointment.button.times', { do: 'times' }, 'primary')], FOOTER],
    }
  }
  const never = unmetLines(unmet(waiting, profile, now))
  return {
    id: 'waiting',
    // What is held comes alone: it is to be decided now, and must be in sight.
    lines:
      held.length > 0
        ? held.flatMap((offer) => offerLines(offer, 'free', talk, facts))
        : [
            strong('waiting.title'),
            ...wishLines(waiting, facts),
            ...never,
            line(facts.hasChat ? 'waiting.how' : 'page.waiting'),
            ...(never.length > 0 ? [] : [line('waiting.free')]),
          ],
    rows: [
      ...held.flatMap((offer) => takeRows(offer.id)),
      ...(held.length > 0 ? [] : [[button('booking.appointment.button.times', { do: 'times' })]]),
      ...waysRow(facts),
      [
        button('waiting.button.change', { do: 'wait' }),
        button('waiting.button.stop', { do: 'stop-waiting' }),
      ],
      FOOTER,
    ],
  }
}

/** Why a seat is offered: somebody gave it up, it was not there before, or it is simply free. */
export type WhyOffered = 'freed' | 'new' | 'free'

const SHOWN_OTHERS = 2

/**
 * A seat held for this person: it stays in the chat until they answer. What else is free that they wish
 * stands beside it, so that one choice is enough.
 */
export function showOffer(
  offer: Held,
  why: WhyOffered,
  others: readonly BookableTime[],
  asking: Asking,
  facts: Facts,
): Screen {
  const [take = [], decline = []] = takeRows(offer.id)
  const need = needIn(asking, facts)
  const fit = fitOfSeat(offer, asking, facts)
  // What is said of this one takes the room of another.
  const most = SHOWN_OTHERS - (need.language && need.gender ? 1 : 0)
  const shown = fittingTimes(others, asking, facts).slice(0, most)
  return {
    id: `offer.${why}`,
    keep: true,
    tells: { kind: 'offer', offer: offer.id },
    lines: [
      ...offerLines(offer, why, asking, facts),
      ...(shown.length > 0 ? [GAP, line('waiting.offer.others')] : []),
      // The marks of the others mean what stands above of this one.
      ...(fit.language === 'spoken' ? [] : legendLines(shown, shown, need)),
    ],
    rows: [
      take,
      ...shown.map(({ time, fit }) => [
        timeButton(time, centreOf(facts, time.centreId), { fit, need }),
      ]),
      decline,
      [button('waiting.button.stop', { do: 'stop-waiting' })],
      FOOTER,
    ],
  }
}

function offerLines(offer: Held, why: WhyOffered, asking: Asking, facts: Facts): Line[] {
  const centre = centreOf(facts, offer.centre)
  const open = openAppointment(facts)
  return [
    strong(`waiting.offer.${why}`),
    line('booking.check.when', { when: { when: offer.startsAt } }),
    line('booking.check.where', { centre: centre.name }),
    ...addressLines(centre),
    ...fitLines(
      // To be decided now: who knows them is said where there is room.
      { ...fitOfSeat(offer, asking, facts), isSameCounsellor: false },
      needIn(asking, facts),
      asking,
      offer,
      facts,
    ),
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
