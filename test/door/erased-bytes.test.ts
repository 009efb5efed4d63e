// Who is erased is gone from every byte that Lotse keeps on the disk. Nothing here tidies up: what is
// read is what the product leaves.

import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type ServerType, serve } from '@hono/node-server'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { copyCommands } from '../../src/cli/copies.ts'
import { createSimulator } from '../../src/simulator/simulator.ts'
import { createActor } from '../support/actor.ts'
import { type Demo, freePort, startDemo } from '../support/demo-process.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { bareEnv } from '../support/own-process.ts'
import { bookSara } from '../support/talks.ts'

const PHONE = '0203 98765432'
const TOKEN = '4242:erased'
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lotse-erased-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Every byte of every file in a folder. */
function everyByte(of: string): Buffer {
  const files = readdirSync(of, { recursive: true, encoding: 'utf8' })
  const found = files.map((name) => join(of, name)).filter((file) => statSync(file).isFile())
  return Buffer.concat(found.map((file) => readFileSync(file)))
}

/** What stands of people in any table: ids, keys, sealed texts, codes of appointments, answers. */
function marksIn(file: string): string[] {
  const db = new Sqlite(file, { readonly: true })
  const all = (sql: string) => db.prepare(sql).pluck().all() as (string | null)[]
  try {
    return [
      ...all('SELECT "id" FROM "Person"'),
      ...all('SELECT "key" FROM "Address" UNION SELECT "sealed" FROM "Address"'),
      ...all('SELECT "id" FROM "Intake" UNION SELECT "sealed" FROM "Intake"'),
      ...all('SELECT "ref" FROM "Booking"'),
      ...all('SELECT "sealed" FROM "StaffNote" UNION SELECT "sealed" FROM "VoiceMessage"'),
      ...all('SELECT "sealed" FROM "Outbox" UNION SELECT "sealed" FROM "BarrierReport"'),
    ].filter((mark) => mark !== null && mark.length > 4) as string[]
  } finally {
    db.close()
  }
}

const left = (marks: readonly string[], of: string) => {
  const bytes = everyByte(of)
  return marks.filter((mark) => bytes.includes(mark))
}

/** What is known of erased people only by ids that lead nowhere stands in the table of the erased, for 90 days. */
const besideIds = (marks: readonly string[]) => marks.filter((mark) => !/^[0-9a-f]{8}-/.test(mark))

/** What stands sealed of a person with a note of staff's, a voice and a telephone number; the voice in pieces. */
async function addsAll(lotse: TestLotse, stays: string[]): Promise<Sealed> {
  const { staff, voiceMessages } = lotse.deps.store
  const intake = await lotse.db.intake.findFirstOrThrow({ where: { personId: { notIn: stays } } })
  const id = intake.id
  const note = { id: 'note-1', intakeId: id, staffId: 's' }
  await staff.care.addNote({ ...note, text: 'Randbemerkung '.repeat(9) }, lotse.clock.at)
  const file = new Uint8Array(randomBytes(90_000))
  const voice = { id: 'voice-1', request: id, personId: intake.personId ?? '', file }
  const form = { about: 'note', input: 'telegram:1', type: 'audio/ogg', seconds: 9 } as const
  expect(await voiceMessages.keep({ ...voice, ...form }, lotse.clock.at)).toBe(true)
  const held = await lotse.db.voiceMessage.findFirstOrThrow({ where: { id: voice.id } })
  const noted = await lotse.db.staffNote.findFirstOrThrow({ where: { id: note.id } })
  const pieces = held.sealed.match(/.{3000}/g)?.map((piece) => piece.slice(0, 60)) ?? []
  expect(pieces.length).toBeGreaterThan(30)
  return { pieces, note: noted.sealed }
}
type Sealed = { pieces: string[]; note: string }

async function tells(lotse: TestLotse, name: string) {
  const user = createActor(lotse.world, { name })
  await bookSara(user)
  await user.tapsData(/~de$/)
  await user.tapsData(/~dy$/)
  await user.sends(`${name}-Quittenblüte`)
  for (let i = 0; i < 12 && !/schreiben|Nachricht/.test(user.screen()?.text ?? ''); i++) {
    await user.taps('Überspringen')
  }
  await user.sends('Zwölfkirschenbrief '.repeat(20))
  await user.taps(/Mensch/)
  await user.tapsData(/~cb~phone/)
  await user.sends(PHONE)
  await user.sends('/barrier')
  await user.sends('Hürdenquitte '.repeat(20))
  return user
}

it('after /delete, after the night, and beside others who stay', async () => {
  const lotse = await startLotse({ file: join(folder, 'lotse.db') })
  const stays = await tells(lotse, 'Sara')
  const kept = besideIds(marksIn(lotse.file))
  expect(left(kept, folder)).toEqual(kept)
  const staying = (await lotse.db.person.findMany()).map(({ id }) => id)
  const goes = await tells(lotse, 'Azad')
  const { pieces, note } = await addsAll(lotse, staying)
  const gone = besideIds(marksIn(lotse.file)).filter((mark) => !kept.includes(mark))
  gone.push(...pieces)
  expect(gone).toContain(note)
  expect(left(pieces, folder)).toEqual(pieces)
  // In the open they stand nowhere, not before either; the code of an appointment alone does.
  const open = [PHONE, '98765432', '+4920398765432', String(goes.chatId), 'Azad-Quittenblüte']
  expect(left([...open, 'Zwölfkirschenbrief', 'Randbemerkung', 'Hürdenquitte'], folder)).toEqual([])
  await goes.sends('/delete')
  await goes.taps('Ja, alles löschen')
  await sleep(50)
  expect(left(gone, folder)).toEqual([])
  await stays.sends('/appointment')
  expect(left(kept, folder)).not.toEqual([])
  const last = [...kept, ...besideIds(marksIn(lotse.file))]
  // What is open is kept until somebody has settled it.
  const { barriers } = lotse.deps.store
  for (const { id } of await barriers.list(9)) await barriers.settle(id, lotse.clock.at)
  await lotse.passes(45 * 86_400_000)
  await sleep(50)
  expect(left(last, folder)).toEqual([])
  await lotse.stop()
}, 300_000)

it('also of rows that were moved when pages were split, after the night', async () => {
  const lotse = await startLotse({ file: join(folder, 'lotse.db') })
  const { people, forgetting } = lotse.deps.store
  const now = lotse.clock.at
  const ids = Array.from({ length: 3000 }, () => `person-${randomBytes(12).toString('hex')}`)
  for (const [at, id] of ids.entries()) {
    await people.begin(id, { channel: 'telegram', id: String(900_000 + at) }, 'de', now)
  }
  const marks = besideIds(marksIn(lotse.file)).filter((mark) => !mark.startsWith('person-'))
  for (const id of ids) await forgetting.person(id, [], 1, now)
  await lotse.deps.store.disk.rewrite()
  expect(left(marks, folder)).toEqual([])
  expect(marks.length).toBeGreaterThanOrEqual(6000)
  await lotse.stop()
}, 300_000)

it('after kill -9 in the same moment, and stays gone when a backup is brought back', async () => {
  const simulator = createSimulator({
    token: TOKEN,
    clock: { now: () => Date.now(), advance: () => {} },
    fetch: (url, init) => fetch(url, init),
    staffUrl: '/staff',
  })
  const [telegramPort, port] = [await freePort(), await freePort()]
  const telegram: ServerType = serve({
    fetch: simulator.api.fetch,
    port: telegramPort,
    hostname: '127.0.0.1',
  })
  const file = join(folder, 'lotse.db')
  const dataKey = randomBytes(32).toString('base64')
  const settings = {
    BOT_TOKEN: TOKEN,
    TRIAL: 'yes',
    TELEGRAM_API_ROOT: `http://127.0.0.1:${telegramPort}`,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    PORT: String(port),
    WEBHOOK_SECRET: randomBytes(16).toString('hex'),
    DATABASE_URL: `file:${file}`,
    DATA_KEY: dataKey,
  }
  let lotse: Demo = await startDemo(settings)
  const user = createActor(simulator.world, { patienceMs: 30_000 })
  await bookSara(user)
  const marks = besideIds(marksIn(file))
  expect(left(marks, folder)).toEqual(marks)
  const backups = mkdtempSync(join(tmpdir(), 'lotse-backups-'))
  const run = (...words: string[]) => cli(settings, words)
  expect(await run('backup', join(backups, 'a.backup'))).toMatch(/bytes/)
  await user.sends('/delete')
  await user.taps('Ja, alles löschen')
  await lotse.kill()
  expect(left(marks, folder)).toEqual([])
  lotse = await startDemo(settings)
  expect(lotse.output()).toContain('"event":"unclean end","city":"duisburg","looked":"whole"')
  await lotse.stop()
  expect(left(marks, folder)).toEqual([])
  expect(readdirSync(folder).sort()).toEqual(['lotse.db', 'lotse.erased'])
  rmSync(file)
  expect(await run('restore', join(backups, 'a.backup'))).toContain('people 1, requests 1')
  expect(left(marks, folder)).toEqual([])
  expect(existsSync(`${file}-wal`)).toBe(false)
  telegram.close()
  rmSync(backups, { recursive: true, force: true })
}, 300_000)

async function cli(settings: Record<string, string>, words: string[]): Promise<string> {
  const { spawnSync } = await import('node:child_process')
  expect(copyCommands.some(({ usage }) => usage.startsWith(words[0] ?? ''))).toBe(true)
  const env = { ...bareEnv(), ...settings }
  const ended = spawnSync(process.execPath, ['src/cli.ts', ...words], { env, encoding: 'utf8' })
  return ended.stdout + ended.stderr
}
