import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePerson } from '../../src/flows/sign-in/change-account.ts'
import { type House, keyIn, openHouse, PASSWORD, type Visitor } from '../support/staff-house.ts'

let house: House
let chief: Visitor & { id: string }
beforeAll(async () => {
  house = await openHouse()
  const role = { role: 'administrator', centres: [], body: null } as const
  chief = await house.signedIn({ email: 'chief@rsc.example', name: 'Chief', ...role })
})
afterAll(() => house.stop())

/** Somebody signed in, and an administrator with the list of accounts open. */
async function watched(email: string) {
  const anna = await house.signedIn({ email, name: 'Anna' })
  await chief.get('/staff/admin/staff')
  return anna
}

const linkIn = (page: string) => new URL(/class="key">([^<]+)</.exec(page)?.[1] ?? '').pathname

const wanted = {
  ...{ name: 'Berta Neu', role: 'lead', 'centre-hamborn': 'on', body: 'drk', language: 'de' },
}

const written = async (action: string, subject: string) =>
  (await house.db.audit.findMany({ where: { action, subject } })).map(({ outcome, staffId }) => ({
    outcome,
    staffId,
  }))

async function comesBy(link: string, email: string) {
  const visitor = house.visit()
  await visitor.post(link, { password: PASSWORD, repeat: PASSWORD })
  const { location } = await visitor.post('/staff/sign-in', { email, password: PASSWORD })
  return Object.assign(visitor, { location })
}

test('the list shows who is in, who was invited and who is out', async () => {
  const anna = await watched('list@rsc.example')
  await chief.post('/staff/admin/staff', { ...wanted, email: 'invited@rsc.example' })
  await chief.post(`/staff/admin/staff/${anna.id}/close`, {})
  const { text } = await chief.get('/staff/admin/staff')
  expect(text.replace(/\s+/g, ' ')).toMatch(/Berta Neu.*eingeladen.*Chief.*mit zweitem Faktor/)
  expect(text).toMatch(/Anna[\s\S]*gesperrt/)
})

test('an invitation is a link that is shown once and opens the account', async () => {
  const email = 'berta@rsc.example'
  await chief.get('/staff/admin/staff/new')
  const shown = await chief.post('/staff/admin/staff', { ...wanted, email: 'Berta@RSC.example ' })
  expect(shown.status).toBe(200)
  const link = linkIn(shown.text)
  const { text } = await chief.get('/staff/admin/staff')
  expect(text).not.toContain('/staff/invite/')
  const berta = await comesBy(link, email)
  expect(berta.location).toBe('/staff')
  const stored = await house.db.staff.findUniqueOrThrow({ where: { email } })
  expect(stored).toMatchObject({ name: 'Berta Neu', role: 'lead', centres: '["hamborn"]' })
  expect(await written('invite-staff', stored.id)).toEqual([{ outcome: 'done', staffId: chief.id }])
})

test.each([
  [{ email: 'nonsense' }, 'E-Mail-Adresse'],
  [{ email: 'chief@rsc.example' }, 'hat schon ein Konto'],
  [{ name: ' ' }, 'Namen'],
  [{ name: '\u200b' }, 'höchstens 100 Zeichen'],
  [{ name: 'x'.repeat(500) }, 'höchstens 100 Zeichen'],
  [{ email: `${'x'.repeat(500)}@b.example` }, 'E-Mail-Adresse'],
  [{ language: 'fr' }, 'Deutsch oder Englisch'],
  [{ 'centre-hamborn': '', role: 'lead', 'centre-nowhere': 'on' }, 'Angaben'],
  [{ role: 'king' }, 'Angaben'],
  [{ body: 'nobody' }, 'Angaben'],
  [{ body: '' }, 'immer zu einem Träger'],
])('an invitation with %j is refused and what was typed stays', async (change, why) => {
  await chief.get('/staff/admin/staff/new')
  const before = await house.db.staff.count()
  const form = { ...wanted, email: 'refused@rsc.example', ...change }
  const answer = await chief.post('/staff/admin/staff', form)
  expect(answer.status).toBe(400)
  expect(answer.text).toContain(why)
  expect(answer.text).toContain(`value="${form.email}"`)
  const isAddress = form.email !== 'nonsense'
  if (isAddress) expect(answer.text).not.toContain('Bitte geben Sie eine E-Mail-Adresse an')
  expect(await house.db.staff.count()).toBe(before)
})

test('a lead without a centre is refused', async () => {
  const form = { name: 'Berta', role: 'lead', body: '', email: 'refused@rsc.example' }
  const answer = await chief.post('/staff/admin/staff', form)
  expect(answer.text).toContain('mindestens eine Beratungsstelle')
})

test('another role holds from the next page on', async () => {
  const anna = await watched('role@rsc.example')
  expect((await anna.get('/staff/utilisation')).status).toBe(403)
  const saved = await chief.post(`/staff/admin/staff/${anna.id}`, wanted)
  expect((await chief.get(saved.location ?? '')).text).toContain('Gespeichert')
  expect((await anna.get('/staff/utilisation')).status).toBe(200)
  expect((await anna.get('/staff/account')).text).toContain('Hamborn')
  expect(await written('change-staff', anna.id)).toMatchObject([{ outcome: 'done' }])
})

test('access that is taken away ends sessions and links at once, and can be given back', async () => {
  const anna = await watched('away@rsc.example')
  const { text } = await chief.post(`/staff/admin/staff/${anna.id}/link`, {})
  await chief.post(`/staff/admin/staff/${anna.id}/close`, {})
  expect((await anna.get('/staff')).status).toBe(401)
  expect((await house.visit().get(linkIn(text))).status).toBe(404)
  expect(await house.db.staffSession.count({ where: { userId: anna.id } })).toBe(0)
  expect((await chief.post(`/staff/admin/staff/${anna.id}/link`, {})).status).toBe(404)
  await chief.post(`/staff/admin/staff/${anna.id}/reopen`, {})
  const answer = await house
    .visit()
    .post('/staff/sign-in', { email: 'away@rsc.example', password: PASSWORD })
  expect(answer.location).toBe('/staff/sign-in/code')
})

test('a new link ends the one before it and keeps the second factor', async () => {
  const anna = await watched('link@rsc.example')
  const first = linkIn((await chief.post(`/staff/admin/staff/${anna.id}/link`, {})).text)
  const second = linkIn((await chief.post(`/staff/admin/staff/${anna.id}/link`, {})).text)
  expect((await house.visit().get(first)).status).toBe(404)
  expect((await comesBy(second, 'link@rsc.example')).location).toBe('/staff/sign-in/code')
})

test('a reset ends sessions, factor and password: only the new link leads in', async () => {
  const anna = await watched('reset@rsc.example')
  const shown = await chief.post(`/staff/admin/staff/${anna.id}/second-factor`, {})
  expect((await anna.get('/staff')).status).toBe(401)
  const finder = await house
    .visit()
    .post('/staff/sign-in', { email: 'reset@rsc.example', password: PASSWORD })
  expect(finder.status).toBe(401)
  const back = await comesBy(linkIn(shown.text), 'reset@rsc.example')
  expect(back.location).toBe('/staff')
  const key = keyIn((await back.get('/staff/second-factor')).text)
  await back.post('/staff/second-factor', { code: await house.codeOf(key) })
  expect((await back.get('/staff')).status).toBe(200)
  expect(await written('reset-second-factor', anna.id)).toMatchObject([{ outcome: 'done' }])
})

const refusals = () => house.db.audit.findMany({ where: { staffId: chief.id, outcome: 'refused' } })

test.each(['', '/close', '/link', '/second-factor', '/reopen'])(
  'nobody does this to their own account: %s',
  async (path) => {
    await chief.get('/staff/admin/staff')
    const before = (await refusals()).length
    const answer = await chief.post(`/staff/admin/staff/${chief.id}${path}`, wanted)
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Das ist Ihr eigenes Konto')
    expect((await chief.get('/staff/admin/staff')).status).toBe(200)
    expect(await refusals()).toHaveLength(before + 1)
  },
)

test('an account that does not exist is not found', async () => {
  await chief.get('/staff/admin/staff')
  expect((await chief.get('/staff/admin/staff/nobody')).status).toBe(404)
  expect((await chief.post('/staff/admin/staff/nobody/close', {})).status).toBe(404)
})

test('two administrators who end each other at the same moment leave one', async () => {
  const email = 'second@rsc.example'
  const other = await house.signedIn({ email, role: 'administrator', centres: [], body: null })
  const holder = { role: 'administrator', centres: [], body: null, client: 'x' } as const
  const at = (id: string) => ({
    deps: house.deps,
    signIn: house.signIn,
    actor: { ...holder, id },
  })
  const outcomes = await Promise.all([
    closePerson(at(chief.id), other.id),
    closePerson(at(other.id), chief.id),
  ])
  expect(outcomes.toSorted()).toEqual(['done', 'last'])
  const left = { where: { role: 'administrator', disabledAt: null } }
  expect(await house.db.staff.count(left)).toBe(1)
})
