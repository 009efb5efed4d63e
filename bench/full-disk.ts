// A disk that is really full, on a small file system of its own, and what readiness makes of it.
// As root: mount -t tmpfs -o size=3m tmpfs FOLDER; node bench/full-disk.ts FOLDER

import { appendFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../src/store/engine/open-node.ts'
import { createSeal } from '../src/store/engine/seal.ts'
import { createStore } from '../src/store/store.ts'

const [folder = '.'] = process.argv.slice(2)
const seal = await createSeal(Buffer.alloc(32, 7).toString('base64'))
const store = createStore(await openDatabase(join(folder, 'lotse.db')), seal)
const now = Date.now()
console.info('before:', await store.disk.trouble(now))

const ballast = join(folder, 'ballast')
for (const piece of [65_536, 4096, 1]) {
  try {
    for (;;) appendFileSync(ballast, Buffer.alloc(piece))
  } catch (fault) {
    console.info('no room:', (fault as NodeJS.ErrnoException).code)
  }
}
const said = await store.meta.set('bench', 'x'.repeat(100_000)).then(
  () => 'written',
  (fault: unknown) => String(fault).split('\n').at(-1),
)
console.info('full:', said, await store.disk.trouble(now))
rmSync(ballast)
console.info('room again:', await store.disk.trouble(now))
await store.close()
