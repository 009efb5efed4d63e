// Everybody deletes what is kept of them; then every byte of every file is read.

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { createLightTelegram } from './light-telegram.ts'
import type { LongRun } from './lotse.ts'

/** Shorter ones could stand anywhere by chance. */
const SHORTEST = 20
const PIECES = 400

/** Erases the people of these chats and reads all files for what was kept of them. */
export async function bytesLeft(
  run: LongRun,
  telegram: Pick<ReturnType<typeof createLightTelegram>, 'chats'>,
  chats: readonly number[],
  tick: () => Promise<void>,
) {
  const { clock } = run
  const held = await heldOf(run)
  let update = 900_000_000
  for (const chat of chats) {
    const from = { id: chat, first_name: 'x', is_bot: false }
    const home = { id: chat, type: 'private' }
    const message = { message_id: update, date: 1, chat: home, from }
    clock.at += 60_000
    await run.deliver({ update_id: ++update, message: { ...message, text: '/delete' } })
    const shown = telegram.chats.get(chat)
    const data = shown?.taps.find((tap) => /~ey$/.test(tap))
    if (!shown || !data) continue
    const pressed = { ...message, message_id: shown.messageId }
    await run.deliver({
      update_id: ++update,
      callback_query: { id: String(update), from, data, message: pressed },
    })
  }
  for (let i = 0; i < 5; i++) {
    clock.at += 60_000
    await tick()
  }
  return await bytesOf(run, held)
}

type Held = { ids: readonly string[]; kept: readonly Piece[] }

/** Everybody there is, and what is kept of them. */
export const heldOf = async (run: LongRun): Promise<Held> => ({
  ids: await idsIn(run),
  kept: await sealedOf(run),
})

/** Reads all files for what was kept of those who are gone since. */
export async function bytesOf(run: LongRun, { ids, kept }: Held) {
  // The log is emptied in the turn after an erasure.
  await new Promise((resolve) => setTimeout(resolve, 50))
  const left = await idsIn(run)
  const gone = new Set(ids.filter((id) => !left.includes(id)))
  const searched = kept.filter(({ id }) => gone.has(id))
  const files = filesOf(run.home)
  const found = searched.filter(({ text }) => files.some((file) => file.includes(text)))
  const faults = found
    .slice(0, 5)
    .map(({ table, column }) => `a byte of somebody erased is left: ${table}.${column}`)
  return {
    faults,
    counts: { erased: gone.size, notErased: left.length, piecesSearched: searched.length },
  }
}

const idsIn = async ({ db }: LongRun) =>
  (await db.$queryRawUnsafe<{ id: string }[]>('SELECT "id" FROM "Person"')).map(({ id }) => id)

function filesOf(home: string): Buffer[] {
  return readdirSync(home, { recursive: true, encoding: 'utf8' })
    .map((name) => join(home, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path))
}

type Piece = { id: string; table: string; column: string; text: string }

/** What stands sealed of people, or names them, by table. */
async function sealedOf({ db }: LongRun): Promise<Piece[]> {
  const tables = await db.$queryRawUnsafe<{ name: string }[]>(
    `SELECT "name" FROM sqlite_master WHERE "type" = 'table'`,
  )
  // Ids that lead nowhere stand in the table of the erased, for 90 days.
  const pieces: Piece[] = []
  for (const { name: table } of tables) {
    const columns = await db.$queryRawUnsafe<{ name: string }[]>(`PRAGMA table_info("${table}")`)
    const owner = table === 'Person' ? 'id' : 'personId'
    if (!columns.some(({ name }) => name === owner)) continue
    const rows = await db.$queryRawUnsafe<Record<string, unknown>[]>(`SELECT * FROM "${table}"`)
    for (const row of rows) {
      for (const [column, text] of Object.entries(row)) {
        const isOwn = typeof text === 'string' && text.length >= SHORTEST
        if (!isOwn || /(At|Until|Id|Hash)$|^id$/.test(column) || /^\d{4}-\d\d-\d\dT/.test(text))
          continue
        pieces.push({ id: String(row[owner]), table, column, text })
      }
    }
  }
  // What several have alike (the hash of the text they agreed to) is nobody's own.
  const owners = Map.groupBy(pieces, ({ text }) => text)
  const own = pieces.filter(({ text }) => new Set(owners.get(text)?.map(({ id }) => id)).size === 1)
  const step = Math.max(1, Math.floor(own.length / PIECES))
  return own.filter((_, at) => at % step === 0)
}
