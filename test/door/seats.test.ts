import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seatAt } from '../../src/domain/appointment/appointment.ts'
import { createAppointments } from '../../src/store/appointments.ts'
import { openDatabase } from '../../src/store/engine/open-node.ts'
import { migrate } from '../support/migrate-file.ts'

const ATTEMPTS = 10_000
const PROCESSES = 2
const PEOPLE = 12
const LIVE = ['booked', 'offered', 'attended', 'missed', 'unmarked']

type Booking = {
  id: string
  personId: string
  state: string
  startsAt: string
  endsAt: string
  seat: number | null
}
type Event = { bookingId: string; state: string; startsAt: string; seat: number | null }

const home = mkdtempSync(join(tmpdir(), 'lotse-storm-'))
const file = join(home, 'lotse.db')
let outcomes: Record<string, number>[] = []
let db: Sqlite.Database

const storm = (seed: number) =>
  new Promise<Record<string, number>>((resolve, reject) => {
    const script = ['test/support/seat-storm.ts', file, String(seed), String(ATTEMPTS / PROCESSES)]
    const child = spawn(process.execPath, script, { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
    })
    child.on('close', (code) =>
      code === 0 ? resolve(JSON.parse(said)) : reject(new Error(`a process ended with ${code}`)),
    )
  })

beforeAll(async () => {
  migrate(file)
  db = new Sqlite(file)
  const person = db.prepare(
    `INSERT INTO "Person" ("id", "language", "createdAt", "seenAt") VALUES (?, 'de', '', '')`,
  )
  for (let i = 0; i < PEOPLE; i++) person.run(`p${i}`)
  outcomes = await Promise.all(Array.from({ length: PROCESSES }, (_, index) => storm(index + 1)))
}, 180_000)
afterAll(() => {
  db.close()
  rmSync(home, { recursive: true, force: true })
})

const bookings = () => db.prepare<[], Booking>('SELECT * FROM "Booking"').all()

describe('ten thousand attempts at random from two processes', () => {
  it('really do everything there is to do', () => {
    for (const name of ['book', 'move', 'cancel', 'offer', 'take', 'decline', 'expire']) {
      const times = outcomes.reduce((sum, done) => sum + (done[name] ?? 0), 0)
      expect(times, name).toBeGreaterThan(25)
    }
  })

  it('never gave a seat to two people, at no moment of the history', () => {
    const events = db.prepare<[], Event>('SELECT * FROM "BookingEvent" ORDER BY "id"').all()
    const ends = new Map(bookings().map(({ id }) => [id, '']))
    const holds = new Map<string, { from: number; until: number; seat: number }>()
    for (const { bookingId, startsAt, seat } of events) {
      expect(ends.has(bookingId)).toBe(true)
      holds.delete(bookingId)
      if (seat === null) continue
      const from = Date.parse(startsAt)
      const until = from + 30 * 60_000
      for (const [other, held] of holds) {
        const clash = held.seat === seat && held.from < until && held.until > from
        expect(clash, `${bookingId} and ${other} at ${startsAt} on seat ${seat}`).toBe(false)
      }
      holds.set(bookingId, { from, until, seat })
    }
    expect(events.length).toBeGreaterThan(500)
  })

  it('left a seat with every open booking and offer, and none with any other', () => {
    for (const { state, seat } of bookings())
      expect(seat !== null, state).toBe(LIVE.includes(state))
  })

  it('left nobody with two appointments or two offers', () => {
    for (const state of ['booked', 'offered']) {
      const people = bookings()
        .filter((one) => one.state === state)
        .map((one) => one.personId)
      expect(new Set(people).size).toBe(people.length)
    }
  })

  it('lost no seat: each one that nobody has can be booked', async () => {
    const prisma = await openDatabase(file)
    const { book } = createAppointments(prisma)
    const start = Date.parse('2026-03-17T07:00:00Z')
    for (let quarter = 0; quarter < 6; quarter++) {
      for (const seat of [1, 2]) {
        const startsAt = start + quarter * 15 * 60_000
        const endsAt = startsAt + 30 * 60_000
        const taken = bookings().some(
          (one) =>
            one.seat === seat &&
            Date.parse(one.startsAt) < endsAt &&
            Date.parse(one.endsAt) > startsAt,
        )
        const wanted = seatAt('hochfeld', { startsAt, endsAt, seats: [seat] })
        const nobody = { personId: null, intakeId: null, remind: false, channel: 'staff' } as const
        const id = `last-${quarter}-${seat}`
        const booking = { ...wanted, ...nobody, id, ref: '', by: 'system' } as const
        const result = await book(booking, [], startsAt)
        expect('not' in result, `${quarter} ${seat}`).toBe(taken)
      }
    }
    await prisma.$disconnect()
  })
})
