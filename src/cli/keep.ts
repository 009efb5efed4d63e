// `lotse …` for whoever keeps the data: keys, erasing, telling everybody, the audit.

import { dateOf } from '../domain/calendar/wall-clock.ts'
import type { ChainFault } from '../domain/people/audit.ts'
import { currentCity } from '../flows/city.ts'
import { announce, readAnnouncement } from '../flows/outbox/announce.ts'
import { erasedHashes } from '../flows/upkeep/erase-again.ts'
import { eraseDue } from '../flows/upkeep/erase-due.ts'
import { rotateKeys } from '../flows/upkeep/rotate-keys.ts'
import { readErased } from '../runtime/node/erased.ts'
import { newKeyBefore, writeKeyBeside } from '../runtime/node/key-file.ts'
import { type Command, command } from './command.ts'
import { erasedAgain, erasedReport, keyOf } from './copies.ts'
import { CommandFault } from './terminal.ts'

export const keepCommands: readonly Command[] = [
  command({
    usage: 'key add',
    what: 'adds a new data key; Lotse has to be started again with it',
    run: async (terminal) => {
      const { dataKey, databaseFile } = terminal.settings()
      if (dataKey) {
        if (dataKey.includes(','))
          throw new CommandFault('there are two keys already: key rotate first')
        const newer = newKeyBefore(dataKey)
        const older = dataKey.includes(':') ? '' : '1:'
        terminal.print(newer)
        terminal.print(
          `Put it before the key that stands in DATA_KEY, or in the file that DATA_KEY_FILE names, with a comma: ${newer.split(':')[0]}:new…,${older}present…`,
        )
        terminal.print('Start Lotse again with both, then: key rotate')
        return true
      }
      const held = keyOf(terminal.settings())
      if (held.includes(',')) throw new CommandFault('there are two keys already: key rotate first')
      const old = held.includes(':') ? held : `1:${held}`
      writeKeyBeside(databaseFile, `${newKeyBefore(held)},${old}`)
      terminal.print('The new key stands in lotse.key. Start Lotse again, then: key rotate')
      return true
    },
  }),
  command({
    usage: 'key rotate',
    what: 'seals everything with the newest key, while Lotse runs; may be cut off and repeated',
    run: async (terminal) => {
      const deps = await terminal.open()
      const texts = await rotateKeys(deps)
      terminal.print(`${texts} texts sealed anew; nothing needs the older key any more.`)
      const isAlone = !keyOf(deps.config).includes(',')
      terminal.print(
        isAlone
          ? 'There is one key only, and it stays. A new one: key add'
          : 'Take the older key out of DATA_KEY or lotse.key, and keep it with the backups.',
      )
      return true
    },
  }),
  command({
    usage: 'key pins',
    what: 'makes every PIN anew, after a breach: those that people wrote down open nothing any more',
    run: async (terminal) => {
      const deps = await terminal.open()
      const answer = await terminal.ask(
        'Nobody comes back by the PIN they wrote down; they need the new one from their page or from staff. Type yes: ',
      )
      if (answer !== 'yes') return false
      await deps.store.returns.forgetSecret()
      terminal.print('Start every process of Lotse again: until then the old PINs open.')
      return true
    },
  }),
  command({
    usage: 'erase list FILE',
    what: 'writes who was erased as hashes that name nobody, to be kept apart from the database',
    run: async (terminal, file) => {
      const deps = await terminal.open()
      const hashes = await erasedHashes(deps)
      const day = dateOf(deps.clock.now())
      terminal.write(file, hashes.map((hash) => `${day} ${hash}\n`).join(''))
      terminal.print(`${file}: ${hashes.length} hashes.`)
      return true
    },
  }),
  command({
    usage: 'erase again FILE',
    what: 'erases, after an older state was brought back, whoever such a list names',
    run: async (terminal, file) => {
      const { lines, others } = readErased(terminal.read(file))
      if (lines.length === 0) {
        throw new CommandFault(`${file}: no line of it is one of a list, YYYY-MM-DD and a hash`)
      }
      for (const line of await erasedAgain(await terminal.open(), { lines, others }))
        terminal.print(line)
      return others === 0
    },
  }),
  command({
    usage: 'erase due',
    what: 'erases now what the night would erase',
    run: async (terminal) => {
      const deps = await terminal.open()
      terminal.print(erasedReport(await eraseDue(deps, await currentCity(deps))))
      return true
    },
  }),
  command({
    usage: 'erase report',
    what: 'shows what was erased in each night',
    run: async (terminal) => {
      const deps = await terminal.open()
      for (const { day, erased } of await deps.store.retention.reports()) {
        terminal.print(`${day}  ${erasedReport(erased)}`)
      }
      return true
    },
  }),
  command({
    usage: 'announce FILE',
    what: 'sends everybody a message, by language: {"de": "…", "ar": "…"}',
    run: async (terminal, file) => {
      const deps = await terminal.open()
      const read = readAnnouncement(deps, parsed(file, terminal.read(file)))
      if ('fault' in read) throw new CommandFault(`${file}: ${read.fault}`)
      const missing = deps.i18n.languages.filter(({ key }) => !(key in read.texts))
      for (const { key } of missing) terminal.print(`${key}: no text, they get the German one`)
      const people = (await deps.store.people.reachable()).length
      const answer = await terminal.ask(`Send to ${people} people? Type yes: `)
      if (answer !== 'yes') return false
      terminal.print(`${await announce(deps, read.texts)} messages queued.`)
      return true
    },
  }),
  command({
    usage: 'audit verify [ROW:HASH]',
    what: 'checks that no row of the audit was changed or taken out, nor its end cut off since ROW',
    run: async (terminal, noted) => {
      const at = /^(\d{1,15}):(\S+)$/.exec(noted)
      if (noted !== '' && !at)
        throw new CommandFault(`ROW:HASH: ${noted} is none, such as 12:0a1b…`)
      const { audit } = (await terminal.open()).store.staff
      const verdict = await audit.verify()
      const holds = verdict.broken === null
      terminal.print(
        holds
          ? `The audit is unbroken: ${verdict.rows} rows.`
          : `Broken at row ${verdict.broken}: ${CHAIN_WORDS[verdict.why]}.`,
      )
      const [, row = '', hash = ''] = at ?? []
      const isThere = !at || (await audit.holds({ id: Number(row), hash }))
      if (!isThere) terminal.print(`Row ${row} is not there as it was noted.`)
      const last = await audit.last()
      if (last) terminal.print(`Note this elsewhere, for the next time: ${last.id}:${last.hash}`)
      return holds && isThere
    },
  }),
]

const CHAIN_WORDS: Record<ChainFault, string> = {
  changed: 'it is not what was signed',
  gap: 'rows before it are gone, or were put in',
  begin: 'rows at the beginning are gone',
  end: 'it was there when the end was noted, and is gone or changed',
  note: 'what was noted of this beginning or end is not what was signed',
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new CommandFault(`${file}: is no JSON`)
  }
}
