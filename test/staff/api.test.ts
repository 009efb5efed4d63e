import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Role } from '../../src/domain/people/rights.ts'
import { RECORD_VERSION, recordSchema } from '../../src/domain/questionnaire/record.ts'
import { makeToken } from '../../src/flows/staff/tokens.ts'
import { ogg } from '../support/recordings.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'

let house: House
let guest: Awaited<ReturnType<typeof guestBooks>>
beforeAll(async () => {
  house = await openHouse()
  guest = await guestBooks(house, { language: 'ckb' })
})
afterAll(() => house.stop())

const token = (role: Role, centres: string[] = ['hochfeld']) =>
  makeToken(house.deps, { name: 'case system', role, centres, body: 'drk' })
const ask = (path: string, bearer?: string, headers: Record<string, string> = {}) =>
  house.app.request(`/api/v1${path}`, {
    headers: bearer ? { Authorization: `Bearer ${bearer}`, ...headers } : headers,
  })
const pathOf = (path: string) => path.replace('{id}', guest.id).replace('{voice}', 'v1')
const STRETCH = 'from=2026-11-23T00:00:00Z&until=2026-11-24T00:00:00Z'

const PATHS = [
  '/intakes',
  '/intakes/{id}',
  '/intakes/{id}/voice/{voice}',
  '/appointments',
  '/utilisation',
]

describe.each(PATHS)('%s', (path) => {
  test('refuses a stranger', async () => {
    const good = await token('lead')
    for (const bearer of [
      undefined,
      'x',
      good.replace(/_[0-9a-f]{64}$/, `_${'0'.repeat(64)}`),
      good.replace(/_[0-9a-f]{12}_/, `_${'0'.repeat(12)}_`),
      `${good} `.slice(1),
    ]) {
      const answer = await ask(pathOf(path), bearer)
      expect(answer.status).toBe(401)
      expect(answer.headers.get('www-authenticate')).toContain('Bearer')
      expect(await answer.text()).not.toContain(guest.ref)
    }
  })

  test('refuses a role without the right, and writes it down', async () => {
    const role = path === '/utilisation' ? 'counsellor' : 'coordinator'
    const answer = await ask(pathOf(path), await token(role))
    expect(answer.status).toBe(403)
    const rows = await house.db.audit.findMany({ where: { action: `api ${path}` } })
    expect(rows.length).toBeGreaterThan(0)
  })

  test('tells another centre nothing', async () => {
    const bearer = await token('lead', ['hamborn'])
    const answer = await ask(`${pathOf(path)}?${path === '/appointments' ? STRETCH : ''}`, bearer)
    expect(answer.status).toBe(path.includes('{id}') ? 404 : 200)
    expect(await answer.text()).not.toContain(guest.ref)
  })
})

test('a revoked token is out at once', async () => {
  const bearer = await token('lead')
  expect((await ask('/intakes', bearer)).status).toBe(200)
  await house.deps.store.staff.tokens.revoke(bearer.split('_')[1] ?? '', house.clock.at)
  expect((await ask('/intakes', bearer)).status).toBe(401)
})

test('the secret of a token is not in the database', async () => {
  const bearer = await token('lead')
  const rows = await house.db.apiToken.findMany()
  expect(JSON.stringify(rows)).not.toContain(bearer.split('_')[2])
})

test('an intake is a record, and reading it is noted down', async () => {
  const answer = await ask(`/intakes/${guest.id}`, await token('counsellor'))
  const record = recordSchema.parse(await answer.json())
  expect(record).toMatchObject({ reference: guest.ref, readingLanguage: { code: 'ckb' } })
  const rows = await house.db.audit.findMany({ where: { subject: guest.id, action: 'see-record' } })
  expect(rows.at(-1)?.staffId).toMatch(/^token:/)
})

test('what was said is in the record without its sound, which is heard by the same right and audited', async () => {
  const [row] = await house.db.intake.findMany({ where: { id: guest.id } })
  const message = { id: 'v1', request: guest.id, personId: row?.personId ?? '', about: 'note' }
  await house.deps.store.voiceMessages.keep(
    { ...message, input: 'telegram:said', type: 'audio/ogg', seconds: 42, file: ogg(42) },
    house.clock.at,
  )
  const bearer = await token('counsellor')
  const one = await (await ask(`/intakes/${guest.id}`, bearer)).json()
  const receivedAt = new Date(house.clock.at).toISOString()
  const listed = { id: 'v1', about: 'note', type: 'audio/ogg', seconds: 42, receivedAt }
  expect(one.voiceMessages).toEqual([listed])
  const { items } = await (await ask('/intakes', bearer)).json()
  expect(items.find(({ id }: { id: string }) => id === guest.id).voiceMessages).toEqual([listed])
  const heard = () => house.db.audit.count({ where: { action: 'hear-voice', outcome: 'done' } })
  const before = await heard()
  const sound = await ask(`/intakes/${guest.id}/voice/v1`, bearer)
  expect(sound.headers.get('content-type')).toBe('audio/ogg')
  expect(sound.headers.get('cache-control')).toBe('no-store')
  expect(new Uint8Array(await sound.arrayBuffer())).toEqual(ogg(42))
  expect(await heard()).toBe(before + 1)
  const piece = await ask(`/intakes/${guest.id}/voice/v1`, bearer, { Range: 'bytes=0-3' })
  expect([piece.status, await piece.text()]).toEqual([206, 'OggS'])
  const other = await token('counsellor', ['hamborn'])
  for (const [who, id] of [
    [other, 'v1'],
    [bearer, 'v2'],
  ] as const) {
    expect((await ask(`/intakes/${guest.id}/voice/${id}`, who)).status).toBe(404)
  }
})

test('pages follow each other without a gap or a repetition', async () => {
  const refs = [guest.ref]
  for (let n = 0; n < 4; n += 1) {
    house.clock.at += 60_000
    refs.push((await guestBooks(house)).ref)
  }
  const bearer = await token('counsellor')
  const seen: string[] = []
  for (let cursor = ''; ; ) {
    const page = await (await ask(`/intakes?limit=2&cursor=${cursor}`, bearer)).json()
    const { items, next } = z
      .object({ items: z.array(recordSchema), next: z.string().nullable() })
      .parse(page)
    seen.push(...items.map(({ reference }) => reference))
    if (next === null) break
    cursor = next
  }
  expect(seen).toEqual(refs)
})

test('a cursor that is none of ours begins at the beginning, and hurts nobody', async () => {
  const bearer = await token('counsellor')
  for (const cursor of ['%00', 'W10', btoa('[1e999,"x"]'), btoa('["\' OR 1",2]')]) {
    const answer = await ask(`/intakes?cursor=${encodeURIComponent(cursor)}`, bearer)
    expect(answer.status).toBe(200)
  }
})

test.each(['limit=0', 'limit=101', 'limit=x', 'nonsense=1'])('?%s is refused', async (query) => {
  expect((await ask(`/intakes?${query}`, await token('lead'))).status).toBe(400)
})

test('appointments name time and state, and no person', async () => {
  const answer = await ask(`/appointments?${STRETCH}`, await token('counsellor'))
  const text = await answer.text()
  expect(JSON.parse(text).items[0]).toMatchObject({ centre: 'hochfeld', state: 'booked' })
  expect(text).not.toContain('alias')
  expect((await ask('/appointments?from=today', await token('counsellor'))).status).toBe(400)
})

test('utilisation is what the page tells, all of it', async () => {
  const kim = await house.signedIn({ email: 'kim@city.example', role: 'coordinator', centres: [] })
  const place = { centreId: 'hochfeld', month: '2026-10', language: 'ckb' }
  await house.db.usageLanguage.create({ data: { ...place, understanding: 'matched', count: 7 } })
  const page = JSON.parse((await kim.get('/staff/utilisation.json?weeks=12')).text)
  const answer = await ask('/utilisation?weeks=12', await token('coordinator'))
  expect(await answer.json()).toEqual(page)
  const { coming, languages } = page
  expect(coming.length).toBeGreaterThan(0)
  expect(languages).toHaveLength(1)
})

test('what has not changed is not sent again', async () => {
  const bearer = await token('coordinator')
  const first = await ask('/utilisation?weeks=4', bearer)
  const tag = first.headers.get('etag') ?? ''
  expect(tag).not.toBe('')
  const again = await ask('/utilisation?weeks=4', bearer, { 'If-None-Match': tag })
  expect(again.status).toBe(304)
  expect(first.headers.get('cache-control')).toBe('private, no-cache')
})

type Body = { content: { 'application/json': { schema: Parameters<typeof z.fromJSONSchema>[0] } } }
type Document = {
  paths: Record<string, { get: { responses: Record<string, Body | { $ref: string }> } }>
  components: { responses: Record<string, Body> }
}

describe('the document promises what is answered', () => {
  let document: Document
  beforeAll(async () => {
    document = await (await house.app.request('/api/openapi.json')).json()
  })

  /** The schema of an answer with this status. */
  const promised = (path: string, status: number) => {
    const response = document.paths[path]?.get.responses[status]
    const body =
      response && '$ref' in response
        ? document.components.responses[response.$ref.split('/').at(-1) ?? '']
        : response
    return z.fromJSONSchema(body?.content['application/json'].schema ?? false)
  }
  const fits = async (path: string, answer: Response, status: number) => {
    expect(answer.status).toBe(status)
    const read = promised(path, status).safeParse(await answer.json())
    expect([path, status, read.error?.issues]).toEqual([path, status, undefined])
  }
  const queryOf = (path: string) => (path === '/appointments' ? `?${STRETCH}` : '')
  const holder = (path: string) => token(path === '/utilisation' ? 'coordinator' : 'lead')

  test('of every path', async () => {
    expect(Object.keys(document.paths)).toEqual(PATHS)
    for (const path of PATHS) {
      const answer = await ask(`${pathOf(path)}${queryOf(path)}`, await holder(path))
      if (path.endsWith('{voice}')) {
        const type = answer.headers.get('content-type') ?? ''
        expect(document.paths[path]?.get.responses[200]).toHaveProperty(['content', type])
      } else await fits(path, answer, 200)
    }
  })

  test('where it is refused, too', async () => {
    for (const path of PATHS) {
      await fits(path, await ask(pathOf(path)), 401)
      const other = await token(path === '/utilisation' ? 'counsellor' : 'coordinator')
      await fits(path, await ask(pathOf(path), other), 403)
      await fits(path, await ask(`${pathOf(path)}?nonsense=1`, await holder(path)), 400)
    }
    await fits('/intakes/{id}', await ask('/intakes/nobody', await token('lead')), 404)
  })
})

test('no browser guesses at an answer, frames it or tells where it came from', async () => {
  for (const path of ['/api/openapi.json', '/api/v1/intakes', '/api/v1/nothing']) {
    const { headers } = await house.app.request(path)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  }
})

test.each(['intake', `intake.v${RECORD_VERSION}`])('the schema is served as %s', async (name) => {
  const schema = await (await house.app.request(`/api/${name}.schema.json`)).json()
  expect(schema.$id).toBe(`urn:lotse:intake:v${RECORD_VERSION}`)
  expect(schema.properties.version.const).toBe(RECORD_VERSION)
})

test('the published schema is the one that is served', async () => {
  // `curl localhost:3000/api/intake.schema.json > docs/schema/intake.v1.schema.json`, then format.
  const served = await (await house.app.request('/api/intake.schema.json')).json()
  const published = readFileSync(`docs/schema/intake.v${RECORD_VERSION}.schema.json`, 'utf8')
  expect(JSON.parse(published)).toEqual(served)
})

test('a page of records is noted in one row, by record, with one write', async () => {
  for (let n = 0; n < 3; n += 1) await guestBooks(house)
  const bearer = await token('counsellor')
  await ask('/intakes?limit=1', bearer)
  const [before, noted] = [house.count.statements, await house.db.audit.count()]
  const page = await (await ask('/intakes?limit=4', bearer)).json()
  // The token, the version of the city, the page, what is noted with its records.
  expect(house.count.statements - before).toBe(4)
  const ids = z
    .object({ items: z.array(recordSchema), next: z.string().nullable() })
    .parse(page)
    .items.map(({ id }) => id)
  expect(ids.length).toBe(4)
  const [row, ...more] = await house.db.audit.findMany({
    orderBy: { id: 'asc' },
    skip: noted,
    include: { subjects: true },
  })
  expect(row).toMatchObject({ action: 'see-record', subject: null, centreId: 'hochfeld' })
  expect(row?.subjects.map(({ subject }) => subject)).toEqual(ids.toSorted())
  expect(more).toEqual([])
  expect(await house.deps.store.staff.audit.verify()).toMatchObject({ broken: null })
})

describe('care', () => {
  const list = async (query: string, bearer: string) =>
    (await (await ask(`/intakes?${query}`, bearer)).json()) as {
      items: { id: string; care: { state: string; body: string | null; until: string | null } }[]
      next: string | null
      resume: string | null
    }
  const put = (id: string, data: object) => house.db.intake.update({ where: { id }, data })

  test('stands in the record as codes and a day, and a list is narrowed by it; of nobody of the staff', async () => {
    const anna = await house.signedIn({ email: 'care@rsc.example', name: 'Anna Care' })
    const bearer = await token('counsellor')
    const one = await guestBooks(house, { body: null, urgent: 'yes' })
    const state = async () => (await (await ask(`/intakes/${one.id}`, bearer)).json()).care
    const ids = async (care: string) =>
      (await list(`care=${care}&limit=100`, bearer)).items.map(({ id }) => id)
    const cases = [
      [{}, 'open', null, null],
      // Nobody has it: that it rests is told nobody.
      [{ followUpOn: '2099-01-01' }, 'open', null, null],
      [
        { bodyId: 'drk', takenBy: anna.id, status: 'in-care', followUpOn: null },
        'taken',
        'drk',
        null,
      ],
      [{ followUpOn: '2099-01-01' }, 'laid-aside', 'drk', '2099-01-01'],
      [{ followUpOn: '2020-01-01' }, 'taken', 'drk', null],
      [{ status: 'closed' }, 'done', 'drk', null],
    ] as const
    for (const [data, expected, body, until] of cases) {
      await put(one.id, data)
      expect(await state()).toEqual({ state: expected, body, until })
      for (const care of ['open', 'taken', 'laid-aside', 'done']) {
        expect((await ids(care)).includes(one.id), `${expected} in ${care}`).toBe(care === expected)
      }
    }
    expect(await (await ask(`/intakes/${one.id}`, bearer)).text()).not.toContain('Anna Care')
    await put(one.id, { bodyId: 'caritas' })
    for (const care of ['open', 'taken', 'laid-aside', 'done']) {
      expect(await ids(care)).not.toContain(one.id)
    }
  })

  test('centre, language, topic, urgency and when it was received narrow a list; what is none is refused', async () => {
    const bearer = await token('lead', ['hochfeld', 'hamborn'])
    house.clock.at += 60_000
    const since = new Date(house.clock.at).toISOString()
    const work = await guestBooks(house, { topic: 'work', spoken: 'ckb' })
    const there = await guestBooks(house, { centre: 'hamborn', spoken: 'ar' })
    await put(there.id, { urgency: 'orange', rank: 1 })
    const cases = [
      ['centre=hamborn', [there.id]],
      ['language=ckb', [work.id]],
      ['topic=work', [work.id]],
      ['topic=none', []],
      ['urgency=orange', [there.id]],
      [`receivedUntil=${since}`, []],
      ['', [work.id, there.id]],
    ] as const
    for (const [query, expected] of cases) {
      const { items } = await list(`receivedFrom=${since}&limit=100&${query}`, bearer)
      expect(items.map(({ id }) => id).toSorted(), query).toEqual([...expected].toSorted())
    }
    for (const query of ['care=x', 'urgency=x', 'centre=%00', 'receivedFrom=gestern', 'who=anna']) {
      expect((await ask(`/intakes?${query}`, bearer)).status, query).toBe(400)
    }
  })

  test('to whom a paper is not shown, yellow and green are one', async () => {
    const city = await makeToken(house.deps, {
      ...{
        name: 'city',
        role: 'counsellor' as const,
        centres: ['hochfeld'],
        body: 'stadt-duisburg',
      },
    })
    const one = await guestBooks(house, { body: 'stadt-duisburg' })
    for (const [urgency, rank] of [
      ['yellow', 2],
      ['green', 3],
    ] as const) {
      await put(one.id, { urgency, rank })
      for (const asked of ['yellow', 'green']) {
        const { items } = await list(`urgency=${asked}&limit=100`, city)
        expect(items.map(({ id }) => id)).toContain(one.id)
      }
    }
  })

  test('a list that was read to its end is gone on with later', async () => {
    const bearer = await token('counsellor')
    const end = await list('limit=100', bearer)
    expect(end.next).toBeNull()
    expect((await list(`cursor=${end.resume}`, bearer)).items).toEqual([])
    expect((await list(`cursor=${end.resume}`, bearer)).resume).toBe(end.resume)
    house.clock.at += 60_000
    const late = await guestBooks(house)
    const { items } = await list(`cursor=${end.resume}`, bearer)
    expect(items.map(({ id }) => id)).toEqual([late.id])
  })
})
