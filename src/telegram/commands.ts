// What people write with a slash in front, as the commands there are.

import { COMMANDS, type Command } from '../domain/dialog/commanded.ts'

// Names other bots have taught people.
const OTHER_NAMES = new Map<string, Command>([
  ['begin', 'start'],
  ['restart', 'start'],
  ['menu', 'help'],
  ['info', 'help'],
  ['about', 'help'],
  ['support', 'help'],
  ['settings', 'language'],
  ['lang', 'language'],
  ['languages', 'language'],
  ['cancel', 'appointment'],
  ['appointments', 'appointment'],
  ['book', 'appointment'],
  // Where reminders are turned off and everything can be deleted.
  ['stop', 'mydata'],
  ['data', 'mydata'],
  ['accessibility', 'barrier'],
  ['barriere', 'barrier'],
])

/**
 * The command of a text that begins with a slash, with what follows it: its first word is `rest`; `undefined` for
 * any other text. `name` is null where it is no command there is. Case does not count: keyboards begin with a capital.
 */
export function commandIn(
  text: string,
): { name: Command | null; rest?: string; text: string } | undefined {
  const [, typed, after = ''] = /^\s*[/／](\w+)(?:@\w+)?(?:\s+([\s\S]+))?/.exec(text) ?? []
  if (typed === undefined) return undefined
  const rest = /^\S+/.exec(after)?.[0]
  const word = typed.toLowerCase()
  const name = COMMANDS.find((known) => known === word) ?? OTHER_NAMES.get(word) ?? null
  return { name, ...(rest === undefined ? {} : { rest }), text: after }
}
