// Whoever was sent somebody's data stands in the audit by record: every route there is is asked, and what its
// answer names is held against what was noted meanwhile. A new page fails here until it notes what it shows.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeToken } from '../../src/flows/staff/tokens.ts'
import { staffRoutes } from '../../src/staff/staff.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'

type Guest = Awaited<ReturnType<typeof guestBooks>>

const CENTRES = ['hochfeld', 'hamborn', 'rheinhausen']
// The audit names records to say who saw them; that it was looked at is a line of its own.
const ITSELF = new Set(['/audit'])

let house: House
let guests: Guest[]
let lead: Visitor & { id: string }
let chief: Visitor & { id: string }
beforeAll(async () => {
  house = await openHouse()
  guests = [
    await guestBooks(house, { urgent: 'yes' }),
    await guestBooks(house),
    // What the wall makes of them: two of the lead's own carrier, a front, and another carrier's.
    await guestBooks(house, { centre: 'hamborn', language: 'fa', body: null }),
    await guestBooks(house, { body: 'caritas' }),
  ]
  const [first, second] = guests as [Guest, Guest, Guest]
  lead = await house.signedIn({ email: 'lead@rsc.example', role: 'lead', centres: CENTRES })
  chief = await house.signedIn({ email: 'it@rsc.example', role: 'administrator', centres: [] })
  // One who is to be called, one of whom somebody has answered, one with a referral to print.
  await house.db.intake.update({ where: { id: second.id }, data: { callBack: 'phone' } })
  await house.db.reply.create({
    data: {
      intakeId: second.id,
      input: 'telegram:1',
      language: 'ckb',
      sealed: await sealed('Antwort'),
      createdAt: '2026-11-22T08:00:00.000Z',
    },
  })
  await house.db.voiceMessage.create({
    data: {
      ...{ id: 'voice-0001', intakeId: first.id, input: 'telegram:2', about: 'note' },
      ...{ type: 'audio/ogg', seconds: 2, createdAt: '2026-11-22T08:00:00.000Z' },
      sealed: await sealed(btoa('OggS')),
    },
  })
  await lead.get(`/staff/intakes/${second.id}`)
  await lead.post(`/staff/intakes/${second.id}/refer`, { id: 'referral-0001', target: 'caritas' })
  // Another request of the first person, which the page of the first names.
  await house.db.$executeRawUnsafe(
    `INSERT INTO "Intake" ("id", "personId", "version", "questionnaire", "talk", "ref", "centreId",
       "status", "createdAt", "updatedAt", "submittedAt")
     SELECT 'older-request', "personId", 1, "questionnaire", "talk", 'HA-2222', 'hamborn', 'new',
       '2026-01-01T00:00:00.000Z', "updatedAt", '2026-01-01T00:00:00.000Z' FROM "Intake"
     WHERE "id" = ?`,
    first.id,
  )
}, 120_000)
afterAll(() => house.stop())

const sealed = async (text: string) =>
  (await (await import('../../src/store/engine/seal.ts')).createSeal(house.dataKey)).seal(text)

/** Every record there is, by all that names it. */
async function names() {
  const rows = await house.db.intake.findMany({ include: { bookings: true } })
  return rows.map(({ id, ref, centreId, bookings }) => ({
    id,
    centre: centreId,
    names: [id, ref ?? '', ...bookings.map((booking) => booking.id)].filter((one) => one !== ''),
  }))
}

/** What an answer names, and what was noted while it was made; records by id. */
async function shownBy(ask: () => Promise<string>) {
  const known = await names()
  const before = (await house.db.audit.aggregate({ _max: { id: true } }))._max.id ?? 0
  const body = await ask()
  const lines = await house.db.audit.findMany({
    where: { id: { gt: before }, outcome: 'done' },
    include: { subjects: true },
  })
  const noted = new Set<string>()
  for (const { subject, subjects, centreId } of lines) {
    const about = [subject, ...subjects.map((one) => one.subject)]
    for (const one of known) {
      const isThis = one.names.some((name) => about.includes(name))
      if (isThis && (one.centre === centreId || subjects.length === 0)) noted.add(one.id)
    }
  }
  const named = known.filter((one) => one.names.some((name) => body.includes(name)))
  return { named: named.map(({ id }) => id).sort(), noted: [...noted].sort(), lines }
}

const gets = staffRoutes.filter(({ method, who }) => method === 'get' && who !== 'open')
const posts = staffRoutes.filter(
  ({ method, who, path }) => method === 'post' && who !== 'open' && path !== '/sign-out',
)
// What takes a request or its centre away comes last.
const LAST = /erase|hand-over|cancel|close/
const ordered = [...posts].sort((a, b) => Number(LAST.test(a.path)) - Number(LAST.test(b.path)))

function pathOf(pattern: string, { id, booking }: Guest): string {
  const own = pattern.startsWith('/bookings') ? booking : id
  const path = pattern.replace(':id', own).replace(':referral', 'referral-0001')
  return `/staff${path.replace(/:\w+/g, 'none')}`.replace(/\/$/, '')
}

const QUERIES: Record<string, string> = { '/': '?day=2026-11-23', '/intakes': '?status=all' }

describe('a list notes', () => {
  test.each(['/staff?day=2026-11-23', '/staff/intakes?status=all', '/staff/calls'])(
    'at %s everybody it shows and nobody else, in one line a centre',
    async (path) => {
      const { named, noted, lines } = await shownBy(async () => (await lead.get(path)).text)
      expect(named.length).toBeGreaterThan(0)
      expect(noted).toEqual(named)
      expect(new Set(lines.map(({ centreId }) => centreId)).size).toBe(lines.length)
    },
  )

  test('nobody of another centre, and nothing where it is empty', async () => {
    const other = await house.signedIn({ email: 'o@rsc.example', centres: ['rheinhausen'] })
    const { named, noted, lines } = await shownBy(
      async () => (await other.get('/staff/intakes?status=all')).text,
    )
    expect([named, noted, lines]).toEqual([[], [], []])
  })
})

describe('the API notes', () => {
  const stretch = 'from=2026-11-01T00:00:00Z&until=2026-12-31T00:00:00Z'
  const paths = async () => {
    const document = await (await house.app.request('/api/openapi.json')).json()
    const all = Object.keys((document as { paths: object }).paths)
    // The front, and what somebody said whose record is whole.
    return all.map((path) => {
      const guest = guests[path.includes('{voice}') ? 0 : 2]
      return path.replace('{id}', guest?.id ?? '').replace('{voice}', 'voice-0001')
    })
  }
  const bearer = async () => {
    const wish = { name: 'Fachverfahren', role: 'lead', centres: CENTRES, body: 'drk' } as const
    const token = await makeToken(house.deps, wish)
    return { Authorization: `Bearer ${token}` }
  }

  test('on every route whom it names, once it is sent; nothing where it says that nothing is new', async () => {
    const headers = await bearer()
    const found = new Set<string>()
    for (const path of await paths()) {
      const url = `/api/v1${path}${path === '/appointments' ? `?${stretch}` : ''}`
      let tag = ''
      const { named, noted, lines } = await shownBy(async () => {
        const answer = await house.app.request(url, { headers })
        expect(answer.status, url).toBe(200)
        tag = answer.headers.get('etag') ?? ''
        return await answer.text()
      })
      // A sound names nobody, and is somebody's.
      expect(noted).toEqual(url.includes('/voice/') ? [guests[0]?.id] : named)
      for (const one of named) found.add(one)
      // Whole ones and fronts.
      expect(lines.length).toBeLessThanOrEqual(2 * CENTRES.length)
      const again = await shownBy(async () => {
        const answer = await house.app.request(url, {
          headers: { ...headers, 'If-None-Match': tag },
        })
        expect(answer.status, url).toBe(304)
        return await answer.text()
      })
      expect(again.lines).toEqual([])
      const head = await shownBy(async () => {
        return await (await house.app.request(url, { method: 'HEAD', headers })).text()
      })
      expect(head.lines).toEqual([])
    }
    expect(found.size).toBeGreaterThan(1)
  })
})

describe('behind the wall', () => {
  const about = (
    lines: { action: string; subject: string | null; subjects: { subject: string }[] }[],
    action: string,
  ) =>
    lines
      .filter((line) => line.action === action)
      .flatMap(({ subject, subjects }) => subject ?? subjects.map((one) => one.subject))

  test('a front is noted as what lists show, whole ones as opened, and what is another carrier’s not at all', async () => {
    const [first, second, third, fourth] = guests as [Guest, Guest, Guest, Guest]
    const wish = { name: 'Wand', role: 'lead', centres: CENTRES, body: 'drk' } as const
    const headers = { Authorization: `Bearer ${await makeToken(house.deps, wish)}` }
    const list = await shownBy(async () => {
      return await (await house.app.request('/api/v1/intakes', { headers })).text()
    })
    const [opened, listed] = [about(list.lines, 'see-record'), about(list.lines, 'see-list')]
    expect(opened.sort()).toEqual([first.id, second.id].sort())
    expect(listed.sort()).toEqual([third.id, 'older-request'].sort())
    expect(list.named).not.toContain(fourth.id)
    const one = await shownBy(async () => {
      return await (await house.app.request(`/api/v1/intakes/${third.id}`, { headers })).text()
    })
    const page = await shownBy(async () => (await lead.get(`/staff/intakes/${third.id}`)).text)
    for (const { lines } of [one, page]) {
      expect(lines.map(({ action, subject }) => [action, subject])).toEqual([
        ['see-list', third.id],
      ])
    }
  })

  test('a seat that another carrier has is noted with the day it was seen on', async () => {
    const [, , , fourth] = guests as [Guest, Guest, Guest, Guest]
    const { startsAt } = await house.db.booking.findUniqueOrThrow({ where: { id: fourth.booking } })
    const day = `/staff?day=${startsAt.slice(0, 10)}`
    const { named, lines } = await shownBy(async () => (await lead.get(day)).text)
    expect(named).toContain(fourth.id)
    expect(about(lines, 'see-day')).toContain(fourth.id)
    const kept = await shownBy(async () => (await lead.get(`/staff/intakes/${fourth.id}`)).text)
    expect([kept.named, kept.noted]).toEqual([[], []])
  })
})

test('who is named by a page finds it among the views of their own data', async () => {
  const [, , third] = guests as [Guest, Guest, Guest]
  const { personId } = await house.db.intake.findUniqueOrThrow({ where: { id: third.id } })
  await lead.get('/staff/intakes?status=all')
  const { views } = await house.deps.store.holdings.of(personId)
  expect(views).toContainEqual(
    expect.objectContaining({ action: 'see-list', outcome: 'done', centreId: 'hamborn' }),
  )
  const { text } = await chief.get(`/staff/audit?ref=${third.ref}`)
  expect(text).toContain('Liste angesehen')
  expect(text).toContain(third.ref)
})

describe('every page notes whom it names', () => {
  test.each(gets)('get $path', async ({ path }) => {
    for (const guest of guests) {
      for (const visitor of [lead, chief]) {
        const ask = async () =>
          (await visitor.get(`${pathOf(path, guest)}${QUERIES[path] ?? ''}`)).text
        const { named, noted } = await shownBy(ask)
        if (ITSELF.has(path)) continue
        expect(noted).toEqual(expect.arrayContaining(named))
      }
    }
  })

  test.each(ordered)('post $path', async ({ path }) => {
    const [, second] = guests as [Guest, Guest, Guest]
    const fields = { template: 'call', text: 'Guten Tag', to: 'closed', from: '', id: 'a-new-id' }
    const ask = async () => (await lead.post(pathOf(path, second), fields)).text
    const { named, noted } = await shownBy(ask)
    expect(noted).toEqual(expect.arrayContaining(named))
  })
})
