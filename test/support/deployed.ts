// How wrangler.toml has the Worker bundled and run, for Workers under test.

import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unstable_readConfig } from 'wrangler'
import { seedProfile } from './duisburg.ts'

const { alias, compatibility_date, compatibility_flags } = unstable_readConfig({
  config: 'wrangler.toml',
})
export const settled = { alias, compatibility_date, compatibility_flags }

/** Runs wrangler as a command. */
export function wrangler(...words: string[]): void {
  const command = ['node_modules/wrangler/bin/wrangler.js', ...words]
  execFileSync(process.execPath, command, { stdio: 'pipe' })
}

/**
 * The folder of a Worker as wrangler would deploy it, bundled once for all tests of a run; who comes meanwhile waits.
 * `told`: what else wrangler is told.
 */
export function bundledFolder(name: string, told: () => string[] = () => []): string {
  const folder = join(tmpdir(), `lotse-bundled-${name}`)
  const lock = `${folder}.lock`
  while (!existsSync(folder)) {
    try {
      mkdirSync(lock)
    } catch {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
      continue
    }
    try {
      const made = mkdtempSync(`${folder}-`)
      wrangler('deploy', '--dry-run', '--outdir', made, ...told())
      if (!existsSync(folder)) renameSync(made, folder)
    } finally {
      rmdirSync(lock)
    }
  }
  return folder
}

/** Of the Worker that wrangler.toml describes. */
export const deployedFolder = () => bundledFolder('deployed')

/** What a Worker under test is that is the deployed one, byte by byte. */
export function deployed() {
  const base_dir = deployedFolder()
  const whole = { no_bundle: true, find_additional_modules: true, base_dir }
  return { ...settled, ...whole, main: join(base_dir, 'worker.js') }
}

type Statement = { bind: (...values: unknown[]) => { run: () => Promise<unknown> } }
export type Bound = { DB: { prepare: (sql: string) => Statement } }
type Migrated = {
  applyD1Migrations: (binding: 'DB') => Promise<unknown>
  getEnv: () => Promise<Bound>
}

/** Migrates the database of a Worker and puts the profile of Duisburg in, as the deployment of a city does. */
export async function migratedCity(worker: Migrated): Promise<void> {
  await worker.applyD1Migrations('DB')
  await withProfile(worker)
}

/** Puts the profile of Duisburg into the migrated database of a Worker. */
export async function withProfile(worker: Migrated): Promise<void> {
  const { DB } = await worker.getEnv()
  await DB.prepare('INSERT INTO "City" ("id", "profile", "updatedAt") VALUES (?, ?, ?)')
    .bind('duisburg', JSON.stringify(seedProfile('duisburg')), '')
    .run()
}
