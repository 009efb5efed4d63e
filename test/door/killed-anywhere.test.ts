// Ten pieces of work, each killed at chosen instants, in the middle and before the last: begun again it
// comes to the same end as without, with nothing lost, nothing doubled and nothing left of who was erased.
// `LOTSE_RUNS=1000` kills at every instant there is.

import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seatAt } from '../../src/domain/appointment/appointment.ts'
import { exportCity } from '../../src/flows/upkeep/move-city.ts'
import { backup } from '../../src/runtime/node/backup.ts'
import { sweepOpenCopies } from '../../src/runtime/node/open-copies.ts'
import { createActor } from '../support/actor.ts'
import type { Piece } from '../support/kill-process.ts'
import { startLotse } from '../support/lotse.ts'
import { bareEnv } from '../support/own-process.ts'
import { runs } from '../support/runs.ts'
import { bookSara, reachTimes } from '../support/talks.ts'

const MOST = runs(2)
const HOUR = 3_600_000
const dataKey = randomBytes(32).toString('base64')
const newKey = randomBytes(32).toString('base64')

let home: string
let now: number
let evening: number
let env: Record<string, string>
let marks: string[]
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'lotse-killed-'))
  const filled = join(home, 'filled')
  mkdirSync(filled)
  const lotse = await startLotse({ file: join(filled, 'lotse.db'), dataKey })
  await lotse.deps.store.meta.knowsKey()
  now = lotse.clock.at
  evening = Date.parse('2026-03-17T18:00:00Z')
  // In the evening before two appointments this talk is erased, as none that was left alone is kept longer.
  lotse.clock.at -= 3 * 24 * HOUR
  await reachTimes(createActor(lotse.world, { name: 'Hana' }))
  lotse.clock.at = now
  await bookSara(createActor(lotse.world), '2026-03-18')
  await bookSara(createActor(lotse.world, { name: 'Azad' }), '2026-03-18')
  const [booked] = await lotse.db.booking.findMany({ orderBy: { createdAt: 'asc' } })
  const [waits] = await lotse.db.intake.findMany({ where: { centreId: null } })
  const some = waits ?? (await lotse.db.intake.findFirstOrThrow({ orderBy: { id: 'desc' } }))
  const person = booked?.personId ?? ''
  const address = await lotse.db.address.findFirstOrThrow({ where: { personId: person } })
  marks = [address.sealed, address.key, booked?.ref ?? '']
  const { lines } = await exportCity(lotse.deps)
  writeFileSync(join(home, 'lines'), `${lines.join('\n')}\n`)
  await backup(lotse.file, join(home, 'a.backup'), dataKey)
  await lotse.stop()
  const startsAt = now + 9 * 24 * HOUR
  const seat = seatAt('hamborn', { startsAt, endsAt: startsAt + HOUR, seats: [1] })
  const whose = { id: 'new', ref: 'HA-9Z9Z', personId: some.personId, intakeId: some.id }
  const day = Date.parse('2026-03-17T23:00:00Z')
  const closing = { id: 'c', centre: 'hochfeld', seat: null, reason: 'x', startsAt: day }
  env = {
    ...bareEnv(),
    BOT_TOKEN: '4242:killed',
    TRIAL: 'yes',
    LOG_LEVEL: 'error',
    DATA_KEY: dataKey,
    NOW: String(now),
    PERSON: person,
    LINES: join(home, 'lines'),
    BOOKING: JSON.stringify({ ...seat, ...whose, remind: true, channel: 'telegram', by: 'person' }),
    CLOSINGS: JSON.stringify([{ ...closing, endsAt: day + 24 * HOUR }]),
    VOICE: JSON.stringify({
      ...{
        id: 'v',
        request: some.id,
        personId: some.personId,
        about: 'reply',
        input: 'telegram:1',
      },
      ...{ type: 'audio/ogg', seconds: 2, asReply: { language: 'de' } },
    }),
  }
}, 120_000)
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** A database to work on: the filled one, or none yet. */
function folderFor(isFilled: boolean): string {
  const folder = mkdtempSync(join(home, 'work-'))
  if (isFilled) cpSync(join(home, 'filled'), folder, { recursive: true })
  return folder
}

/** A piece of work in a folder, to be killed at an instant; at 0 it is not. */
function piece(folder: string, what: string, at: number, more: Record<string, string>): Piece {
  const own = { DATABASE_URL: `file:${join(folder, 'lotse.db')}` }
  const files = { BACKUP: join(folder, 'b.backup'), SENT: join(folder, 'sent') }
  return { what, at, env: { ...own, ...files, ...more } }
}

/** One process for all of them, as one alone takes longer to start than to work. */
function run(...pieces: Piece[]) {
  const script = ['test/support/kill-process.ts']
  const how = { env, input: JSON.stringify(pieces), encoding: 'utf8' } as const
  const { signal, stdout, stderr } = spawnSync(process.execPath, script, how)
  return { signal, stderr, instants: stdout.trim().split('\n').map(Number) }
}

// So many times are held for each as without; begun again, a later one may be among them.
const WHEN = `CASE "state" WHEN 'offered' THEN '' ELSE "startsAt" END`

/** What a piece of work leaves: rows by what they are, without the instants at which they were written. */
function left(folder: string): unknown {
  const file = join(folder, 'lotse.db')
  if (!existsSync(file)) return null
  const db = new Sqlite(file)
  try {
    expect(db.pragma('quick_check', { simple: true })).toBe('ok')
    const all = (sql: string) => db.prepare(sql).all()
    if (all(`SELECT 1 FROM sqlite_schema WHERE "name" = 'Booking'`).length === 0) return null
    return {
      booked: all(`SELECT "state", "centreId", ${WHEN}, "seat" FROM "Booking" ORDER BY 2, 3, 4, 1`),
      history: all(`SELECT ${WHEN}, "state", "by" FROM "BookingEvent" ORDER BY 1, 2, 3`),
      owed: all(`SELECT "key", "status" FROM "Outbox" ORDER BY 1, 2`),
      people: all('SELECT (SELECT count(*) FROM "Person"), (SELECT count(*) FROM "Intake")'),
      voices: all('SELECT "id", length("sealed") FROM "VoiceMessage"'),
      replies: all('SELECT count(*) FROM "Reply"'),
      closed: all('SELECT "id", "centreId", "startsAt" FROM "Closure" ORDER BY 1'),
      erased: all('SELECT "id" FROM "Erased" ORDER BY 1'),
      older: all(`SELECT count(*) FROM "Address" WHERE "sealed" LIKE '1.%'`),
      made: all('SELECT count(*) FROM sqlite_schema'),
    }
  } finally {
    db.close()
  }
}

/** Who was sent a message, as often as it was. */
const sentIn = (folder: string) => {
  const file = join(folder, 'sent')
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean).sort() : []
}

/** How many messages were on their way. */
const onTheirWay = (halfway: unknown) =>
  (halfway as { owed: { status: string }[] }).owed.filter(({ status }) => status === 'sending')
    .length

const everyByte = (folder: string) =>
  Buffer.concat(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((file) => statSync(file).isFile() && !file.endsWith('.backup'))
      .map((file) => readFileSync(file)),
  )

const rotated = { DATA_KEY: `2:${newKey},1:${dataKey}` }

/** What is done, whether on the filled database or on none yet, and with which settings beside. */
const WORK: readonly (readonly [string, boolean, () => Record<string, string>])[] = [
  ['booking', true, () => ({})],
  ['closure', true, () => ({})],
  ['voice', true, () => ({})],
  ['erasure', true, () => ({})],
  ['tick', true, () => ({ NOW: String(evening) })],
  ['rotation', true, () => rotated],
  ['import', false, () => ({})],
  ['migration', false, () => ({})],
  ['backup', true, () => ({})],
  ['restore', false, () => ({ BACKUP: join(home, 'a.backup') })],
]
// Each done once without a kill.
const wholes = new Map<string, { whole: string; before: unknown; instants: number }>()
beforeAll(() => {
  const folders = WORK.map(([, isFilled]) => folderFor(isFilled))
  const before = folders.map(left)
  const pieces = WORK.map(([what, , more], nth) => piece(folders[nth] ?? '', what, 0, more()))
  const { stderr, instants } = run(...pieces)
  expect(stderr).toBe('')
  for (const [nth, { what }] of pieces.entries()) {
    const whole = folders[nth] ?? ''
    wholes.set(what, { whole, before: before[nth], instants: instants[nth] ?? 0 })
  }
})

describe.each(WORK)('%s', (what, isFilled, more) => {
  it('killed at any instant and begun again comes to the same end', () => {
    const { whole = '', before, instants = 0 } = wholes.get(what) ?? {}
    const end = left(whole)
    // Without it there would be nothing to lose.
    if (what !== 'backup') expect(end).not.toEqual(before)
    expect(instants).toBeGreaterThan(0)
    const chosen = new Set<number>()
    for (let nth = 1; nth <= Math.min(MOST, instants); nth++) {
      chosen.add(Math.max(1, Math.round((instants * nth) / Math.min(MOST, instants))))
    }
    const killed = [...chosen].map((at) => {
      const folder = folderFor(isFilled)
      expect(run(piece(folder, what, at, more())).signal, `${what} at ${at}`).toBe('SIGKILL')
      const halfway = left(folder)
      // All or nothing: what is one fact is there as a whole or not at all.
      if (['booking', 'voice', 'erasure', 'restore', 'backup'].includes(what)) {
        expect([before, end], `${what} at ${at}`).toContainEqual(halfway)
      }
      return { at, folder, halfway }
    })
    const again: Record<string, string> = more()
    // What a process held that was killed is sent after ten minutes.
    if (what === 'tick') again['NOW'] = String(evening + 11 * 60_000)
    if (what === 'backup')
      for (const { folder } of killed) rmSync(join(folder, 'b.backup'), { force: true })
    const open = killed.filter(
      ({ folder }) => !(what === 'restore' && existsSync(join(folder, 'lotse.db'))),
    )
    if (open.length > 0) {
      const begun = open.map(({ folder }) => piece(folder, what, 0, again))
      expect(run(...begun).stderr, `${what} at ${open.map(({ at }) => at)}`).toBe('')
    }
    for (const { at, folder, halfway } of killed) {
      expect(left(folder), `${what} at ${at}`).toEqual(end)
      sweepOpenCopies(join(folder, 'lotse.db'))
      expect(readdirSync(folder).filter((name) => /\.open-|\.part|\.new/.test(name))).toEqual([])
      if (what === 'erasure') {
        const bytes = everyByte(folder)
        expect(marks.filter((mark) => bytes.includes(mark))).toEqual([])
      }
      if (what === 'tick') {
        const [sent, due] = [sentIn(folder), sentIn(whole)]
        expect(due).toHaveLength(2)
        expect([...new Set(sent)], `${what} at ${at}`).toEqual(due)
        // Doubled is at most what was on its way: whether it arrived nobody knows.
        expect(sent.length - due.length).toBeLessThanOrEqual(onTheirWay(halfway))
      }
      rmSync(folder, { recursive: true, force: true })
    }
    console.info(`${what}: ${instants} instants, ${chosen.size} kills`)
  }, 3_600_000)
})

it('closed hours that a process died over are finished by the tick: everybody is told, once', () => {
  const later = { NOW: String(now + 11 * 60_000) }
  const [untouched, whole] = [folderFor(true), folderFor(true)]
  const { stderr, instants: each } = run(
    piece(untouched, 'tick', 0, later),
    piece(whole, 'closure', 0, {}),
    piece(whole, 'tick', 0, later),
  )
  expect(stderr).toBe('')
  const [, instants = 0] = each
  const end = left(whole)
  const due = sentIn(whole)
  expect(due).toHaveLength(2)
  // Where nothing was closed yet, nobody is told anything.
  const most = Math.min(runs(8), instants)
  const killed = Array.from({ length: most }, (_, nth) => {
    const at = Math.round((instants * (nth + 1)) / most)
    const folder = folderFor(true)
    expect(run(piece(folder, 'closure', at, {})).signal).toBe('SIGKILL')
    const { closed } = left(folder) as { closed: unknown[] }
    return { at, folder, isClosed: closed.length > 0 }
  })
  expect(run(...killed.map(({ folder }) => piece(folder, 'tick', 0, later))).stderr).toBe('')
  for (const { at, folder, isClosed } of killed) {
    expect(left(folder), `at ${at} of ${instants}`).toEqual(isClosed ? end : left(untouched))
    expect(sentIn(folder)).toEqual(isClosed ? due : [])
    rmSync(folder, { recursive: true, force: true })
  }
  const finished = killed.filter(({ isClosed }) => isClosed).length
  expect(finished).toBeGreaterThan(0)
  console.info(`closed hours: ${instants} instants, finished by the tick ${finished} of ${most}`)
}, 3_600_000)
