// What a command is: how it is typed, and what it does with what was typed.

import { type ParseArgsConfig, parseArgs } from 'node:util'
import { CommandFault, type Terminal } from './terminal.ts'

type Flags = NonNullable<ParseArgsConfig['options']>
type Typed<F extends Flags> = ReturnType<typeof parseArgs<{ options: F }>>['values']

/** A command that did what it should ends with `true`. */
export type Command = {
  /** as it is typed after `npm run lotse --` */
  usage: string
  what: string
  /** A database may begin with it. Any other that opens one is about what it holds: where none is, DATABASE_URL is mistyped. */
  mayBegin: boolean
  /** @param words what was typed after the command's own words; throws {@link CommandFault} */
  run: (terminal: Terminal, words: readonly string[]) => Promise<boolean>
}

type Described<F extends Flags> = {
  /** Its words, then the one thing it takes: `backup FILE`, `profile new [FILE]`. */
  usage: string
  what: string
  flags?: F
  mayBegin?: true
  /** @param word what stands for FILE; empty only where that may be left out */
  run: (terminal: Terminal, word: string, flags: Typed<F>) => Promise<boolean>
}

/** A command that is given what its usage and flags say, and nothing else. */
export function command<const F extends Flags = Record<never, never>>(
  described: Described<F>,
): Command {
  const { usage, what, flags, mayBegin = false, run } = described
  return {
    usage,
    what,
    mayBegin,
    run: async (terminal, words) => {
      const { values, positionals } = parsed(usage, words, flags ?? {})
      const [, optional, wanted] = /(\[?)([A-Z][A-Z:]*)\]?$/.exec(usage) ?? []
      const [word = '', tooMuch] = wanted ? positionals : ['', ...positionals]
      if (wanted && !optional && word === '')
        throw new CommandFault(`${usage}: ${wanted} is missing`)
      if (tooMuch !== undefined) throw new CommandFault(`${usage}: ${tooMuch} is too much`)
      return run(terminal, word, values as Typed<F>)
    },
  }
}

function parsed(usage: string, words: readonly string[], options: Flags) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true })
  } catch (fault) {
    if (!(fault instanceof TypeError && 'code' in fault)) throw fault
    // Node's first sentence says what is wrong; the others guess at what was meant.
    throw new CommandFault(`${usage}: ${fault.message.split(/\.|\n/)[0]}`)
  }
}
