// `lotse export`, `lotse import`: a city carried from a file to D1 and back.

import { exportCity, importCity, type NotMoved } from '../flows/upkeep/move-city.ts'
import { type Command, command } from './command.ts'
import { CommandFault } from './terminal.ts'

const WHY: Record<NotMoved, string> = {
  damaged: 'the file is not whole, or was changed: its digest does not fit',
  'other-version': 'was written by another version of Lotse: bring both to the same migrations',
  'other-key': 'was sealed with another DATA_KEY than the one set here',
  'other-city': 'is another city than PROFILE says',
  'in-use': 'the database has people, staff or appointments already',
}

export const moveCommands: readonly Command[] = [
  command({
    usage: 'export FILE',
    what: 'writes the whole city into a file, personal data sealed as they are; stop Lotse first',
    run: async (terminal, file) => {
      const { lines, digest } = await exportCity(await terminal.open())
      terminal.write(file, `${lines.join('\n')}\n`)
      terminal.print(`${file}: sha256 ${digest}`)
      return true
    },
  }),
  command({
    usage: 'import FILE',
    what: 'puts an exported city into a database that nobody uses yet, and compares',
    mayBegin: true,
    run: async (terminal, file) => {
      const lines = terminal.read(file).replace(/\n$/, '').split('\n')
      const done = await importCity(await terminal.open(), lines)
      if ('not' in done) throw new CommandFault(`${file}: ${WHY[done.not]}`)
      terminal.print(`${done.rows} rows are in, and the same: sha256 ${done.digest}`)
      return true
    },
  }),
]
