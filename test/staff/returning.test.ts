import { afterEach, beforeEach, expect, test } from 'vitest'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.stop())

const word = (key: string) => house.deps.i18n.t('ckb', { key }, 0)
const latest = () =>
  house.db.intake.findFirstOrThrow({
    where: { ref: { not: null } },
    orderBy: { createdAt: 'desc' },
  })

/** A guest whom Anna had, and whose appointment is over. */
async function counselled() {
  const guest = await guestBooks(house)
  const anna = await house.signedIn({ email: 'anna@rsc.example' })
  await anna.get(`/staff/intakes/${guest.id}`)
  await anna.post(`/staff/intakes/${guest.id}/take`, { from: '' })
  house.clock.at += 3 * 86_400_000
  await house.db.$executeRawUnsafe(`UPDATE "Booking" SET "state" = 'attended'`)
  return { guest, anna }
}

type Guest = Awaited<ReturnType<typeof guestBooks>>

/** The guest asks for something else and books again. */
async function comesAgain({ user }: Guest, centre = 'hochfeld') {
  await user.sends('/appointment')
  await user.taps(word('booking.appointment.button.again'))
  await user.taps(word('questions.urgent.option.no'))
  await user.taps(word('questions.topics.option.work'))
  if (centre !== 'hochfeld') {
    await user.taps(word('booking.times.button.more'))
    await user.taps(word('booking.times.button.centres'))
    await user.tapsData(new RegExp(`ce~${centre}`))
  }
  await user.tapsData(new RegExp(`~tm~${centre}`))
  await user.taps(word('booking.check.button.book'))
  return await latest()
}

test('who comes again is with the same counsellor, and nobody else is kept from it', async () => {
  const { guest, anna } = await counselled()
  const again = await comesAgain(guest)
  expect(again).toMatchObject({ takenBy: anna.id, bodyId: null, status: 'new' })
  expect(again.id).not.toBe(guest.id)
  const ben = await house.signedIn({ email: 'ben@rsc.example', body: 'caritas', name: 'Ben Test' })
  const booking = await house.db.booking.findFirstOrThrow({ where: { intakeId: again.id } })
  const day = `/staff?day=${booking.startsAt.slice(0, 10)}`
  for (const path of [`/staff/intakes/${again.id}`, '/staff/intakes', day]) {
    // Which carrier somebody was with before is not told to another.
    expect((await ben.get(path)).text).not.toContain('Anna Test')
  }
  const path = `/staff/intakes/${again.id}`
  await anna.get(path)
  expect((await anna.post(`${path}/take`, { from: anna.id })).status).toBe(303)
  expect((await anna.get(path)).text).toContain('in Beratung bei <bdi>Anna Test</bdi>')
  expect(await latest()).toMatchObject({ status: 'in-care', bodyId: 'drk' })
})

test('somebody else can take the request over', async () => {
  const { guest, anna } = await counselled()
  const again = await comesAgain(guest)
  const ben = await house.signedIn({ email: 'ben@rsc.example', body: 'caritas' })
  const path = `/staff/intakes/${again.id}`
  await ben.get(path)
  expect((await ben.post(`${path}/take`, { from: anna.id })).status).toBe(303)
  expect(await latest()).toMatchObject({ takenBy: ben.id, bodyId: 'caritas' })
})

test.each([
  ['has no account any more', { disabledAt: new Date() }],
  ['has left the centre', { centres: '["hamborn"]' }],
  ['is no counsellor any more', { role: 'coordinator' }],
])('a counsellor who %s gets nobody', async (_, data) => {
  const { guest, anna } = await counselled()
  await house.db.staff.update({ where: { id: anna.id }, data })
  expect((await comesAgain(guest)).takenBy).toBeNull()
})

test('at another centre the request is nobody’s yet', async () => {
  const { guest } = await counselled()
  expect(await comesAgain(guest, 'hamborn')).toMatchObject({ centreId: 'hamborn', takenBy: null })
})
