// The command line: finds the command, gives it a terminal, and words what goes wrong.

import { existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Command } from '../../cli/command.ts'
import { copyCommands } from '../../cli/copies.ts'
import { dossierCommands } from '../../cli/dossier.ts'
import { keepCommands } from '../../cli/keep.ts'
import { moveCommands } from '../../cli/move.ts'
import { profileCommands } from '../../cli/profile.ts'
import { releaseCommands } from '../../cli/release-check.ts'
import { setUpCommands } from '../../cli/set-up.ts'
import { staffCommands } from '../../cli/staff.ts'
import { CommandFault, type Terminal } from '../../cli/terminal.ts'
import { readCity } from '../../config/cities.ts'
import { withFiles } from '../../config/from-files.ts'
import type { Config } from '../../config/settings.ts'
import type { Deps } from '../../deps.ts'
import { version } from '../../generated/version.ts'
import { RemoteRefused } from '../../store/engine/remote-d1-node.ts'
import { isRestoreCutOff } from './backup.ts'
import { CannotStart, openDeps } from './deps.ts'
import { isSealed } from './key-file.ts'
import { leaveThrough } from './way-out.ts'

const COMMANDS: readonly Command[] = [
  ...setUpCommands,
  ...staffCommands,
  ...profileCommands,
  ...copyCommands,
  ...keepCommands,
  ...moveCommands,
  ...dossierCommands,
  ...releaseCommands,
]

async function main(words: readonly string[], env: NodeJS.ProcessEnv): Promise<boolean> {
  const settings = () => settingsIn(env)
  if (words[0] === '--version') {
    process.stdout.write(`lotse ${version}\n`)
    return true
  }
  const command = COMMANDS.find(({ usage }) => startsWith(words, named(usage)))
  if (!command) {
    process.stdout.write(
      `lotse ${version}: npm run lotse -- <command>\n\n${COMMANDS.map(help).join('\n')}\n`,
    )
    return words.length === 0
  }
  let opened: Promise<Deps> | undefined
  let lines: AsyncIterator<string> | undefined
  const terminal: Terminal = {
    print: (line) => process.stdout.write(`${line}\n`),
    async ask(question) {
      process.stdout.write(question)
      lines ??= createInterface({ input: process.stdin })[Symbol.asyncIterator]()
      const { value, done } = await lines.next()
      if (done) throw new CommandFault('the input ended before every question was answered')
      return String(value).trim()
    },
    read(file) {
      if (!existsSync(file)) throw new CommandFault(`${file}: there is no such file`)
      return readFileSync(file, 'utf8')
    },
    write(file, text) {
      // Only where nothing is, also no link that somebody else has put there.
      if (isThere(file)) throw new CommandFault(`${file}: is there already, it is not replaced`)
      writeFileSync(file, text, { mode: 0o600, flag: 'wx' })
    },
    makeFolder(folder) {
      if (isThere(folder)) throw new CommandFault(`${folder}: is there already, it is not replaced`)
      mkdirSync(folder, { recursive: true, mode: 0o700 })
    },
    settings,
    open() {
      opened ??= openThe(settings(), command)
      return opened
    },
    openFile: (databaseFile, dataKey) => {
      return open({ ...settings(), remote: undefined, databaseFile, dataKey })
    },
  }
  try {
    return await command.run(terminal, words.slice(named(command.usage).length))
  } finally {
    await lines?.return?.()
    // That it could not be opened has been said.
    await (await opened?.catch(() => undefined))?.store.close()
  }
}

const isThere = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false }) !== undefined

function settingsIn(given: NodeJS.ProcessEnv): Config {
  const env = { LOG_LEVEL: 'warn', ...given }
  const read = withFiles(env, (file) => readFileSync(file, 'utf8'), readCity)
  if ('faults' in read) throw new CannotStart(read.faults.join('\n'))
  leaveThrough(read.config.proxy)
  return read.config
}

/** Opens the database of a city; throws {@link CommandFault} where there is none, and the command begins none. */
async function openThe(config: Config, { mayBegin }: Command): Promise<Deps> {
  const { remote, databaseFile, profile } = config
  if (!mayBegin && !remote && !holdsCity(databaseFile)) {
    throw new CommandFault(
      `DATABASE_URL: ${databaseFile} is ${existsSync(databaseFile) ? 'no database of Lotse' : 'not there'}: look whether it is the one that was meant. One of ${profile} begins with a start of Lotse, or with db seed`,
    )
  }
  return await open(config)
}

/** Whether a file holds what Lotse wrote; of one that cannot be read, opening it says why. */
function holdsCity(databaseFile: string): boolean {
  try {
    return isSealed(databaseFile) || isRestoreCutOff(databaseFile)
  } catch {
    return true
  }
}

const open = (config: Config): Promise<Deps> => openDeps(config, { now: () => Date.now() })

/** The words of a usage that are typed as they stand. */
const named = (usage: string): string[] =>
  usage.split(' ').filter((word) => /^[a-z][a-z-]*$/.test(word))
const startsWith = (words: readonly string[], first: readonly string[]) =>
  first.every((word, index) => words[index] === word)
const help = ({ usage, what }: Command) => `  ${usage.padEnd(24)} ${what}`

/** What an operator can act on; a fault of Lotse itself has none. */
function lineOf(fault: unknown): string | undefined {
  if (fault instanceof CommandFault || fault instanceof CannotStart) return fault.message
  if (fault instanceof RemoteRefused) return fault.message
  if (!(fault instanceof Error && 'code' in fault)) return undefined
  // The file system names the path; SQLite says what it was, but of a statement that is wrong.
  const { code } = fault
  const isOfFiles = 'syscall' in fault || (/^SQLITE_/.test(String(code)) && code !== 'SQLITE_ERROR')
  return isOfFiles ? fault.message : undefined
}

/** Runs the command these words name under these settings, and sets the exit code of the process; throws a fault of Lotse itself. */
export async function runCommand(words: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  // Whoever reads along may stop reading, as `head` does: nobody is left to be told.
  process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EPIPE') throw fault
    process.exit(0)
  })
  try {
    process.exitCode = (await main(words, env)) ? 0 : 1
  } catch (fault) {
    const line = lineOf(fault)
    if (line === undefined) throw fault
    process.stderr.write(`${line}\n`)
    process.exitCode = 1
  }
}
