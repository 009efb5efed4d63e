import { afterEach, beforeEach, expect, test } from 'vitest'
import { CARE_STATUSES, mayBecome } from '../../src/domain/people/care.ts'
import { recordSchema } from '../../src/domain/questionnaire/record.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'
import { writesAtDesk } from '../support/staff-writes.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.stop())

const staff = (email: string, more: object = {}) => house.signedIn({ email, ...more })
const intakeOf = (id: string) => house.db.intake.findUniqueOrThrow({ where: { id } })

/** Anna with the record of a guest before her. */
async function atRecord(more: object = {}) {
  const guest = await guestBooks(house)
  const anna = await staff('anna@rsc.example', more)
  const path = `/staff/intakes/${guest.id}`
  await anna.get(path)
  return { guest, anna, path }
}

const handOver = { id: 'handed-over', centre: 'hamborn', body: 'drk' }

test('whoever takes a request over first has it, with their carrier', async () => {
  const { guest, anna, path } = await atRecord()
  const ben = await staff('ben@rsc.example', { body: 'drk' })
  await ben.get(path)
  expect((await anna.post(`${path}/take`, { from: '' })).status).toBe(303)
  expect((await ben.post(`${path}/take`, { from: '' })).status).toBe(409)
  expect(await intakeOf(guest.id)).toMatchObject({
    takenBy: anna.id,
    bodyId: 'drk',
    status: 'in-care',
  })
  expect((await ben.post(`${path}/take`, { from: anna.id })).status).toBe(303)
  expect((await intakeOf(guest.id)).takenBy).toBe(ben.id)
})

test('a request goes only where its status leads', async () => {
  const { guest, anna, path } = await atRecord()
  for (const to of ['referred', 'open', 'constructor', 'new']) {
    expect((await anna.post(`${path}/status`, { to })).status).toBe(to === 'new' ? 303 : 409)
  }
  expect((await anna.post(`${path}/status`, { to: 'closed', appointment: 'keep' })).status).toBe(
    303,
  )
  expect((await intakeOf(guest.id)).status).toBe('closed')
  expect((await anna.get('/staff/intakes')).text).not.toContain(guest.ref)
  expect((await anna.get('/staff/intakes?status=closed')).text).toContain(guest.ref)
})

test('no status is a dead end', () => {
  for (const from of CARE_STATUSES) {
    expect(CARE_STATUSES.some((to) => to !== from && mayBecome(from, to))).toBe(true)
  }
})

test('a note is sealed, shown with its author, and noted once however often it is sent', async () => {
  const { anna, path } = await atRecord()
  const note = { id: 'note-0001', text: 'Marker <b>Jobcenter</b> anrufen' }
  await anna.post(`${path}/notes`, note)
  await anna.post(`${path}/notes`, note)
  const { text } = await anna.get(path)
  expect(text.match(/Marker &lt;b&gt;Jobcenter/g)).toHaveLength(1)
  expect(text).toContain('Anna Test')
  const rows = await house.db.staffNote.findMany()
  expect(rows).toHaveLength(1)
  expect(rows[0]?.sealed).not.toContain('Marker')
  expect((await anna.post(`${path}/notes`, { id: 'note-0002', text: '  ' })).status).toBe(409)
  expect(
    (await anna.post(`${path}/notes`, { id: 'note-0003', text: 'x'.repeat(2001) })).status,
  ).toBe(409)
})

test('a referral names the body and what would be passed on', async () => {
  const { guest, anna, path } = await atRecord()
  await anna.post(`${path}/refer`, { id: 'referral-1', target: 'caritas', 'agreed-contact': 'yes' })
  expect((await intakeOf(guest.id)).status).toBe('referred')
  const { text } = await anna.get(path)
  expect(text).toContain('Caritas')
  expect(text).toContain('weitergegeben würde: Kontakt')
  expect((await anna.post(`${path}/refer`, { id: 'referral-2', target: 'nobody' })).status).toBe(
    409,
  )
})

test('a request with an open appointment is handed over only once that is settled', async () => {
  const { guest, anna, path } = await atRecord()
  const there = await staff('cem@rsc.example', { centres: ['hamborn'] })
  expect((await anna.post(`${path}/hand-over`, handOver)).status).toBe(409)
  await anna.post(`${path}/cancel`, {})
  expect((await anna.post(`${path}/hand-over`, { ...handOver, centre: 'nowhere' })).status).toBe(
    409,
  )
  expect((await anna.post(`${path}/hand-over`, handOver)).location).toBe(
    '/staff/intakes?ended=handed-over#done',
  )
  expect((await anna.get(path)).status).toBe(404)
  expect((await there.get(path)).status).toBe(200)
  // The talk goes on, and leaves the request where staff put it.
  await guest.user.sends('/mydata')
  expect((await intakeOf(guest.id)).centreId).toBe('hamborn')
})

test('handing over to a centre that hears of it by mail is told as done', async () => {
  const { guest, anna, path } = await atRecord()
  await staff('cem@rsc.example', { centres: ['hamborn'] })
  const setAt = new Date(house.clock.at).toISOString()
  await house.db.noticeTarget.createMany({
    data: { centreId: 'hamborn', kind: 'mail', sealed: 'sealed', setAt, setBy: anna.id },
  })
  await anna.post(`${path}/cancel`, {})
  expect((await anna.post(`${path}/hand-over`, handOver)).location).toBe(
    '/staff/intakes?ended=handed-over#done',
  )
  expect((await intakeOf(guest.id)).centreId).toBe('hamborn')
})

test('nobody takes over what is handed to another centre in that very moment', async () => {
  const { guest } = await atRecord()
  const { care } = house.deps.store.staff
  const from = { takenBy: null, body: 'drk', centre: 'hamborn', status: 'new' } as const
  const ben = { takenBy: 'ben', body: 'drk', status: 'in-care' } as const
  expect(await care.take(guest.id, from, ben, house.clock.at)).toBe(false)
  expect((await intakeOf(guest.id)).takenBy).toBeNull()
})

test('staff move an appointment; the request goes along and the person is told', async () => {
  const { guest, anna, path } = await atRecord({ centres: ['hochfeld', 'rheinhausen'] })
  const page = await anna.get(`${path}/times?centre=rheinhausen`)
  const at = /name="at" value="(\d+)"/.exec(page.text)?.[1] ?? ''
  const moved = await anna.post(`${path}/times`, { centre: 'rheinhausen', at })
  expect(moved.status).toBe(303)
  const booking = await house.db.booking.findUniqueOrThrow({ where: { id: guest.booking } })
  expect(booking).toMatchObject({ centreId: 'rheinhausen', changedBy: `staff:${anna.id}` })
  expect((await intakeOf(guest.id)).centreId).toBe('rheinhausen')
  expect((await anna.get(path)).text).toContain('RSC Rheinhausen')
  const owed = await house.db.outbox.findMany()
  expect(owed.map(({ kind, payload }) => `${kind} ${payload}`)).toEqual([
    'staff-change {"what":"moved"}',
  ])
})

test('staff cancel, and book anew for the same person', async () => {
  const { guest, anna, path } = await atRecord()
  await anna.post(`${path}/cancel`, {})
  expect((await anna.post(`${path}/cancel`, {})).status).toBe(409)
  const page = await anna.get(`${path}/times`)
  const at = /name="at" value="(\d+)"/.exec(page.text)?.[1] ?? ''
  expect((await anna.post(`${path}/times`, { centre: 'hochfeld', at })).status).toBe(303)
  const open = await house.db.booking.findMany({ where: { state: 'booked' } })
  expect(open).toHaveLength(1)
  expect(open[0]).toMatchObject({ ref: guest.ref, channel: 'staff' })
  expect(open[0]?.changedBy).toBe(`staff:${anna.id}`)
})

test('a time outside the opening rules or at another centre is not given', async () => {
  const { anna, path } = await atRecord()
  const night = String(Date.parse('2026-11-24T03:00:00Z'))
  expect((await anna.post(`${path}/times`, { centre: 'hochfeld', at: night })).status).toBe(409)
  expect((await anna.post(`${path}/times`, { centre: 'hamborn', at: night })).status).toBe(404)
  expect((await anna.post(`${path}/times`, { centre: 'hochfeld', at: 'NaN' })).status).toBe(409)
})

test('erasing leaves nothing of the request, and frees the seat', async () => {
  const { guest, anna, path } = await atRecord()
  await anna.post(`${path}/notes`, { id: 'note-0001', text: 'bald weg' })
  expect((await anna.post(`${path}/erase`, {})).location).toBe('/staff/intakes?ended=erased#done')
  expect(await house.db.intake.count()).toBe(0)
  // Their calendar is told first.
  await house.tick()
  expect(await house.db.person.count()).toBe(0)
  expect(await house.db.staffNote.count()).toBe(0)
  expect(await house.db.booking.count({ where: { state: 'booked' } })).toBe(0)
  expect((await anna.get(path)).status).toBe(404)
  const log = await house.db.audit.findMany({ where: { action: 'erase' } })
  expect(log).toMatchObject([{ subject: guest.id, staffId: anna.id }])
})

test('the JSON of a record fits the published schema, and taking it out is noted down', async () => {
  const { guest, anna, path } = await atRecord()
  const answer = await anna.get(`${path}/record.json`)
  expect(recordSchema.parse(JSON.parse(answer.text)).reference).toBe(guest.ref)
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${guest.ref}.json"`)
  expect(await house.db.audit.count({ where: { action: 'export-record' } })).toBe(1)
})

test('a template is previewed in the language of the person and arrives in it, once', async () => {
  const { guest, anna, path } = await atRecord()
  const { preview, send } = await writesAtDesk(anna, path, { template: 'call' })
  expect(preview.text).toContain('تەلەفۆنمان بۆ بکەن')
  expect(preview.text).toContain('Bitte rufen Sie uns an.')
  expect(preview.text).toMatch(/<div class="written" lang="ckb" dir="rtl">/)
  for (let n = 0; n < 2; n += 1) {
    expect((await send()).status).toBe(303)
  }
  expect((await anna.get(path)).text).toContain('wird gesendet')
  await house.tick()
  guest.user.sees('تەلەفۆنمان بۆ بکەن')
  guest.user.sees('0203 60802707')
  expect(await house.db.outbox.count({ where: { kind: 'staff-message' } })).toBe(1)
  expect((await anna.get(path)).text).toContain('(gesendet)')
})

test('an own text goes out in German, says so, and is sealed until then', async () => {
  const { guest, anna, path } = await atRecord()
  const fields = { template: 'free', text: 'Kommen Sie <b>bitte</b> zum Eingang B.' }
  const { preview, send } = await writesAtDesk(anna, path, fields)
  expect(preview.text).toContain('&lt;b&gt;')
  await send()
  expect(
    JSON.stringify(await house.db.outbox.findMany(), (_key, value) =>
      typeof value === 'bigint' ? String(value) : value,
    ),
  ).not.toContain('Eingang')
  await house.tick()
  guest.user.sees('Kommen Sie <b>bitte</b> zum Eingang B.')
  guest.user.sees('ئەم پەیامە بە زمانی ئەڵمانییە')
  for (const text of ['', ' ', 'x'.repeat(501)]) {
    expect((await anna.post(`${path}/message`, { template: 'free', text })).status).toBe(409)
  }
})

test('a person whom staff moved hears of the new time in their language', async () => {
  const { guest, anna, path } = await atRecord()
  const page = await anna.get(`${path}/times`)
  const at = [...page.text.matchAll(/name="at" value="(\d+)"/g)].at(-1)?.[1] ?? ''
  await anna.post(`${path}/times`, { centre: 'hochfeld', at })
  await house.tick()
  guest.user.sees(house.deps.i18n.t('ckb', { key: 'notice.moved' }, 0))
  guest.user.sees(guest.ref)
})
