// Private calendars: what they say, whom they open to, and what is left behind of them.
import ICAL from 'ical.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'

type Member = Visitor & { id: string }
let house: House
let anna: Member
beforeEach(async () => {
  house = await openHouse()
  anna = await house.signedIn({ email: 'anna@rsc.example' })
})
afterEach(() => house.stop())

async function addressOf(visitor: Visitor, fields: Record<string, string> = {}) {
  await visitor.get('/staff/account')
  const made = await visitor.post('/staff/account/calendars', {
    which: 'own',
    detail: 'full',
    ...fields,
  })
  expect(made.status).toBe(200)
  return new URL(/id="address"[^>]*value="([^"]+)"/.exec(made.text)?.[1] ?? '').pathname
}

const fetched = (path: string, headers: Record<string, string> = {}, address = '198.51.100.9') =>
  Promise.resolve(
    house.app.request(path, { headers }, { incoming: { socket: { remoteAddress: address } } }),
  )
const textOf = async (path: string) => {
  const answer = await fetched(path)
  expect(answer.status).toBe(200)
  return await answer.text()
}
function eventsIn(text: string) {
  const root = new ICAL.Component(ICAL.parse(text))
  return root.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part))
}
const takes = (id: string, staffId: string) =>
  house.db.intake.update({ where: { id }, data: { takenBy: staffId, status: 'in-care' } })
const lines = (action: string) =>
  house.db.audit.findMany({ where: { action }, include: { subjects: true } })

describe('an own calendar', () => {
  test('has the appointments of the requests one has taken over: time, code, language, and nothing else', async () => {
    const guest = await guestBooks(house, { language: 'ar', topic: 'work' })
    const other = await guestBooks(house, { language: 'fa' })
    await takes(guest.id, anna.id)
    const text = await textOf(await addressOf(anna))
    const [event, ...more] = eventsIn(text)
    expect(more).toEqual([])
    const booking = await house.db.booking.findUniqueOrThrow({ where: { id: guest.booking } })
    expect(event?.summary).toMatch(new RegExp(`^${guest.ref} · Arabisch`))
    expect(event?.startDate.toJSDate().toISOString()).toBe(booking.startsAt)
    expect(event?.endDate.toJSDate().toISOString()).toBe(booking.endsAt)
    const names = [...text.matchAll(/^([A-Z-]+)[:;]/gm)].map(([, name]) => name)
    expect(new Set(names)).toEqual(
      new Set([
        ...[
          'BEGIN',
          'END',
          'VERSION',
          'PRODID',
          'NAME',
          'X-WR-CALNAME',
          'REFRESH-INTERVAL',
          'X-PUBLISHED-TTL',
        ],
        ...[
          'UID',
          'SEQUENCE',
          'DTSTAMP',
          'DTSTART',
          'DTEND',
          'SUMMARY',
          'STATUS',
          'CLASS',
          'TRANSP',
        ],
        'X-MICROSOFT-CDO-BUSYSTATUS',
      ]),
    )
    for (const said of [guest.id, guest.booking, other.ref, 'Arbeit', 'Hochfeld']) {
      expect(text).not.toContain(said)
    }
    expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT15M')
    expect(text).toContain('CLASS:PRIVATE')
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    for (const line of text.split('\r\n')) {
      expect(line).not.toContain('\n')
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    }
  })

  test('has those nobody has taken at a seat where one is entered, until somebody else takes them', async () => {
    const guest = await guestBooks(house)
    const city = await house.db.city.findFirstOrThrow()
    const profile = JSON.parse(city.profile)
    for (const centre of profile.centres) {
      for (const rule of centre.openings) rule.counselling = [{ languages: [], staffId: anna.id }]
    }
    await house.db.city.updateMany({
      data: { profile: JSON.stringify(profile), version: { increment: 1 } },
    })
    const path = await addressOf(anna)
    expect(await textOf(path)).toContain(guest.ref)
    const ben = await house.signedIn({ email: 'ben@rsc.example' })
    await takes(guest.id, ben.id)
    expect(eventsIn(await textOf(path))).toEqual([])
  })

  test('drops what is cancelled, keeps the entry of what is moved, and is a whole calendar without any', async () => {
    const guest = await guestBooks(house)
    await takes(guest.id, anna.id)
    const path = await addressOf(anna)
    const [before] = eventsIn(await textOf(path))
    const times = await anna.get(`/staff/intakes/${guest.id}/times`)
    const at = [...times.text.matchAll(/name="at" value="(\d+)"/g)].at(-1)?.[1] ?? ''
    await anna.post(`/staff/intakes/${guest.id}/times`, { centre: 'hochfeld', at })
    const [after] = eventsIn(await textOf(path))
    expect(after?.uid).toBe(before?.uid)
    expect(after?.startDate.toJSDate().getTime()).toBe(Number(at))
    await anna.post(`/staff/intakes/${guest.id}/cancel`, {})
    const empty = await textOf(path)
    expect(eventsIn(empty)).toEqual([])
    expect(new ICAL.Component(ICAL.parse(empty)).getAllSubcomponents()).toHaveLength(1)
  })

  test('has the last two weeks and the next eight', async () => {
    const guest = await guestBooks(house)
    await takes(guest.id, anna.id)
    const path = await addressOf(anna)
    const DAY = 24 * 3_600_000
    const monday = Date.parse('2026-11-23T09:00:00Z')
    for (const [days, count] of [
      [-57, 0],
      [-56, 1],
      [14, 1],
      [15, 0],
    ] as const) {
      house.clock.at = monday + days * DAY
      expect(eventsIn(await textOf(path)), `${days} days`).toHaveLength(count)
    }
  })

  test('with times alone says nothing of anybody, and is nobody’s data', async () => {
    const guest = await guestBooks(house)
    await takes(guest.id, anna.id)
    const text = await textOf(await addressOf(anna, { detail: 'busy' }))
    expect(eventsIn(text).map(({ summary }) => summary)).toEqual(['Belegt'])
    expect(text).not.toContain(guest.ref)
    expect(await lines('see-calendar')).toEqual([])
  })
})

describe('a centre’s calendar', () => {
  const lead = () => house.signedIn({ email: 'lead@rsc.example', role: 'lead' })

  test('is for who leads it: its appointments, and of another carrier’s that the seat is taken', async () => {
    const own = await guestBooks(house)
    const others = await guestBooks(house, { body: 'caritas' })
    const elsewhere = await guestBooks(house, { centre: 'hamborn' })
    const text = await textOf(await addressOf(await lead(), { which: 'at-hochfeld' }))
    expect(text).toContain(own.ref)
    expect(eventsIn(text).map(({ summary }) => summary)).toContain('Belegt')
    expect(text).not.toContain(others.ref)
    expect(text).not.toContain(elsewhere.ref)
    expect(text).toContain('X-WR-CALNAME:Lotse: RSC Hochfeld')
  })

  test('is for nobody else', async () => {
    await anna.get('/staff/account')
    const wish = { which: 'at-hochfeld', detail: 'full' }
    expect((await anna.post('/staff/account/calendars', wish)).status).toBe(404)
    const foreign = { which: 'at-hamborn', detail: 'full' }
    const chief = await lead()
    await chief.get('/staff/account')
    expect((await chief.post('/staff/account/calendars', foreign)).status).toBe(404)
    const refused = await lines('make-calendar')
    expect(refused.map(({ outcome }) => outcome)).toEqual(['refused', 'refused'])
  })

  test('ends for who loses the centre, the role or the carrier', async () => {
    await guestBooks(house)
    const chief = await lead()
    const path = await addressOf(chief, { which: 'at-hochfeld' })
    const is = (data: object) => house.db.staff.update({ where: { id: chief.id }, data })
    const losses: [lost: object, back: object][] = [
      [{ centres: '["hamborn"]' }, { centres: '["hochfeld"]' }],
      [{ role: 'counsellor' }, { role: 'lead' }],
      [{ role: 'coordinator' }, { role: 'lead' }],
      [{ body: null }, { body: 'drk' }],
    ]
    for (const [lost, back] of losses) {
      expect((await fetched(path)).status).toBe(200)
      await is(lost)
      expect((await fetched(path)).status).toBe(404)
      await is(back)
    }
  })
})

describe('an address', () => {
  test('is answered with 404 when it is wrong, taken back or replaced, and its owner’s account is closed', async () => {
    const path = await addressOf(anna)
    expect((await fetched(path.replace(/.{4}\.ics$/, '0000.ics'))).status).toBe(404)
    expect((await fetched('/api/calendar/x.ics')).status).toBe(404)
    const second = await addressOf(anna, { detail: 'busy' })
    expect((await fetched(path)).status).toBe(404)
    const { text } = await anna.get('/staff/account')
    expect(text).not.toContain(second.slice(14, 40))
    const end = /action="(\/staff\/account\/calendars\/[^"]+\/end)"/.exec(text)?.[1] ?? ''
    const ben = await house.signedIn({ email: 'ben@rsc.example' })
    await ben.get('/staff/account')
    expect((await ben.post(end, {})).status).toBe(404)
    expect((await fetched(second)).status).toBe(200)
    expect((await anna.post(end, {})).location).toBe('/staff/account?done=calendar')
    expect((await fetched(second)).status).toBe(404)
    const third = await addressOf(anna)
    const admin = await house.signedIn({
      email: 'it@rsc.example',
      role: 'administrator',
      centres: [],
    })
    await admin.get('/staff/admin/staff')
    await admin.post(`/staff/admin/staff/${anna.id}/close`, {})
    expect((await fetched(third)).status).toBe(404)
    await admin.post(`/staff/admin/staff/${anna.id}/reopen`, {})
    expect((await fetched(third)).status).toBe(404)
    expect(await house.db.staffCalendar.count()).toBe(0)
  })

  test('cannot be guessed at, and guesses hold up nobody who has one', async () => {
    const path = await addressOf(anna)
    expect((await fetched(path)).status).toBe(200)
    const guesses = []
    for (let n = 0; n < 40; n += 1) {
      guesses.push((await fetched(`/api/calendar/${String(n).padStart(64, '0')}.ics`)).status)
    }
    expect(guesses[0]).toBe(404)
    const last = await fetched(`/api/calendar/${'f'.repeat(64)}.ics`)
    expect(last.status).toBe(429)
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await fetched(path)).status).toBe(200)
  })

  test('stands in no log and no table, and nothing leads on from what is sent', async () => {
    const path = await addressOf(anna)
    const secret = /[0-9a-f]{64}/.exec(path)?.[0] ?? ''
    const answer = await fetched(path)
    await fetched(`${path}x`)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect(answer.headers.get('cache-control')).toBe('private, no-cache')
    expect(answer.headers.get('x-robots-tag')).toBe('noindex')
    // A broken city: the fault is logged by the pattern of its route.
    await house.db.city.updateMany({ data: { profile: '{}', version: { increment: 1 } } })
    expect((await fetched(path)).status).toBe(500)
    expect(house.logged.join('\n')).toContain('/calendar/:file')
    expect(house.logged.join('\n')).not.toContain(secret)
    const rows = JSON.stringify([
      await house.db.staffCalendar.findMany(),
      await house.db.audit.findMany(),
    ])
    expect(rows).not.toContain(secret)
  })

  test('says that nothing is new by its ETag, until something is', async () => {
    const guest = await guestBooks(house)
    await takes(guest.id, anna.id)
    const path = await addressOf(anna)
    const first = await fetched(path)
    const tag = first.headers.get('etag') ?? ''
    house.clock.at += 3_600_000
    for (const known of [tag, `W/${tag}`, `"x", ${tag}`]) {
      const again = await fetched(path, { 'If-None-Match': known })
      expect([again.status, await again.text()]).toEqual([304, ''])
    }
    await house.db.booking.update({ where: { id: guest.booking }, data: { state: 'cancelled' } })
    expect((await fetched(path, { 'If-None-Match': tag })).status).toBe(200)
  })
})

test('whose appointment was fetched is noted once a day, however often a program asks', async () => {
  const guest = await guestBooks(house)
  const other = await guestBooks(house)
  await takes(guest.id, anna.id)
  const path = await addressOf(anna)
  const seen = async () =>
    (await lines('see-calendar')).map(
      ({ subject, subjects }) => subject ?? subjects.map((one) => one.subject).sort(),
    )
  for (let n = 0; n < 5; n += 1) await fetched(path)
  expect(await seen()).toEqual([guest.id])
  expect((await lines('see-calendar'))[0]).toMatchObject({
    staffId: anna.id,
    client: '198.51.100.9',
    centreId: 'hochfeld',
  })
  // One more, and that one alone.
  await takes(other.id, anna.id)
  for (let n = 0; n < 3; n += 1) await fetched(path)
  expect(await seen()).toEqual([guest.id, other.id])
  // Looked at without being sent.
  house.clock.at += 24 * 3_600_000
  await Promise.resolve(house.app.request(path, { method: 'HEAD' }))
  expect(await seen()).toHaveLength(2)
  for (let n = 0; n < 3; n += 1) await fetched(path)
  expect(await seen()).toEqual([guest.id, other.id, [guest.id, other.id].sort()])
})
