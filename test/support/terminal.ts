// A terminal for commands under test: prints into a list, answers from one, files in memory.
import type { Command } from '../../src/cli/command.ts'
import { CommandFault, type Terminal } from '../../src/cli/terminal.ts'
import type { Deps } from '../../src/deps.ts'

type Given = {
  files?: Record<string, string>
  answers?: string[]
  deps?: Deps
  openFile?: Terminal['openFile']
}

export function testTerminal({ files = {}, answers = [], deps, openFile }: Given) {
  const printed: string[] = []
  const terminal: Terminal = {
    print: (line) => printed.push(line),
    ask: async () => {
      const answer = answers.shift()
      if (answer === undefined) throw new CommandFault('the input ended')
      return answer
    },
    read: (file) => {
      const text = files[file]
      if (text === undefined) throw new CommandFault(`${file}: there is no such file`)
      return text
    },
    write: (file, text) => {
      files[file] = text
    },
    makeFolder: () => {},
    settings: () => {
      if (!deps) throw new Error('this command needs no settings')
      return deps.config
    },
    openFile: (...given) => {
      if (!openFile) throw new Error('this command opens no other file')
      return openFile(...given)
    },
    open: async () => {
      if (!deps) throw new Error('this command needs no database')
      return deps
    },
  }
  /** Runs the command whose usage begins so. */
  const run = (commands: readonly Command[], name: string, ...words: string[]) => {
    const command = commands.find(({ usage }) => usage.startsWith(name))
    if (!command) throw new Error(`no command ${name}`)
    return command.run(terminal, words)
  }
  return { printed, files, run }
}
