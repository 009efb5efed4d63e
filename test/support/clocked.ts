// The Worker of test/worker/clocked-worker.ts in a workerd of its own, by miniflare alone: wrangler would put another
// workerd before it, through which everything goes, and hand each call to Telegram to this process first.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { kCurrentWorker, Miniflare } from 'miniflare'
import { bundledFolder, settled } from './deployed.ts'

const NAME = 'lotse'
const alias: Record<string, string> = {
  ...settled.alias,
  '@better-auth/utils/password': './test/worker/quick-password.ts',
}

/** As wrangler bundles it for a deployment, but with a password that is hashed quickly. */
function told(): string[] {
  const config = join(tmpdir(), `clocked-${process.pid}.json`)
  const described = {
    ...{ ...settled, name: NAME, main: resolve('test/worker/clocked-worker.ts') },
    alias: Object.fromEntries(Object.entries(alias).map(([name, file]) => [name, resolve(file)])),
    ...{ minify: true, keep_names: false },
  }
  writeFileSync(config, JSON.stringify(described))
  return ['--config', config]
}

/** What there is to run, by name. */
function modules() {
  const folder = bundledFolder('clocked', told)
  const read = (name: string) => new Uint8Array(readFileSync(join(folder, name)))
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => /\.(js|wasm)$/.test(name))
      .map((name) => {
        const type = name.endsWith('.js') ? ('esm' as const) : ('wasm' as const)
        return [name, { type, contents: read(name) }]
      }),
  )
}

/** Starts it; where it listens. It ends with this process. */
export async function startClocked(): Promise<URL> {
  const { compatibility_date = '', compatibility_flags = [] } = settled
  const miniflare = new Miniflare({
    workers: [
      {
        config: {
          name: NAME,
          compatibilityDate: compatibility_date,
          // Else each page is packed for the way from one process to the next.
          compatibilityFlags: [...compatibility_flags, 'no_web_socket_compression'],
          manifest: { mainModule: 'clocked-worker.js', modulesRoot: '/', modules: modules() },
          exports: { SmallD1: { type: 'durable-object', storage: 'sqlite' } },
          env: {
            DB: { type: 'd1', id: 'none' },
            ROWS: { type: 'durable-object', worker: NAME, exportName: 'SmallD1' },
            SELF: { type: 'worker', worker: kCurrentWorker },
          },
        },
      },
    ],
  })
  return await miniflare.ready
}
