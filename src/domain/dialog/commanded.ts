// What is asked for with a slash in front.

import type { Heard } from '../danger/heard.ts'
import { barrierTyped } from './barrier.ts'
import { cried } from './danger.ts'
import { moved, type Step } from './step.ts'
import { type Facts, go, onward, type Talk } from './talk.ts'
import { say } from './text.ts'

/** Commands that always work, also in the middle of a talk. */
export const COMMANDS = [
  ...(['start', 'language', 'appointment', 'help', 'mydata', 'delete'] as const),
  ...(['privacy', 'barrier'] as const),
] as const
export type Command = (typeof COMMANDS)[number]

/** `text`: what was typed after it. */
export type Commanded = {
  kind: 'command'
  command: Command
  text?: string
  heard?: Heard | undefined
}

/** What a command leads to, wherever the talk is; a cry for help behind it comes first. */
export function commanded(talk: Talk, { command, text, heard }: Commanded, facts: Facts): Step {
  if (heard && command !== 'barrier') return cried(talk, heard.kinds)
  switch (command) {
    case 'start':
      return moved(begunAgain(talk, facts), say('notice.welcome-back'))
    case 'language':
      return moved(go(talk, { at: 'languages' }))
    case 'appointment':
      return moved(toAppointment(talk, facts))
    case 'help':
      return moved(go(talk, { at: 'page', page: 'help' }))
    case 'mydata':
      return moved(go(talk, { at: 'page', page: 'my-data' }))
    case 'delete':
      return moved(go(talk, { at: 'page', page: 'delete' }))
    case 'privacy':
      return moved(go(talk, { at: 'page', page: 'privacy' }))
    case 'barrier': {
      const asked = go(talk, { at: 'page', page: 'barrier' })
      if (!text) return moved(asked)
      const told = barrierTyped(asked, text)
      return heard ? { ...told, heard: { kinds: heard.kinds, asked: true } } : told
    }
  }
}

/** Away from a page that was looked at, which may tell of danger: others may hold the telephone by now. */
function begunAgain(talk: Talk, facts: Facts): Talk {
  return talk.place.at === 'page' ? { ...toAppointment(talk, facts), trail: [] } : talk
}

/** To the appointment there is, or on towards one. */
export function toAppointment(talk: Talk, facts: Facts): Talk {
  if (talk.done || facts.appointment) return go(talk, { at: 'appointment' })
  return go(talk, onward(talk, facts))
}
