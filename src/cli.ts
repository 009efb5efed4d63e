// Door of the command line: `npm run lotse -- <command>`.

import './runtime/node/no-browser-store.ts'
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// As in node.ts, and with the same folder: a command takes half as long when it is not compiled again.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/lotse', import.meta.url)))

const { runCommand } = await import('./runtime/node/command-line.ts')
await runCommand(process.argv.slice(2), process.env)
