// What an earlier message is corrected to. It keeps nothing of what it said, and none of its buttons.

import type { Verdict } from '../../appointment/told.ts'
import { button, type Line, line, type Screen, SOS, strong } from '../screen.ts'

const LINES: Record<Verdict, Line[]> = {
  newer: [line('booking.outdated.newer')],
  below: [strong('booking.outdated.gone'), line('booking.outdated.newer')],
  none: [strong('booking.outdated.gone'), line('booking.appointment.none')],
  over: [line('booking.outdated.over')],
  ended: [strong('booking.outdated.gone')],
}

/** That it no longer holds, and where the present appointment stands; one button shows it, and 🆘 is where it always is. */
export function showOutdated(verdict: Verdict): Screen {
  const rows = [[button('pages.help.button.appointment', { do: 'appointment' }), SOS]]
  return { id: `outdated.${verdict}`, keep: true, lines: LINES[verdict], rows }
}
