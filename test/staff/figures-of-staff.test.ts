// No figure anywhere is by member of staff, and none by hour of a single day: each page, table and call of the API is
// asked, by whoever may, in the city that lets most be looked at. A new page fails here until it tells neither.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, dateOf } from '../../src/domain/calendar/wall-clock.ts'
import { countedHour } from '../../src/domain/figures/counted-hour.ts'
import { makeToken } from '../../src/flows/staff/tokens.ts'
import { staffRoutes } from '../../src/staff/staff.ts'
import { duisburg } from '../support/duisburg.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'

const CENTRES = ['hochfeld', 'hamborn', 'rheinhausen']
const ROLES = ['counsellor', 'lead', 'coordinator', 'administrator', 'data-protection'] as const

let house: House
let guest: Awaited<ReturnType<typeof guestBooks>>
let names: string[]
const staff = new Map<string, Visitor & { id: string }>()
const bearers = new Map<string, { Authorization: string }>()

beforeAll(async () => {
  house = await openHouse({ ...duisburg(), staffOversight: 'on' })
  guest = await guestBooks(house)
  for (const role of ROLES) {
    const account = { role, centres: CENTRES, name: `Zähl ${role}`, email: `${role}@rsc.example` }
    staff.set(role, await house.signedIn(account))
  }
  for (const role of ['lead', 'coordinator'] as const) {
    const wish = { name: role, role, centres: CENTRES, body: 'drk' }
    bearers.set(role, { Authorization: `Bearer ${await makeToken(house.deps, wish)}` })
  }
  names = [...staff.values()].map(({ id }) => id).concat(ROLES.map((role) => `Zähl ${role}`))
  const counsellor = visitor('counsellor')
  await counsellor.get(`/staff/intakes/${guest.id}`)
  await counsellor.post(`/staff/intakes/${guest.id}/take`, {})
  await visitor('lead').get('/staff/audit')
  await visitor('lead').post('/staff/audit/inspections', { whom: '', why: 'incident' })
  // Seventeen a week over the last three blocks, the busiest day being one of this unfinished one.
  const now = dateOf(house.clock.at)
  for (let week = 1; week <= 12; week += 1) await appointments(addDays(now, -7 * week + 1), 17)
  await appointments(addDays(now, -2), 23)
}, 120_000)
afterAll(() => house.stop())

const visitor = (role: string) => staff.get(role) as Visitor & { id: string }

/** Appointments of one hour that one member of staff marked. */
async function appointments(day: string, count: number) {
  for (let n = 0; n < count; n += 1) {
    const at = `${day}T09:${String(n).padStart(2, '0')}:00.000Z`
    await house.db.booking.create({
      data: {
        ...{ id: `${day}-${n}`, ref: `HF-${day}-${n}`, centreId: 'hochfeld', state: 'booked' },
        ...{ startsAt: at, endsAt: at, channel: 'telegram', createdAt: at, changedAt: at },
        ...{ changedBy: `staff:${visitor('counsellor').id}`, ...countedHour(Date.parse(at)) },
      },
    })
  }
  const marked = `UPDATE "Booking" SET "state" = 'attended' WHERE "id" LIKE ?`
  await house.db.$executeRawUnsafe(marked, `${day}-%`)
}

const QUERIES = ['', '?status=all', '?weeks=4', '?weeks=52', `?day=2026-11-23`, '?table=hours']
const TABLES = ['weeks', 'hours', 'languages', 'rare', 'months'].map((table) => `?table=${table}`)

const gets = staffRoutes.filter(({ method, who }) => method === 'get' && who !== 'open')
const pathOf = (path: string) =>
  `/staff${path.replace(':id', path.startsWith('/bookings') ? guest.booking : guest.id)}`
    .replace(/:\w+/g, 'none')
    .replace(/\/$/, '')

const isNamed = (text: string) => names.some((name) => text.includes(name))
/** A count or a share: nothing else stands in it. */
const isFigure = (text: string) =>
  /^[<≥~]?\s*\d+([.,]\d+)?\s*(%|\/\s*\d+|von \d+)?\s*\*?$/.test(text)
const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** The cells of each row of a page or a table for spreadsheets. */
function rowsOf(body: string, type: string): string[][] {
  if (type.includes('csv')) return body.split('\r\n').map((line) => line.split(';'))
  return [...body.matchAll(/<(tr|li)\b[^>]*>([\s\S]*?)<\/\1>/g)].map(([, , row = '']) => {
    const cells = [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)]
    return cells.length > 0 ? cells.map(([, cell = '']) => textOf(cell)) : [textOf(row)]
  })
}

/** Every object in JSON. */
function objectsIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn)
  if (typeof value !== 'object' || value === null) return []
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(objectsIn)]
}

/** What stands beside somebody's name and is a figure, and what is told by hour and by a day. */
function faultsIn(body: string, type: string): { faults: unknown[]; named: number } {
  if (type.includes('json')) {
    const objects = objectsIn(JSON.parse(body))
    const own = objects.filter((one) => isNamed(Object.values(one).filter(isText).join(' ')))
    const figures = own.filter((one) => Object.values(one).some((v) => typeof v === 'number'))
    return { faults: [...figures, ...objects.filter(isHourOfADay)], named: own.length }
  }
  const rows = rowsOf(body, type)
  const own = rows.filter((cells) => isNamed(cells.join(' ')))
  const [heads = []] = rows
  const byHour = type.includes('csv') && isHourOfADay(Object.fromEntries(heads.map((h) => [h, 1])))
  const figures = own.filter((cells) => cells.some(isFigure))
  return { faults: [...figures, ...(byHour ? [heads] : [])], named: own.length }
}

const isText = (value: unknown) => typeof value === 'string'
const isHourOfADay = (one: Record<string, unknown>) =>
  ('hour' in one || 'Stunde ab' in one) &&
  Object.keys(one).some(
    (key) => key !== 'weekday' && /day|date|week$|At$|^Tag|Datum|^Woche ab/i.test(key),
  )

describe.each(ROLES)(
  'a %s is shown no figure of a colleague, and none of an hour of a day',
  (role) => {
    test.each(gets)('at $path', async ({ path }) => {
      for (const query of path.endsWith('.csv') ? [...QUERIES, ...TABLES] : QUERIES) {
        const answer = await visitor(role).get(`${pathOf(path)}${query}`)
        const type = answer.headers.get('content-type') ?? ''
        if (answer.status !== 200 || !/html|csv|json/.test(type)) continue
        expect(faultsIn(answer.text, type).faults, query).toEqual([])
      }
    })
  },
)

test('what is asked above would be found: colleagues are named on pages, and tables have figures', async () => {
  const lead = visitor('lead')
  const pages = await Promise.all(
    ['/staff/audit', '/staff/intakes?status=all'].map(async (path) => (await lead.get(path)).text),
  )
  for (const text of pages) expect(faultsIn(text, 'text/html').named).toBeGreaterThan(0)
  const row = (cells: string) => `<table><tr><td>Zähl lead</td>${cells}</tr></table>`
  for (const cell of ['12', '12 %', '3/12', '4 von 12', '4,5']) {
    expect(faultsIn(row(`<td>${cell}</td>`), 'text/html').faults).toHaveLength(1)
  }
  expect(faultsIn('who;count\r\nZähl lead;12', 'text/csv').faults).toHaveLength(1)
  for (const heads of [
    'day;hour;attended',
    'Woche ab;Stunde ab;genutzt',
    'Tag;Stunde ab;genutzt',
  ]) {
    expect(faultsIn(`${heads}\r\n`, 'text/csv').faults).toHaveLength(1)
  }
  const json = [
    { by: 'Zähl lead', count: 12 },
    { date: '2026-11-20', hour: 9, attended: 3 },
  ]
  expect(faultsIn(JSON.stringify(json), 'application/json').faults).toHaveLength(2)
})

test('nor does the API tell one', async () => {
  const document = await (await house.app.request('/api/openapi.json')).json()
  const stretch = 'from=2026-11-01T00:00:00Z&until=2026-12-31T00:00:00Z'
  for (const path of Object.keys((document as { paths: object }).paths)) {
    for (const headers of bearers.values()) {
      const url = `/api/v1${path.replace('{id}', guest.id).replace('{voice}', 'none')}`
      const query = path === '/appointments' ? `?${stretch}` : ''
      const answer = await house.app.request(`${url}${query}`, { headers })
      if (answer.status !== 200) continue
      expect(faultsIn(await answer.text(), 'application/json').faults, url).toEqual([])
    }
  }
})

describe('figures by hour', () => {
  test('are of four whole weeks that are over, and of nothing younger', async () => {
    const answer = await house.app.request('/api/v1/utilisation?weeks=52', {
      headers: bearers.get('coordinator') as { Authorization: string },
    })
    const { hours } = (await answer.json()) as { hours: { block: string; attended: number }[] }
    const blocks = [...new Set(hours.map(({ block }) => block))]
    expect(blocks.length).toBeGreaterThan(0)
    for (const block of blocks) expect(addDays(block, 28) <= dateOf(house.clock.at)).toBe(true)
    const counts = hours.map(({ attended }) => attended)
    expect(counts).toContain(4 * 17)
    expect(counts).not.toContain(23)
  })

  test.each(['who', 'staff', 'counsellor', 'by', 'takenBy', 'day', 'hour'])(
    'cannot be narrowed by %s',
    async (name) => {
      const value =
        name === 'day' ? '2026-11-20' : name === 'hour' ? '10' : visitor('counsellor').id
      for (const path of [
        '/staff/utilisation',
        '/staff/utilisation.csv',
        '/staff/utilisation.json',
      ]) {
        const whole = await visitor('lead').get(path)
        const asked = await visitor('lead').get(`${path}?${name}=${value}`)
        expect(asked.text).toBe(whole.text)
      }
      const headers = bearers.get('lead') as { Authorization: string }
      const asked = await house.app.request(`/api/v1/utilisation?${name}=${value}`, { headers })
      expect(asked.status).toBe(400)
    },
  )
})
