// Door on Node.

import './runtime/node/no-browser-store.ts'
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// What was compiled at one start is not compiled again at the next; where `NODE_COMPILE_CACHE` says, as `npm start`
// does, or else beside the code, and not in the system's temporary folder, where other accounts of the machine could
// put something into it. Only with the variable is this file in the cache, too, and the reader of TypeScript, 25 MB,
// not loaded at all.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/lotse', import.meta.url)))

const { start } = await import('./runtime/node/start.ts')
await start(process.env)
