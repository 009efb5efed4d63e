// What a command is given: a terminal, files, and the database once it is needed.

import type { Config } from '../config/settings.ts'
import type { Deps } from '../deps.ts'

export type Terminal = {
  print: (line: string) => void
  /** Prints a question and waits for one line; loose spaces are gone. Throws where input has ended. */
  ask: (question: string) => Promise<string>
  /** A text file. Throws {@link CommandFault} where it cannot be read. */
  read: (file: string) => string
  /** Writes a new file. Throws {@link CommandFault} where it is there already or cannot be written. */
  write: (file: string, text: string) => void
  /** Makes a new folder for files of its owner alone. Throws {@link CommandFault} where something is there already. */
  makeFolder: (folder: string) => void
  /** The settings, checked. */
  settings: () => Config
  /** Opens the database that the settings name; the door closes it. */
  open: () => Promise<Deps>
  /** Opens another file with the same settings; who asks closes it. */
  openFile: (file: string, dataKey: string) => Promise<Deps>
}

/** Why a command cannot be carried out, in one line an operator can act on. */
export class CommandFault extends Error {}
