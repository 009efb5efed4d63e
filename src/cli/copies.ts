// `lotse backup`, `restore`, `drill`: copies of the database, and trying whether they hold.

import { existsSync } from 'node:fs'
import type { Config } from '../config/settings.ts'
import type { Deps } from '../deps.ts'
import { currentCity } from '../flows/city.ts'
import { BACKED_UP } from '../flows/staff/open-facts.ts'
import { eraseAgain } from '../flows/upkeep/erase-again.ts'
import { eraseDue } from '../flows/upkeep/erase-due.ts'
import { exportCity, importCity } from '../flows/upkeep/move-city.ts'
import { noteAudit } from '../flows/upkeep/note-audit.ts'
import { backup, isOfThisVersion, restore } from '../runtime/node/backup.ts'
import { drill, type Finding } from '../runtime/node/drill.ts'
import { erasedBeside, type ReadErased, readErased } from '../runtime/node/erased.ts'
import { heldBeside } from '../runtime/node/key-file.ts'
import { inScratchFolder } from '../runtime/node/open-copies.ts'
import { BackupFault } from '../runtime/node/sealed-file.ts'
import { noteEnd } from '../runtime/node/unclean-end.ts'
import { type Command, command } from './command.ts'
import { CommandFault, type Terminal } from './terminal.ts'

export const copyCommands: readonly Command[] = [
  command({
    usage: 'backup FILE',
    what: 'writes an encrypted copy of the database, while Lotse runs',
    run: async (terminal, file) => {
      const config = onFile(terminal)
      const { databaseFile } = config
      // So that the copy holds where its audit ends. Opening would bring an older one up to date, or make one.
      const isOurs = existsSync(databaseFile) && isOfThisVersion(databaseFile)
      const noted = isOurs ? await noteAudit(await terminal.open()) : null
      const bytes = await told(() => backup(databaseFile, file, keyOf(config)))
      terminal.print(
        `${file}: ${bytes} bytes. It opens with the data key only: keep that elsewhere.`,
      )
      if (noted) terminal.print(`The audit in it ends with ${noted}`)
      if (isOurs) {
        const { store, clock } = await terminal.open()
        await store.meta.set(BACKED_UP, new Date(clock.now()).toISOString())
      }
      if (!isOurs) terminal.print('The database is not as this version needs it: copied as it is.')
      return true
    },
  }),
  command({
    usage: 'restore FILE',
    what: 'brings a backup back where there is no database: all of it, or nothing',
    run: async (terminal, file) => {
      const config = onFile(terminal)
      const { databaseFile } = config
      const key = keyOf(config)
      const lines = await told(() =>
        restore(file, databaseFile, key, async (part) => {
          const deps = await terminal.openFile(part, key)
          try {
            const lines = await erased(terminal, deps, databaseFile)
            // The copy is of a process that ran; this one has looked through it, and ends here.
            await noteEnd(deps)
            return lines
          } finally {
            await deps.store.close()
          }
        }),
      )
      terminal.print(`${databaseFile}: restored.`)
      for (const line of lines) terminal.print(line)
      return true
    },
  }),
  command({
    usage: 'drill',
    what: 'makes a backup, brings it back beside the database, compares, and leaves nothing',
    run: async (terminal) => {
      const config = terminal.settings()
      const findings = config.remote
        ? await remoteDrill(terminal)
        : await fileDrill(terminal, config)
      for (const { what, isRight, found } of findings) {
        terminal.print(`${isRight ? 'right' : 'WRONG'}  ${what.padEnd(10)} ${found}`)
      }
      const isRight = findings.every((one) => one.isRight)
      terminal.print(
        isRight ? 'What is backed up comes back.' : 'Do not rely on backups as they are.',
      )
      return isRight
    },
  }),
]

/** Settings of a database that is a file. */
function onFile(terminal: Terminal): Config {
  const config = terminal.settings()
  if (!config.remote) return config
  throw new CommandFault('DATABASE_URL: D1 is no file; it has its time travel, and `export`')
}

async function fileDrill(terminal: Terminal, config: Config): Promise<Finding[]> {
  const key = keyOf(config)
  return await told(() => drill(config.databaseFile, key, (file) => terminal.openFile(file, key)))
}

/** D1 makes no backups of ours: what it has is its export, brought into a file and exported again there. */
async function remoteDrill(terminal: Terminal): Promise<Finding[]> {
  const deps = await terminal.open()
  const { lines, digest } = await exportCity(deps)
  return await inScratchFolder(async (folder) => {
    const there = await terminal.openFile(`${folder}/lotse.db`, keyOf(deps.config))
    try {
      const done = await importCity(there, lines)
      const isRight = 'digest' in done && done.digest === digest
      const found = 'not' in done ? done.not : `${done.rows} rows, sha256 ${done.digest}`
      return [{ what: 'export', isRight, found }]
    } finally {
      await there.store.close()
    }
  })
}

/** Erases in a database that was brought back what is due by now and who was erased since; says so. */
async function erased(terminal: Terminal, deps: Deps, databaseFile: string): Promise<string[]> {
  const due = erasedReport(await eraseDue(deps, await currentCity(deps)))
  const list = erasedBeside(databaseFile)
  if (existsSync(list)) return [due, ...(await erasedAgain(deps, readErased(terminal.read(list))))]
  return [
    due,
    `Who deleted their data after the backup is back: there is no ${list}.`,
    'With the list from elsewhere: erase again FILE, before Lotse starts.',
  ]
}

/** The data key, from the settings or the file beside the database. Throws {@link CommandFault} without one. */
export function keyOf(config: Config): string {
  const key = config.dataKey ?? heldBeside(config.databaseFile)
  if (!key)
    throw new CommandFault('DATA_KEY is not set, and there is no lotse.key: no key, no data')
  return key
}

/** Erases whom a list names, and says how many were there and what of the list could not be read. */
export async function erasedAgain(deps: Deps, { lines, others }: ReadErased): Promise<string[]> {
  const hashes = lines.map(({ hash }) => hash)
  const { people, requests, speakers } = await eraseAgain(deps, hashes)
  const of = `${lines.length} ${lines.length === 1 ? 'line' : 'lines'}`
  const said = `Erased again, as the list says in ${of}: people ${people}, requests ${requests}, voices ${speakers}.`
  if (others === 0) return [said]
  return [said, `${others} of its lines are none of such a list, or cut off: look at the file.`]
}

export function erasedReport(erased: Record<string, number>): string {
  const parts = Object.entries(erased).map(([what, count]) => `${what} ${count}`)
  return `Erased: ${parts.join(', ')}`
}

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (fault) {
    if (fault instanceof BackupFault) throw new CommandFault(fault.message)
    throw fault
  }
}
