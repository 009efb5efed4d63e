// Facts about the database itself.

import { appliedMigrations } from './copies.ts'
import { type Database, unlessThere } from './engine/database.ts'
import { type NotReady, notReady } from './engine/readiness.ts'
import type { Seal } from './engine/seal.ts'
import { MADE } from './sql/copies.ts'
import { FACT } from './sql/meta.ts'

/** Under which the name of the key stands that the data are sealed with. */
export const KEY = 'key-fingerprint'
const LIVE = 'live'

export function createMeta(db: Database, seal: Seal) {
  const get = async (key: string) => (await db.first(FACT(key)))?.value ?? null

  return {
    /** A fact by its name, `null` where it is not known yet. */
    get,

    async set(key: string, value: string): Promise<void> {
      await db.meta.upsert({ where: { key }, create: { key, value }, update: { value } })
    },

    /** Forgets a fact; nothing where it is not there. */
    async drop(key: string): Promise<void> {
      await db.meta.deleteMany({ where: { key } })
    },

    /** Whether the data were sealed with a key in hand; a new database takes the newest on. */
    async knowsKey(): Promise<boolean> {
      const fingerprints = await seal.fingerprints()
      if ((await get(KEY)) === null) await note(db, KEY, fingerprints[0])
      return fingerprints.includes((await get(KEY)) ?? '')
    },

    /** Names the key the data are sealed with, without telling it. */
    keyName: async () => (await get(KEY)) ?? '',

    /** Whether a key in hand has this name. */
    hasKey: async (name: string) => (await seal.fingerprints()).includes(name),

    /** From now on this database is a real one. */
    async noteLive(): Promise<void> {
      if ((await get(LIVE)) === null) await note(db, LIVE, 'yes')
    },

    /** Whether Lotse has ever run live on this database. */
    isLive: async () => (await get(LIVE)) !== null,

    /** What is wrong with the database, `null` where nothing is. Throws where it does not answer. */
    async notReady(): Promise<NotReady | null> {
      const made = await db.all(MADE())
      const isMigrated = made.some(({ name }) => name === 'd1_migrations')
      return notReady(made, isMigrated ? await appliedMigrations(db) : [])
    },
  }
}

/** Writes a fact that nobody has noted yet. */
const note = (db: Database, key: string, value: string) =>
  unlessThere(db.meta.createMany({ data: { key, value } }))
