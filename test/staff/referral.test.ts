import { afterEach, beforeEach, expect, test } from 'vitest'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.stop())

const word = (language: string, key: string) => house.deps.i18n.t(language, { key }, 0)
const referralOf = (intakeId: string) =>
  house.db.referral.findFirstOrThrow({ where: { intakeId }, orderBy: { createdAt: 'desc' } })

/** A guest who reads Sorani, referred to Caritas by Anna; the message has gone out. */
async function referred(more: Record<string, string> = { 'agreed-contact': 'yes' }) {
  const guest = await guestBooks(house, { language: 'ckb' })
  const anna = await house.signedIn({ email: 'anna@rsc.example' })
  const path = `/staff/intakes/${guest.id}`
  await anna.get(path)
  const form = { id: 'referral-0001', target: 'caritas', ...more }
  expect((await anna.post(`${path}/refer`, form)).status).toBe(303)
  expect((await anna.post(`${path}/refer`, form)).status).toBe(303)
  await house.tick()
  return { guest, anna, path, slip: `${path}/referrals/referral-0001/slip` }
}

test('the person is asked once, and the message names neither target nor topic', async () => {
  const { guest } = await referred()
  const asked = guest.user
    .messages()
    .filter(({ text }) => text?.includes(word('ckb', 'referral.message')))
  expect(asked).toHaveLength(1)
  expect(asked[0]?.text).not.toContain('Caritas')
  await guest.user.taps(word('ckb', 'referral.button.look'))
  const question = guest.user.sees('Caritas').text
  expect(question).toContain(word('ckb', 'referral.pass.contact'))
  expect(question).not.toContain(word('ckb', 'referral.pass.record'))
})

test('the same one is there once: pressed by two at once, and by a form that was made anew', async () => {
  const { guest, anna, path } = await referred()
  const ben = await house.signedIn({ email: 'ben@rsc.example', name: 'Ben Test' })
  await ben.get(path)
  const same = { target: 'caritas', 'agreed-contact': 'yes' }
  const sent = await Promise.all([
    anna.post(`${path}/refer`, { id: 'referral-0002', ...same }),
    ben.post(`${path}/refer`, { id: 'referral-0003', ...same }),
  ])
  expect(sent.map(({ status }) => status)).toEqual([303, 303])
  expect(await house.db.referral.count({ where: { intakeId: guest.id } })).toBe(1)
  await house.tick()
  const asked = guest.user
    .messages()
    .filter(({ text }) => text?.includes(word('ckb', 'referral.message')))
  expect(asked).toHaveLength(1)
  // Elsewhere at once, by two.
  const target = { target: 'jobcenter' }
  await Promise.all([
    anna.post(`${path}/refer`, { id: 'referral-0004', ...target }),
    ben.post(`${path}/refer`, { id: 'referral-0005', ...target }),
  ])
  expect(await house.db.referral.count({ where: { target: 'jobcenter' } })).toBe(1)
})

test('with more passed on, elsewhere by the same form, or after a no, it is another one', async () => {
  const { guest, anna, path } = await referred()
  const count = () => house.db.referral.count({ where: { intakeId: guest.id } })
  const caritas = { target: 'caritas', 'agreed-contact': 'yes' }
  await anna.post(`${path}/refer`, { id: 'referral-0002', ...caritas, 'agreed-record': 'yes' })
  expect(await count()).toBe(2)
  // Gone back to, and sent again with other words.
  await anna.post(`${path}/refer`, { id: 'referral-0001', target: 'jobcenter' })
  expect(await count()).toBe(3)
  expect(await house.db.referral.count({ where: { target: 'jobcenter' } })).toBe(1)
  await house.db.referral.updateMany({ data: { answer: 'no' } })
  await anna.post(`${path}/refer`, { id: 'referral-0006', ...caritas })
  expect(await count()).toBe(4)
  await house.db.referral.updateMany({ data: { answer: 'yes', outcome: 'arrived' } })
  await anna.post(`${path}/refer`, { id: 'referral-0007', ...caritas })
  expect(await count()).toBe(5)
})

test('a yes is noted with the text it was given to, and staff see it', async () => {
  const { guest, anna, path } = await referred()
  expect((await anna.get(path)).text).toContain('noch nicht beantwortet')
  await guest.user.taps(word('ckb', 'referral.button.look'))
  await guest.user.taps(word('ckb', 'lobby.consent.button.agree'))
  guest.user.sees(word('ckb', 'referral.noted.yes'))
  const { answer, textHash } = await referralOf(guest.id)
  expect(answer).toBe('yes')
  expect(textHash).toMatch(/^[0-9a-f]{64}$/)
  expect((await anna.get(path)).text).toContain('zugestimmt')
})

test('a no can follow a yes; then there is no sheet any more', async () => {
  const { guest, anna, path, slip } = await referred()
  await guest.user.taps(word('ckb', 'referral.button.look'))
  await guest.user.taps(word('ckb', 'lobby.consent.button.agree'))
  expect((await anna.get(slip)).status).toBe(200)
  await guest.user.taps(word('ckb', 'lobby.consent.button.decline'))
  guest.user.sees(word('ckb', 'referral.noted.no'))
  expect((await referralOf(guest.id)).answer).toBe('no')
  expect((await anna.get(slip)).status).toBe(404)
  expect((await anna.get(path)).text).toContain('nichts weitergeben')
})

test('the sheet is in both languages and holds no answer of the person', async () => {
  const { guest, anna, slip } = await referred()
  const { status, text } = await anna.get(slip)
  expect(status).toBe(200)
  expect(text).toMatch(/<section class="card" lang="de" dir="ltr">/)
  expect(text).toMatch(/<section class="card" lang="ckb" dir="rtl">/)
  for (const [language, key] of [
    ['de', 'referral.slip.title'],
    ['ckb', 'referral.slip.title'],
    ['ckb', 'referral.slip.signature'],
  ] as const)
    expect(text).toContain(word(language, key))
  expect(text.split('Caritas')).toHaveLength(3)
  expect(text).toContain(guest.ref)
  expect(text).not.toContain('Wohnen')
  const printed = await house.db.audit.count({ where: { action: 'print-referral' } })
  expect(printed).toBe(1)
})

test('the outcome is noted, and closes the question for the person', async () => {
  const { guest, anna, path } = await referred()
  const outcome = `${path}/referrals/referral-0001/outcome`
  expect((await anna.post(outcome, { outcome: 'lost' })).status).toBe(409)
  expect((await anna.post(outcome, { outcome: 'taken-on' })).status).toBe(303)
  expect((await anna.get(path)).text).toContain('wurde aufgenommen')
  await guest.user.taps(word('ckb', 'referral.button.look'))
  guest.user.sees(word('ckb', 'referral.none'))
})

test('nobody answers for somebody else, and no request leads to another one’s referral', async () => {
  const { anna, path } = await referred()
  const other = await guestBooks(house, { language: 'de' })
  await other.user.tapsData('1~rf~referral-0001~yes')
  expect(await house.db.referral.count({ where: { answer: 'yes' } })).toBe(0)
  const astray = `/staff/intakes/${other.id}/referrals/referral-0001`
  await anna.get(path)
  expect((await anna.get(`${astray}/slip`)).status).toBe(404)
  expect((await anna.post(`${astray}/outcome`, { outcome: 'arrived' })).status).toBe(404)
})

test('an offer that runs can be what the person is referred to, one that has ended cannot', async () => {
  const { guest, anna, path } = await referred({ target: 'kim' })
  await guest.user.taps(word('ckb', 'referral.button.look'))
  guest.user.sees('Kommunales Integrationsmanagement (KIM), Fallmanagement')
  const { text } = await anna.get(path)
  expect(text).toContain('<option value="kim">')
  expect(text).not.toContain('<option value="gemeinsam-klappts">')
  const late = { id: 'referral-0002', target: 'gemeinsam-klappts' }
  expect((await anna.post(`${path}/refer`, late)).status).toBe(409)
  expect(await house.db.referral.count()).toBe(1)
})

test('where nothing would be passed on, that is what is said', async () => {
  const { guest } = await referred({})
  await guest.user.taps(word('ckb', 'referral.button.look'))
  expect(guest.user.sees('Caritas').text).toContain(word('ckb', 'referral.passes-nothing'))
})
