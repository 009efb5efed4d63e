// A process that books and moves without end until it is killed, several at once and beside models that write as well.
// Argument: database file.

import { seatAt } from '../../src/domain/appointment/appointment.ts'
import { createAppointments } from '../../src/store/appointments.ts'
import { openDatabase } from '../../src/store/engine/open-node.ts'

const HOUR = 3_600_000
const db = await openDatabase(process.argv[2] ?? '')
const { book, move } = createAppointments(db)
const begun = Date.now()
const at = (hours: number, centre: string) => {
  const startsAt = begun + hours * HOUR
  return seatAt(centre, { startsAt, endsAt: startsAt + HOUR, seats: [1] })
}

async function known(id: string) {
  const text = new Date(begun).toISOString()
  await db.person.create({ data: { id, language: 'ar', createdAt: text, seenAt: text } })
  const kept = { version: 1, questionnaire: 1, talk: '{}', createdAt: text, updatedAt: text }
  await db.intake.create({ data: { id, personId: id, centreId: 'hamborn', ...kept } })
}

for (let i = 1; ; i++) {
  const all = [1, 2, 3].map((one) => ({
    id: `${begun}-${i}-${one}`,
    seat: at(3 * i + one, 'hochfeld'),
  }))
  for (const { id } of all) await known(id)
  const booking = all.map(({ id, seat }) => {
    const whose = { id, ref: id, personId: id, intakeId: id, remind: true } as const
    return book({ ...seat, ...whose, channel: 'telegram', by: 'person' }, [], begun)
  })
  const [{ id }] = all as [(typeof all)[0]]
  await Promise.all([...booking, db.meta.create({ data: { key: id, value: '' } })])
  const taker = { personId: id, by: 'person' } as const
  if (i % 2) await move(id, at(3 * i, 'rheinhausen'), taker, begun + 1)
  if (i === 1) process.stdout.write('booked')
}
