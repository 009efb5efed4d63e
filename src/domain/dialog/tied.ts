// A person has come to another address of theirs by a link: from a page to a chat, or back.

import { openAppointment } from './booking.ts'
import { whenReminded } from './reminded.ts'
import { intend, moved, type Step, stale } from './step.ts'
import { arrive, type Facts, go, onward, type Talk } from './talk.ts'
import type { TiedTo } from './tap.ts'
import { say } from './text.ts'

/**
 * What came of the link: they stand here from now on (`tied`), the link is unknown, too old or used
 * (`over`), or there are people enough (`full`).
 */
export type Tied = { kind: 'tied'; to: TiedTo; as: 'tied' | 'over' | 'full' }

/** Makes a link to another door, where one is open; whoever has a chat needs no other. */
export function tieTo(talk: Talk, to: TiedTo, facts: Facts): Step {
  if (!facts.doors[to]) return stale(talk)
  const there = go(talk, { at: 'tie', to })
  return to === 'chat' && facts.hasChat ? moved(there) : intend(there, { do: 'tie', to })
}

/** Shows the appointment where they are now; in a chat, which they asked for to be reminded, with reminders. */
export function tied(talk: Talk, { to, as }: Tied, facts: Facts): Step {
  if (as === 'full') return moved(talk, say('refusal.too-many-people'))
  if (as === 'over') return moved(talk, say('ways.notice.link-over'))
  const here = arrive(talk, onward(talk, facts))
  if (to === 'page') return moved(here, say('ways.notice.on-page'))
  const open = openAppointment(facts)
  const when = open && whenReminded(open, facts)
  if (!open || !when || open.remind) return moved(here, say('ways.notice.in-chat'))
  return {
    talk: { ...here, agreed: { ...here.agreed, reminders: true } },
    notice: say('notice.reminders-on', { when }),
    intents: [
      { do: 'agree', scope: 'reminders' },
      { do: 'remind', appointment: open.id, remind: true },
    ],
  }
}
