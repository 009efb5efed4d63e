// What people want in their own words, where no button is named: a person, another time, to come late.

import { dayOf } from '../calendar/wall-clock.ts'
import { isSaid, type Said, wordsSaid } from '../danger/said.ts'
import { openAppointment } from './booking.ts'
import type { Answering } from './screen.ts'
import type { Facts } from './talk.ts'
import type { Tap } from './tap.ts'
import { say } from './text.ts'

/** In the order in which they are looked for; `common.typed.<wish>` has the phrases. */
export const OWN_WISHES = ['late', 'move', 'cancel', 'person', 'way', 'thanks'] as const
export type OwnWish = (typeof OWN_WISHES)[number]

export type OwnWords = Readonly<Record<OwnWish, readonly Said[]>>

// Who writes more tells a story.
const LONGEST = 200

/** What somebody wants who says it in a sentence; `undefined` where nothing is recognised. */
export function wishIn(text: string, phrases: OwnWords): OwnWish | undefined {
  if (text.length > LONGEST) return undefined
  const words = wordsSaid(text)
  return OWN_WISHES.find((wish) => isSaid(words, phrases[wish]))
}

const button = (key: string, tap: Tap): Answering => ({ label: say(key), tap })

/**
 * The button that does what somebody wants; what is about an appointment only where there is one. Nothing is cancelled by
 * it: that is asked first.
 */
export function buttonFor(wish: OwnWish, facts: Facts): Answering | undefined {
  if (wish === 'person') {
    return button('common.button.person', { do: 'open', page: 'person' })
  }
  if (wish === 'thanks') return button('common.button.continue', { do: 'here' })
  const open = openAppointment(facts)
  if (!open) return undefined
  const { id, startsAt } = open
  switch (wish) {
    case 'cancel':
      return button('reminders.button.cannot', { do: 'cancel' })
    case 'move':
      return button('reminders.button.other-time', { do: 'move' })
    case 'way':
      return button('reminders.button.way', { do: 'open', page: 'way' })
    case 'late':
      // On another day it is said of no time there is.
      return dayOf(startsAt) === dayOf(facts.now)
        ? button('reminders.button.late', { do: 'late', booking: id, startsAt })
        : button('pages.help.button.appointment', { do: 'appointment' })
  }
}
