import { afterEach, beforeEach, expect, test } from 'vitest'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.stop())

const anna = (more: object = {}) => house.signedIn({ email: 'anna@rsc.example', ...more })
const MONDAY_AT = (time: string) => Date.parse(`2026-11-23T${time}:00+01:00`)

test('a submitted request is in the list, urgent ones first', async () => {
  const calm = await guestBooks(house)
  house.clock.at += 60_000
  const urgent = await guestBooks(house, { urgent: 'yes', language: 'ar' })
  const { text } = await (await anna()).get('/staff/intakes')
  expect(text.indexOf(urgent.ref)).toBeGreaterThan(0)
  expect(text.indexOf(urgent.ref)).toBeLessThan(text.indexOf(calm.ref))
  expect(text).toContain('Wohnen')
})

test('the record is German and says what was skipped and not asked', async () => {
  const guest = await guestBooks(house, { language: 'ckb' })
  const { status, text } = await (await anna()).get(`/staff/intakes/${guest.id}`)
  expect(status).toBe(200)
  for (const words of [
    'Wohnen',
    'Sorani (Zentralkurdisch)',
    'Mitte',
    'RSC Hochfeld',
    'Montag, 23.11.2026',
    'nicht gefragt',
    'Version',
  ])
    expect(text).toContain(words)
})

test('the record suggests programmes with their reason, and none that has ended', async () => {
  const guest = await guestBooks(house, { topic: 'training' })
  const { text } = await (await anna()).get(`/staff/intakes/${guest.id}`)
  expect(text).toContain('<strong>Kommunales Integrationsmanagement (KIM), Fallmanagement')
  expect(text).toContain('wegen der Angabe: Ausbildung; folgt auf: Gemeinsam klappt’s')
  expect(text).not.toContain('<strong>Gemeinsam klappt’s')
})

test('every view of a record is noted down, once each, without content', async () => {
  const guest = await guestBooks(house)
  const visitor = await anna()
  await visitor.get(`/staff/intakes/${guest.id}`)
  await visitor.get(`/staff/intakes/${guest.id}`)
  const rows = await house.db.audit.findMany({ where: { action: 'see-record' } })
  expect(rows).toHaveLength(2)
  expect(rows[0]).toMatchObject({ staffId: visitor.id, subject: guest.id, centreId: 'hochfeld' })
  expect(JSON.stringify(rows)).not.toContain('housing')
  expect(await house.deps.store.staff.audit.verify()).toMatchObject({ broken: null })
})

test('a note sent again is one note, and with other words a second: nothing is lost', async () => {
  const guest = await guestBooks(house)
  const visitor = await anna()
  const at = `/staff/intakes/${guest.id}`
  await visitor.post(`${at}/take`, { from: '' })
  const send = (text: string) => visitor.post(`${at}/notes`, { id: 'a-note-0001', text })
  for (const text of ['Miete', 'Miete', 'Miete, Frist 8.12.', 'Miete, Frist 8.12.']) {
    expect((await send(text)).status).toBe(303)
  }
  expect((await house.db.staffNote.findMany()).map(({ id }) => id)).toEqual([
    'a-note-0001',
    'a-note-0001.2',
  ])
  const { text } = await visitor.get(at)
  expect(text.match(/Miete, Frist 8\.12\./g)).toHaveLength(1)
})

test('the audit cannot be changed, and a row changed behind its back is found', async () => {
  const guest = await guestBooks(house)
  const visitor = await anna()
  for (let n = 0; n < 3; n += 1) await visitor.get(`/staff/intakes/${guest.id}`)
  const rows = await house.db.$queryRawUnsafe<{ id: number }[]>(
    'SELECT "id" FROM "Audit" ORDER BY "id" LIMIT 1 OFFSET 1',
  )
  const second = Number(rows[0]?.id)
  const update = () =>
    house.db.$executeRawUnsafe(`UPDATE "Audit" SET "staffId" = 'x' WHERE "id" = ${second}`)
  await expect(update()).rejects.toThrow(/append-only/)
  await expect(house.db.$executeRawUnsafe('DELETE FROM "Audit"')).rejects.toThrow(/append-only/)
  await house.db.$executeRawUnsafe('DROP TRIGGER "Audit_never_changes"')
  await update()
  expect(await house.deps.store.staff.audit.verify()).toEqual({ broken: second, why: 'changed' })
})

test('what a person typed cannot become markup or turn the page around', async () => {
  const guest = await guestBooks(house)
  const { seal } = await import('../../src/store/engine/seal.ts').then(async ({ createSeal }) =>
    createSeal(house.dataKey),
  )
  const secrets = { alias: '<img src=x onerror=alert(1)>', note: '"><script>alert(1)</script>' }
  await house.db.intake.update({
    where: { id: guest.id },
    data: { sealed: await seal(JSON.stringify(secrets)) },
  })
  const visitor = await anna()
  for (const path of [`/staff/intakes/${guest.id}`, '/staff/intakes', '/staff?day=2026-11-23']) {
    const { text } = await visitor.get(path)
    expect(text).toContain('&lt;')
    expect(text).not.toMatch(/<img|<script(?! src="\/staff\/(?:typing|live)\.js" defer>)/)
  }
  expect((await visitor.get(`/staff/intakes/${guest.id}`)).text).toContain(
    '<blockquote dir="auto">',
  )
})

test('today shows who comes when, in which language, and can be marked with one tap', async () => {
  const guest = await guestBooks(house, { language: 'ar' })
  const booking = await house.db.booking.findFirstOrThrow({ where: { id: guest.booking } })
  const startsAt = Date.parse(booking.startsAt)
  const visitor = await anna()
  house.clock.at = startsAt - 2 * 3_600_000
  const early = await visitor.get('/staff')
  expect(early.text).toContain(guest.ref)
  expect(early.text).toContain('Arabisch')
  expect(early.text).not.toContain('>Erschienen<')
  const refused = await visitor.post(`/staff/bookings/${guest.booking}/mark`, { to: 'missed' })
  expect(refused.status).toBe(409)
  house.clock.at = startsAt + 60_000
  await visitor.get('/staff')
  await visitor.post(`/staff/bookings/${guest.booking}/mark`, { to: 'attended' })
  await visitor.post(`/staff/bookings/${guest.booking}/mark`, { to: 'attended' })
  expect((await visitor.get('/staff')).text).toContain('erschienen')
  const events = await house.db.bookingEvent.findMany({ where: { bookingId: guest.booking } })
  expect(events.map(({ state, by }) => `${state} ${by}`)).toEqual([
    'booked person',
    `attended staff:${visitor.id}`,
  ])
})

test('a day without appointments points to the next one that has some', async () => {
  await guestBooks(house)
  const { text } = await (await anna()).get('/staff')
  // A Sunday.
  expect(text).toContain('Keine Sprechstunde')
  expect(text).toContain('/staff?day=2026-11-23')
})

test('a walk-in is counted once, however often the button is pressed', async () => {
  const visitor = await anna()
  house.clock.at = MONDAY_AT('10:05')
  const page = await visitor.get('/staff')
  const id = /name="id" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
  for (let n = 0; n < 3; n += 1) await visitor.post('/staff/walk-ins', { id, centre: 'hochfeld' })
  expect(await house.db.booking.count({ where: { channel: 'walk-in', state: 'attended' } })).toBe(1)
  expect((await visitor.get('/staff')).text).toContain('<strong>1</strong>')
  const elsewhere = await visitor.post('/staff/walk-ins', { id: 'another-one', centre: 'hamborn' })
  expect(elsewhere.status).toBe(404)
})

test('whoever asks for a call is on the list until somebody has called', async () => {
  const guest = await guestBooks(house)
  await guest.user.tapsData('1~cb~chat')
  const visitor = await anna()
  expect((await visitor.get('/staff/calls')).text).toContain(guest.ref)
  const call = { id: 'call-0001', outcome: 'reached' }
  await visitor.post(`/staff/intakes/${guest.id}/called`, call)
  expect((await visitor.get('/staff/calls')).text).toContain('Niemand wartet')
  await guest.user.sends('/mydata')
  expect((await visitor.get('/staff/calls')).text).toContain('Niemand wartet')
  await guest.user.tapsData('1~cb~phone')
  await guest.user.sends('0203 123456')
  expect((await visitor.get('/staff/calls')).text).not.toContain('Niemand wartet')
})

test('a search by reference code takes no pattern', async () => {
  const guest = await guestBooks(house)
  const visitor = await anna()
  const found = async (q: string) =>
    (await visitor.get(`/staff/intakes?q=${encodeURIComponent(q)}`)).text.includes(`>${guest.ref}<`)
  expect(await found(guest.ref.slice(0, 4).toLowerCase())).toBe(true)
  expect(await found('%')).toBe(false)
  expect(await found("' OR 1=1 --")).toBe(false)
})

test('of ten thousand requests the last page costs what the first does', async () => {
  const guest = await guestBooks(house)
  await house.db.$executeRawUnsafe(
    `INSERT INTO "Intake" ("id", "personId", "version", "questionnaire", "talk", "ref", "centreId",
       "urgency", "status", "createdAt", "updatedAt", "submittedAt")
     WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
     SELECT 'many-' || i, x."personId", 1, 1, x."talk", 'ZZ-' || i, 'hochfeld',
       CASE i % 50 WHEN 0 THEN 'orange' ELSE 'green' END, 'new', x."createdAt", x."updatedAt",
       strftime('%Y-%m-%dT%H:%M:%fZ', x."submittedAt", '-' || i || ' minutes')
     FROM n, "Intake" x WHERE x."id" = ?`,
    guest.id,
  )
  const visitor = await anna()
  await visitor.get('/staff/intakes')
  const before = house.count.statements
  const last = await visitor.get('/staff/intakes?after=2026-11-22.1.3.1794737400000.x')
  // The session and whose it is, the page with its counts, and what is noted of it in one.
  expect(house.count.statements - before).toBe(3)
  expect(last.text).toContain('ZZ-')
  expect((await visitor.get('/staff/intakes?q=ZZ-77')).text).toContain('ZZ-777<')
})

test('an appointment nobody marked is not marked, not attended, when its person books again', async () => {
  const guest = await guestBooks(house, { language: 'de' })
  const { startsAt } = await house.db.booking.findFirstOrThrow({ where: { id: guest.booking } })
  house.clock.at = Date.parse(startsAt) + 2 * 3_600_000
  const de = (key: string) => house.deps.i18n.t('de', { key }, 0)
  await guest.user.sends('/appointment')
  await guest.user.taps(de('booking.appointment.button.again'))
  await guest.user.taps(de('questions.urgent.option.no'))
  await guest.user.taps(de('questions.topics.option.work'))
  await guest.user.tapsData(/~tm~hochfeld/)
  await guest.user.taps(de('booking.check.button.book'))
  const state = async () =>
    (await house.db.booking.findFirstOrThrow({ where: { id: guest.booking } })).state
  expect(await state()).toBe('unmarked')
  const week = () => house.db.usageWeek.findFirstOrThrow({ where: { week: '2026-11-23' } })
  expect(await week()).toMatchObject({ unmarked: 1, attended: 0, booked: 1 })

  const visitor = await anna()
  expect((await visitor.get('/staff')).text).toContain('nicht vermerkt')
  await visitor.post(`/staff/bookings/${guest.booking}/mark`, { to: 'missed' })
  expect(await state()).toBe('missed')
  expect(await week()).toMatchObject({ unmarked: 0, missed: 1 })
})

test('the day says of an appointment that is over that nobody has marked it', async () => {
  await guestBooks(house)
  house.clock.at = MONDAY_AT('12:00')
  const visitor = await anna()
  const { text } = await visitor.get('/staff')
  expect(text).toContain('nicht vermerkt')
  expect(text).not.toContain('nicht bestätigt')
})

test('an appointment that is over stays counted when its person is forgotten', async () => {
  const guest = await guestBooks(house, { language: 'de' })
  const { startsAt } = await house.db.booking.findFirstOrThrow({ where: { id: guest.booking } })
  house.clock.at = Date.parse(startsAt) + 2 * 3_600_000
  const visitor = await anna()
  await visitor.get('/staff')
  await visitor.post(`/staff/intakes/${guest.id}/erase`, {})
  expect(await house.db.person.count()).toBe(0)
  const week = await house.db.usageWeek.findFirstOrThrow({ where: { week: '2026-11-23' } })
  expect(week).toMatchObject({ unmarked: 1, cancelled: 0, booked: 0 })
})

test('a count of somebody without an appointment is taken back, once, by the centre, on its day', async () => {
  const visitor = await house.signedIn({ email: 'back@rsc.example' })
  await visitor.get('/staff')
  for (const id of ['walk-in-0001', 'walk-in-0002']) {
    await visitor.post('/staff/walk-ins', { id, centre: 'hochfeld' })
  }
  const counts = () => house.db.usageWeek.findFirstOrThrow({ where: { centreId: 'hochfeld' } })
  expect(await counts()).toMatchObject({ walkIns: 2 })
  const path = '/staff/bookings/walk-in-0002/take-back'
  expect((await visitor.get('/staff')).text).toContain(`action="${path}"`)
  const other = await house.signedIn({ email: 'other@rsc.example', centres: ['hamborn'] })
  await other.get('/staff')
  expect((await other.post(path, {})).status).toBe(404)
  for (const _ of [1, 2]) expect((await visitor.post(path, {})).status).toBe(303)
  expect(await counts()).toMatchObject({ walkIns: 1, attended: 0, cancelled: 0, made: 0 })
  const hours = await house.db.usageHour.findMany({ where: { centreId: 'hochfeld' } })
  expect(hours.map(({ walkIns }) => walkIns)).toEqual([1])
  expect((await visitor.get('/staff')).text).toContain('/staff/bookings/walk-in-0001/take-back')
  // The form that counted it, once more.
  await visitor.post('/staff/walk-ins', { id: 'walk-in-0002', centre: 'hochfeld' })
  expect(await counts()).toMatchObject({ walkIns: 1 })
  house.clock.at += 24 * 3_600_000
  const late = await house.signedIn({ email: 'late@rsc.example' })
  expect((await late.post('/staff/bookings/walk-in-0001/take-back', {})).status).toBe(409)
})
