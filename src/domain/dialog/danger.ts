// On from the numbers for danger: the soonest time, coming now, or being written to or called safely.

import { intend, moved, stale } from './step.ts'
import { go, type Step, type Talk } from './talk.ts'
import type { Tap } from './tap.ts'

/** Who goes on from the numbers is in danger, by their own press or by their own words. */
export function fromDanger(talk: Talk, { next, heard }: Extract<Tap, { do: 'danger' }>): Step {
  const { reason: _, ...answers } = talk.answers
  const said = heard ? { heard } : {}
  const told: Talk = { ...talk, answers: { ...answers, urgent: 'danger', ...said } }
  switch (next) {
    case 'times':
      return moved(go(told, { at: 'times' }))
    case 'walk-in':
      return moved(go(told, { at: 'page', page: 'walk-in' }))
    case 'call-back':
      return moved(go(told, { at: 'safe' }))
  }
}

/** Where and how, and then when, it is safe to be written to or called: others may hold the telephone. */
export function safely(talk: Talk, { by, when }: Extract<Tap, { do: 'safe' }>): Step {
  if (talk.place.at !== 'safe') return stale(talk)
  if (!when) return moved(go(talk, { at: 'safe', by }))
  const told: Talk = { ...talk, answers: { ...talk.answers, safe: when } }
  if (by === 'phone') return moved(go(told, { at: 'phone' }))
  return intend(go({ ...told, callBack: 'chat' }, { at: 'sent' }), { do: 'submit' })
}
