// Barriers at the desk: told by everybody who is in, read and settled by administrators alone.

import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import type { Mail } from '../../src/domain/people/notices.ts'
import type { Role } from '../../src/domain/people/rights.ts'
import { currentCity } from '../../src/flows/city.ts'
import { eraseAgain, erasedHashes } from '../../src/flows/upkeep/erase-again.ts'
import { eraseDue } from '../../src/flows/upkeep/erase-due.ts'
import { createTick } from '../../src/flows/upkeep/run-tick.ts'
import { createActor } from '../support/actor.ts'
import { duisburg } from '../support/duisburg.ts'
import { type House, openHouse } from '../support/staff-house.ts'
import { introduce } from '../support/talks.ts'

const MAIL = 'barrieren@stadt.example'
const city = duisburg()
const profile = {
  ...city,
  accessibility: { ...city.accessibility, contact: { mail: MAIL } },
}
const DAY = 86_400_000

let house: House
beforeEach(async () => {
  house = await openHouse(profile)
})
afterEach(() => house.stop())

const PAGE = '/staff/barriers'
const TEXT = 'Die Tabelle <der Woche> liest sich nicht vor.'
const signedIn = (role: Role) =>
  house.signedIn({
    email: `${role}@rsc.example`,
    role,
    ...(role === 'administrator' ? { centres: [] } : {}),
  })
async function told(text = TEXT, reach = '0203 5551234') {
  const anna = await house.signedIn({ email: `anna${house.clock.at}@rsc.example` })
  const form = await anna.get(`${PAGE}/new`)
  const id = /name="id" value="([^"]+)"/.exec(form.text)?.[1] ?? ''
  const answer = await anna.post(`${PAGE}/new`, { id, text, reach })
  return { anna, id, answer }
}
const rows = () => house.db.barrierReport.findMany({ orderBy: { createdAt: 'asc' } })
const audited = async (action: string) =>
  await house.db.audit.count({ where: { action, outcome: 'done' } })

test('each of staff tells by a link below every page, and nobody is named by it', async () => {
  const { anna, id, answer } = await told()
  expect((await anna.get('/staff')).text).toContain(`href="${PAGE}/new"`)
  expect(answer).toMatchObject({ status: 303, location: `${PAGE}/new?told=yes` })
  expect((await anna.get(`${PAGE}/new?told=yes`)).text).toContain('Ihre Meldung ist da')
  await anna.post(`${PAGE}/new`, { id, text: TEXT, reach: '0203 5551234' })
  const [row, ...others] = await rows()
  expect(others).toEqual([])
  expect(row).toMatchObject({ channel: 'staff', personId: null, language: 'de' })
  expect(JSON.stringify(row)).not.toMatch(/Tabelle|5551234/)
  expect(JSON.stringify(row)).not.toContain(anna.id)
})

test.each([
  ['', '', 'text'],
  ['x'.repeat(2001), '', 'text'],
  ['klein', 'y'.repeat(121), 'reach'],
])('what is nothing or too long is refused where it was typed', async (text, reach, field) => {
  const { answer } = await told(text, reach)
  expect(answer.status).toBe(400)
  expect(answer.text).toContain(`id="fault-${field}"`)
  expect(answer.text).toContain(text === '' ? 'name="text"' : text)
  expect(await rows()).toEqual([])
})

describe('the administrator', () => {
  it('reads them, which is noted, answers where somebody said how, settles, opens again and erases', async () => {
    await told()
    house.clock.at += 1000
    const admin = await signedIn('administrator')
    const { text } = await admin.get(PAGE)
    expect(text).toContain('Die Tabelle &lt;der Woche&gt; liest sich nicht vor.')
    expect(text).toContain('0203 5551234')
    expect(text).toContain('Dashboard · Deutsch · Antwort bis 03.01.2027')
    const [row] = await rows()
    expect(await house.db.audit.findMany({ where: { action: 'see-barriers' } })).toMatchObject([
      { staffId: admin.id, subject: row?.id, outcome: 'done', centreId: null },
    ])
    expect((await admin.get('/staff/open')).text).toContain('Eine gemeldete Barriere ist offen.')
    const one = `${PAGE}/${row?.id}`
    expect(await admin.post(one, { act: 'settled' })).toMatchObject({ status: 303, location: PAGE })
    expect((await admin.get('/staff/open')).text).not.toContain('gemeldete Barriere')
    expect((await admin.get(PAGE)).text).toContain('erledigt am')
    await admin.post(one, { act: 'reopened' })
    expect((await rows())[0]?.settledAt).toBeNull()
    await admin.post(one, { act: 'erased' })
    expect(await rows()).toEqual([])
    expect((await admin.post(one, { act: 'settled' })).status).toBe(404)
    expect((await admin.post(one, { act: 'sold' })).status).toBe(409)
    for (const action of ['barrier-settled', 'barrier-reopened', 'barrier-erased']) {
      expect(await audited(action)).toBe(1)
    }
  })

  it('finds nothing where nobody has told of one, and no line is written', async () => {
    const admin = await signedIn('administrator')
    expect((await admin.get(PAGE)).text).toContain('Es ist keine Meldung offen.')
    expect(await audited('see-barriers')).toBe(0)
  })
})

test.each(['counsellor', 'lead', 'coordinator', 'volunteer', 'data-protection'] as const)(
  'a %s reads and settles none, and may tell of one',
  async (role) => {
    await told()
    const [row] = await rows()
    const visitor = await signedIn(role)
    expect((await visitor.get(PAGE)).status).toBe(403)
    expect((await visitor.get(`${PAGE}/new`)).status).toBe(200)
    for (const act of ['settled', 'erased']) {
      expect((await visitor.post(`${PAGE}/${row?.id}`, { act })).status).toBe(403)
    }
    expect(await rows()).toMatchObject([{ settledAt: null }])
  },
)

describe('the mail that says that there is one', () => {
  const mails: Mail[] = []
  // Here, where the mail is noted, whichever engine the pages run on.
  const ticks = () => createTick(house.deps, {})()
  beforeEach(() => {
    mails.length = 0
    house.deps.mail = async (mail) => {
      mails.push(mail)
      return { of: 'sent', messageId: 0 }
    }
  })

  it('goes to whom the declaration names, once, and holds nothing of it', async () => {
    await told()
    await ticks()
    await ticks()
    expect(mails).toMatchObject([{ to: MAIL, subject: 'Lotse: Barriere gemeldet, Dashboard' }])
    expect(JSON.stringify(mails)).not.toMatch(/Tabelle|5551234/)
  })

  it('does not go for what was settled before it left', async () => {
    await told()
    const [row] = await rows()
    const admin = await signedIn('administrator')
    await admin.post(`${PAGE}/${row?.id}`, { act: 'settled' })
    await ticks()
    expect(mails).toEqual([])
  })
})

describe('how long one is kept', () => {
  const erase = async () => eraseDue(house.deps, await currentCity(house.deps))
  const { contentDays, auditMonths } = city.retention

  it('until so many days after it is settled', async () => {
    await told()
    const [row] = await rows()
    await house.deps.store.barriers.settle(row?.id ?? '', house.clock.at)
    house.clock.at += contentDays * DAY
    await erase()
    expect(await rows()).toHaveLength(1)
    house.clock.at += DAY
    expect(await erase()).toMatchObject({ barriers: 1 })
    expect(await rows()).toEqual([])
  })

  it('open ones until the audit is pruned, many of them at once', async () => {
    await told()
    const { barriers } = house.deps.store
    for (let nth = 0; nth < 90; nth++) {
      const report = {
        id: `r${nth}`,
        input: `form:${nth}`,
        personId: null,
        channel: 'web' as const,
      }
      await barriers.add(
        { ...report, language: 'ar', barrier: { text: 'x' } },
        'barrier-mail',
        house.clock.at,
      )
    }
    house.clock.at += (auditMonths - 1) * 30 * DAY
    expect(await erase()).toMatchObject({ barriers: 0 })
    house.clock.at += 70 * DAY
    expect(await erase()).toMatchObject({ barriers: 91 })
  })

  it('keeps the person who told of it, and nobody else, so that they can delete it', async () => {
    const user = createActor(house.world)
    await introduce(user)
    await user.sends('/barrier')
    await user.sends(TEXT)
    const other = createActor(house.world, { name: 'Azad' })
    await introduce(other)
    house.clock.at += 9 * DAY
    await erase()
    await erase()
    expect(await house.db.person.count()).toBe(1)
    expect(await rows()).toHaveLength(1)
    const [row] = await rows()
    await house.deps.store.barriers.settle(row?.id ?? '', house.clock.at)
    house.clock.at += (contentDays + 1) * DAY
    await erase()
    expect([await house.db.person.count(), await house.db.barrierReport.count()]).toEqual([0, 0])
  })

  it('is erased again after a backup from before has been brought back', async () => {
    await told()
    const [row] = await rows()
    await house.deps.store.barriers.erase([row?.id ?? ''], house.clock.at)
    const hashes = await erasedHashes(house.deps)
    if (!row) throw new Error('none was told of')
    await house.db.barrierReport.createMany({ data: row })
    await eraseAgain(house.deps, hashes)
    expect(await rows()).toEqual([])
  })
})

test('a cry for help stands first among them and is marked, until it is settled', async () => {
  await told()
  house.clock.at += 60_000
  await told('mein mann schlägt mich', '')
  const administrator = await signedIn('administrator')
  const { text } = await administrator.get(PAGE)
  expect(text.indexOf('Hilferuf')).toBeGreaterThan(-1)
  expect(text.indexOf('Hilferuf')).toBeLessThan(text.indexOf('Tabelle'))
  expect(text.match(/Hilferuf/g)).toHaveLength(1)
})
