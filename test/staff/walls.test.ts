// The wall between carriers, knocked at from every side: each page, form, table and call of the API, by each role, by
// the carrier that has a case, another one, the city's own and by whoever belongs to none.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atWall, dateOf } from '../../src/domain/calendar/wall-clock.ts'
import type { Scope } from '../../src/domain/people/accounts.ts'
import { may, mayEver } from '../../src/domain/people/rights.ts'
import { viewOf } from '../../src/domain/people/wall.ts'
import { makeToken } from '../../src/flows/staff/tokens.ts'
import { staffRoutes } from '../../src/staff/staff.ts'
import { createSeal } from '../../src/store/engine/seal.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'

const CENTRE = 'hochfeld'
const CITY = 'stadt-duisburg'
const VISITORS = [
  { name: 'a counsellor of the DRK', role: 'counsellor', body: 'drk' },
  { name: 'a counsellor of the city', role: 'counsellor', body: CITY },
  { name: 'a counsellor of no carrier', role: 'counsellor', body: null },
  { name: 'a lead of the DRK', role: 'lead', body: 'drk' },
  { name: 'a lead of no carrier', role: 'lead', body: null },
  // They work with no case, whatever carrier they are of.
  { name: 'a coordinator', role: 'coordinator', body: null },
  { name: 'an administrator', role: 'administrator', body: CITY },
  { name: 'a volunteer', role: 'volunteer', body: 'drk' },
] as const
const CASES = [null, 'drk', 'caritas', CITY].flatMap((body) =>
  (['green', 'orange'] as const).map((urgency) => ({ body, urgency })),
)
// What the person typed, said in a file, gave as a number; what staff wrote; and a paper the city never sees.
const SECRETS = ['WALLALIAS', 'WALLNOTE', '99887766', 'WALLWORDS', 'Rollstuhl']
const PAPER = 'Duldung'
// What they said, by the question: the second is an answer that the city never hears.
const VOICES = { 'voice-note': 'note', 'voice-paper': 'document' } as const

let house: House
let guest: Awaited<ReturnType<typeof guestBooks>>
let seat: string
let day: string
const inside = new Map<string, Visitor>()
const tokens = new Map<string, string>()

beforeAll(async () => {
  house = await openHouse()
  guest = await guestBooks(house)
  const { seal } = await createSeal(house.dataKey)
  const { db } = house
  const { talk } = await db.intake.findFirstOrThrow({ where: { id: guest.id } })
  const kept = JSON.parse(talk) as { answers: object }
  const answers = { ...kept.answers, document: 'duldung', needs: ['wheelchair'] }
  const secrets = { alias: 'WALLALIAS', note: 'WALLNOTE', phone: '0203 99887766' }
  await db.intake.update({
    where: { id: guest.id },
    data: {
      talk: JSON.stringify({ ...kept, answers }),
      sealed: await seal(JSON.stringify(secrets)),
      hasPhone: true,
    },
  })
  const { startsAt } = await db.booking.findFirstOrThrow({ where: { id: guest.booking } })
  ;[seat, day] = [startsAt, dateOf(Date.parse(startsAt))]
  const now = house.deps.clock.now()
  const note = { id: 'note-1', intakeId: guest.id, staffId: 'x', text: 'WALLWORDS' }
  await house.deps.store.staff.care.addNote(note, now)
  const { personId } = await db.intake.findFirstOrThrow({ where: { id: guest.id } })
  for (const [id, about] of Object.entries(VOICES)) {
    const heard = { id, about, input: id, type: 'audio/ogg', seconds: 1 } as const
    const file = new Uint8Array([79, 103, 103, 83])
    await house.deps.store.voiceMessages.keep({ ...heard, request: guest.id, personId, file }, now)
  }
  for (const { name, role, body } of VISITORS) {
    const scope: Scope = { role, body, centres: [CENTRE] }
    const email = `${role}-${body ?? 'none'}@rsc.example`
    inside.set(name, await house.signedIn({ ...scope, email, name: `Colleague ${body}` }))
    tokens.set(name, await makeToken(house.deps, { ...scope, name: email }))
  }
}, 240_000)
afterAll(() => house.stop())

/** The case as it is before each knock. */
async function lay({ body, urgency }: (typeof CASES)[number]) {
  await house.db.intake.update({
    where: { id: guest.id },
    data: {
      ...{ bodyId: body, takenBy: null, urgency, rank: urgency === 'green' ? 3 : 1 },
      ...{ status: body === null ? 'new' : 'in-care', centreId: CENTRE },
      ...{ callBack: 'phone', calledAt: null, handedAt: null },
    },
  })
}

const ids: Readonly<Record<string, () => string>> = {
  '/intakes/:id': () => guest.id,
  '/bookings/:id': () => guest.booking,
}
const ofCase = staffRoutes.flatMap((route) => {
  const [prefix] = Object.keys(ids).filter((path) => route.path.startsWith(path))
  const { who } = route
  if (!prefix || who === 'open' || who === 'member' || who === 'set-up') return []
  return [{ ...route, who, prefix }]
})
const lists = staffRoutes.filter(({ method, path }) => method === 'get' && !path.includes(':'))
const pathOf = ({ path, prefix }: { path: string; prefix: string }) =>
  `/staff${path.replace(prefix, `${prefix.replace(':id', '')}${ids[prefix]?.()}`)}`.replace(
    /:(\w+)/g,
    'note-1',
  )
// These end the case; whoever may is not asked to.
const ENDS = ['/intakes/:id/erase', '/intakes/:id/cancel']
// There may be nothing under an id where somebody may look.
const BELOW = /:id\/.*:/

// Here stand all residence groups there are, whoever has which.
const NAMES_ALL = ['/admin/mappings/new-funding-line']

function expectOnly(text: string, view: 'whole' | 'front' | null, body: string | null, at: string) {
  if (view !== 'whole') for (const secret of SECRETS) expect(text, at).not.toContain(secret)
  if (view !== 'whole' || body === CITY) expect(text, at).not.toContain(PAPER)
}

test('routes of cases and appointments are found', () => {
  expect(ofCase.length).toBeGreaterThan(20)
  expect(lists.length).toBeGreaterThan(15)
})

describe.each(VISITORS)('$name', ({ name, role, body }) => {
  const holder = { role, body, centres: [CENTRE] }
  const isEver = mayEver(holder, 'see-records')

  test.each(CASES)('before a $urgency case of $body', async (stands) => {
    const visitor = inside.get(name) as Visitor
    await visitor.get('/staff/account')
    const location = { centre: CENTRE, ...stands }
    const view = viewOf(holder, location, 'body')
    await lay(stands)
    for (const route of ofCase) {
      const { method, path, who } = route
      const isAllowed = path === '/intakes/:id' ? view !== null : may(holder, who, location)
      if (isAllowed && ENDS.includes(path)) continue
      const at = `${method} ${path}`
      const to = pathOf(route)
      const answer = await (method === 'get' ? visitor.get(to) : visitor.post(to, {}))
      if (isAllowed && !BELOW.test(path)) expect(answer.status, at).not.toBe(404)
      else if (!isAllowed) expect([404, 403], at).toContain(answer.status)
      expectOnly(answer.text, view, body, at)
      if (isAllowed && method === 'post') await lay(stands)
      if (!isAllowed) expect(answer.text, at).not.toContain(guest.ref)
      if (path.includes('/voice/')) {
        for (const [voice, about] of Object.entries(VOICES)) {
          const heard = await visitor.get(to.replace('note-1', voice))
          const isHeard = view === 'whole' && (body !== CITY || about !== 'document')
          expect(heard.status, `${at} ${voice}`).toBe(isHeard ? 200 : isEver ? 404 : 403)
        }
      }
      if (path === '/intakes/:id' && view === 'whole') {
        for (const secret of SECRETS) expect(answer.text, at).toContain(secret)
        if (body === CITY) expect(answer.text, at).toContain('diesem Träger nicht gezeigt')
        else expect(answer.text, at).toContain(PAPER)
      }
    }
    await lay(stands)
    for (const { path, who } of lists) {
      if (who === 'open' || who === 'set-up') continue
      if (who !== 'member' && !mayEver(holder, who)) continue
      // The encoder is a file of the Worker’s assets, and of nobody.
      if (path.startsWith('/studio/')) continue
      const search = path.startsWith('/intakes') ? [`status=all&q=${guest.ref}`] : []
      for (const query of [`day=${day}&status=all`, ...search]) {
        const { status, text } = await visitor.get(`/staff${path === '/' ? '' : path}?${query}`)
        expect(status, path).toBeLessThan(400)
        if (!NAMES_ALL.includes(path)) expectOnly(text, view, body, `get ${path}`)
        // That a seat is taken, and by which code, is on the page of the day alone; a search has what was typed.
        const isNamed = path === '/' || query.includes('q=')
        if (view === null && !isNamed) expect(text, path).not.toContain(guest.ref)
        if (view === null) expect(text, path).not.toContain(guest.id)
      }
    }
    const page = await visitor.get(`/staff?day=${day}`)
    if (!isEver) {
      expect(page.text).not.toContain(guest.ref)
    } else if (body === null) {
      expect(page.text).not.toContain(guest.ref)
      expect(page.text).toContain('gehört noch zu keinem Träger')
    } else {
      expect(page.text).toContain(guest.ref)
      expect(page.text.includes('Bei einem anderen Träger')).toBe(view === null)
    }
  })

  test.each(CASES)('as a machine, before a $urgency case of $body', async (stands) => {
    await lay(stands)
    const location = { centre: CENTRE, ...stands }
    const view = viewOf(holder, location, 'body')
    const ask = async (path: string) => {
      const headers = { Authorization: `Bearer ${tokens.get(name)}` }
      const answer = await house.app.request(`/api/v1${path}`, { headers })
      return { status: answer.status, text: await answer.text() }
    }
    const until = new Date(atWall(day, 0) + 3 * 86_400_000).toISOString()
    const from = new Date(Date.parse(seat) - 86_400_000).toISOString()
    const voices = Object.keys(VOICES).map((voice) => `/intakes/${guest.id}/voice/${voice}`)
    for (const [nth, path] of voices.entries()) {
      const isHeard = view === 'whole' && (body !== CITY || nth === 0)
      expect((await ask(path)).status, path).toBe(isHeard ? 200 : isEver ? 404 : 403)
    }
    const paths = ['/intakes', `/intakes/${guest.id}`, `/appointments?from=${from}&until=${until}`]
    for (const path of paths) {
      const { status, text } = await ask(path)
      expect(status, path).toBe(!isEver ? 403 : view === null && path === paths[1] ? 404 : 200)
      expectOnly(text, view, body, path)
      if (view === null) expect(text, path).not.toContain(guest.ref)
      else expect(text, path).toContain(guest.ref)
      if (view !== null && path === paths[1])
        expect(JSON.parse(text)).toMatchObject({ shown: view })
      if (view === 'whole' && path === paths[1] && body === CITY) {
        const { questions, residenceDocument } = JSON.parse(text)
        expect(residenceDocument).toBeNull()
        const paper = questions.find(({ id }: { id: string }) => id === 'document')
        expect(paper.outcome).toBe('not-shown')
      }
    }
  })
})
