// How wrangler.toml has the Worker bundled and run, for Workers under test.
import { unstable_readConfig } from 'wrangler'
import { seedProfile } from './duisburg.ts'

const { alias, compatibility_date, compatibility_flags } = unstable_readConfig({
  config: 'wrangler.toml',
})
export const deployed = { alias, compatibility_date, compatibility_flags }

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
