import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Actor, createActor } from '../support/actor.ts'
import { duisburgInGroups } from '../support/duisburg.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'
import { sendsAtDesk } from '../support/staff-writes.ts'
import { introduce } from '../support/talks.ts'

let house: House
beforeEach(async () => {
  house = await openHouse(duisburgInGroups())
})
afterEach(() => house.stop())

const MINUTE = 60_000
const anna = () => house.signedIn({ email: 'anna@rsc.example' })

/** The request made last. */
async function lastRequest() {
  const rows = await house.db.$queryRawUnsafe<{ id: string; ref: string; centreId: string }[]>(
    'SELECT "id", "ref", "centreId" FROM "Intake" WHERE "ref" IS NOT NULL ORDER BY "createdAt" DESC, rowid DESC LIMIT 1',
  )
  const [found] = rows
  if (!found) throw new Error('nobody has asked for anything')
  return found
}

/** Somebody types that they are beaten and asks to be written to. */
async function inDanger(words = 'Mein Mann schlägt mich') {
  const user = createActor(house.world)
  await introduce(user)
  await user.sends(words)
  await user.taps('Melden Sie sich bei mir')
  await user.taps('Hier schreiben')
  await user.tapsData('1~sf~chat~morning')
  return { user, ...(await lastRequest()) }
}

test('the record of who went on from their own words says so, and when it is safe', async () => {
  const { id } = await inDanger()
  const { text } = await (await anna()).get(`/staff/intakes/${id}`)
  expect(text).toContain('Akute Gefahr')
  expect(text).toContain('mit eigenen Worten: Gewalt oder Drohung')
  expect(text).toMatch(/Sicher erreichbar<\/dt><dd><span aria-hidden="true">🌅 <\/span>vormittags/)
  expect(text).not.toContain('schlägt')
})

test('what nobody has opened stands on top of the day with its reason, until somebody opens it', async () => {
  const { id, ref } = await inDanger()
  const visitor = await anna()
  const day = await visitor.get('/staff')
  expect(day.text).toMatch(
    new RegExp(`Dringend und noch nicht geöffnet[\\s\\S]*${ref}[\\s\\S]*Gewalt oder Drohung`),
  )
  await visitor.get(`/staff/intakes/${id}`)
  expect((await visitor.get('/staff')).text).not.toContain('noch nicht geöffnet')
})

/** Somebody with a time, whose request is taken over. */
async function inCare() {
  const guest = await guestBooks(house, { language: 'de' })
  const visitor = await anna()
  await visitor.post(`/staff/intakes/${guest.id}/take`, {})
  house.clock.at += MINUTE
  const urgency = async () =>
    (await house.db.intake.findFirst({ where: { id: guest.id } }))?.urgency ?? null
  return { ...guest, visitor, urgency }
}

/** On through what can be told after the time, as far as this question. */
async function asksFor(user: Actor, question: string) {
  await user.tapsData('1~de')
  if (!offers(user, '1~sk~')) await user.tapsData('1~dy')
  for (let nth = 0; nth < 12 && !offers(user, `1~sk~${question}`); nth++) {
    await user.tapsData(/~sk~/)
  }
}
const offers = (user: Actor, code: string) =>
  JSON.stringify(user.screen()?.reply_markup ?? {}).includes(code)

const CRY = 'mein mann schlägt mich'

test('a cry that is kept as a note makes its request red at once, and who lists it reads no word', async () => {
  const { heard } = await teamOf('hochfeld')
  const { user, id, ref, urgency, visitor } = await inCare()
  await house.tick()
  expect(await urgency()).toBe('green')
  const before = heard().length
  const pulse = () => house.deps.store.staff.inbox.pulse('duisburg', ['hochfeld'], house.clock.at)
  const was = await pulse()
  await asksFor(user, 'note')
  await user.sends(CRY)
  user.sees(house.deps.i18n.t('de', { key: 'danger.heard' }, 0))
  for (const key of ['time', 'walk-in', 'call-back', 'hide']) {
    const label = house.deps.i18n.t('de', { key: `danger.button.${key}` }, 0)
    expect(JSON.stringify(user.screen()?.reply_markup)).toContain(label)
  }
  expect(await urgency()).toBe('red')
  expect(await pulse()).not.toBe(was)
  const { text } = await visitor.get('/staff/intakes?box=mine')
  expect(text).toContain('mit eigenen Worten: Gewalt oder Drohung')
  expect(text).not.toContain('schlägt')
  await house.tick()
  expect(heard().slice(before)).toEqual([`${ref}, Hochfeld, akute Gefahr`])
  house.clock.at += 30 * MINUTE
  await house.tick()
  expect(heard().at(-1)).toBe(`${ref}, Hochfeld, akute Gefahr, noch nicht geöffnet`)
  expect((await visitor.get(`/staff/intakes/${id}`)).text).toContain(CRY)
})

test('an everyday sentence there changes nothing, and nobody is called by a cry', async () => {
  const { user, id, urgency, visitor } = await inCare()
  await asksFor(user, 'note')
  await user.sends('Ich habe morgens Deutschkurs und ein krankes Kind.')
  expect(await urgency()).toBe('green')
  await asksFor(user, 'alias')
  await user.sends(CRY)
  user.sees('110')
  await user.sends('زوجي يضربني')
  user.sees('110')
  const kept = await house.db.intake.findFirst({ where: { id } })
  expect(kept?.urgency).toBe('green')
  const { text } = await visitor.get(`/staff/intakes/${id}`)
  expect(text).not.toContain('schlägt')
  expect(text).not.toContain('زوجي')
})

test('a cry as an answer to staff makes the request red that they wrote about', async () => {
  const { user, id, urgency, visitor } = await inCare()
  await sendsAtDesk(visitor, `/staff/intakes/${id}`, 'free', 'Bitte bringen Sie den Brief mit.')
  await house.tick()
  await user.sends(CRY)
  expect(await house.db.reply.count({ where: { intakeId: id } })).toBe(1)
  expect(await urgency()).toBe('red')
})

test('a cry as an answer about an earlier request makes that one red, too', async () => {
  const { heard } = await teamOf('hochfeld')
  const { user, id, ref, urgency, visitor } = await inCare()
  await sendsAtDesk(visitor, `/staff/intakes/${id}`, 'free', 'Bitte bringen Sie den Brief mit.')
  await house.tick()
  await user.sends('/appointment')
  await user.tapsData('1~ca')
  await user.tapsData(/~cy~/)
  await user.tapsData('1~ne')
  await user.sends(CRY)
  expect(await house.db.reply.count({ where: { intakeId: id } })).toBe(1)
  expect(await urgency()).toBe('red')
  await house.tick()
  expect(heard()).toContain(`${ref}, Hochfeld, akute Gefahr`)
  expect((await visitor.get('/staff/intakes?box=mine')).text).toContain('Gewalt oder Drohung')
})

test('red stands before orange, and another centre sees neither', async () => {
  const letter = await guestBooks(house, { urgent: 'yes', language: 'de' })
  const { ref } = await inDanger()
  const { text } = await (await anna()).get('/staff')
  const top = text.slice(text.indexOf('noch nicht geöffnet'), text.indexOf('</section>'))
  expect(top.indexOf(ref)).toBeGreaterThan(-1)
  expect(top.indexOf(letter.ref)).toBeGreaterThan(top.indexOf(ref))
  expect(top).toContain('Schreiben mit Frist oder Termin')
  const cem = await house.signedIn({ email: 'cem@rsc.example', centres: ['rheinhausen'] })
  expect((await cem.get('/staff')).text).not.toContain('noch nicht geöffnet')
})

test('a child alone stands on top with the reason, and SGB VIII is suggested', async () => {
  const user = createActor(house.world)
  await introduce(user)
  await user.taps('Ja, dringend')
  await user.tapsData('1~an~reason~minor')
  await user.taps('Melden Sie sich bei mir')
  await user.taps('Hier schreiben')
  await user.tapsData('1~sf~chat~afternoon')
  user.sees(house.deps.i18n.t('de', { key: 'centres.sent.title' }, 0))
  const { id, ref } = await lastRequest()
  const visitor = await anna()
  const { text } = await visitor.get('/staff')
  expect(text).toMatch(
    new RegExp(`noch nicht geöffnet[\\s\\S]*${ref}[\\s\\S]*unter 18 und allein hier`),
  )
  const record = await visitor.get(`/staff/intakes/${id}`)
  expect(record.text).toContain('SGB VIII')
  expect(record.text).toMatch(/Sicher erreichbar[\s\S]*nachmittags/)
})

test('the list says why a request is urgent, and never why one is not', async () => {
  await guestBooks(house, { urgent: 'yes', language: 'de' })
  await guestBooks(house, { language: 'de' })
  const { text } = await (await anna()).get('/staff/intakes')
  expect(text.match(/Schreiben mit Frist oder Termin/g)).toHaveLength(1)
})

test('which language is spoken nobody concludes from the one that is read', async () => {
  const user = createActor(house.world)
  await introduce(user)
  await user.taps('Ja, dringend')
  await user.tapsData('1~an~reason~letter')
  await user.tapsData(/~tm~hochfeld/)
  await user.tapsData(/~bo~/)
  const visitor = await anna()
  const lists = [await visitor.get('/staff/intakes'), await visitor.get('/staff?day=2026-11-23')]
  for (const { text } of lists) {
    expect(text).toContain('nicht gefragt')
    expect(text).not.toContain('Lesesprache)')
  }
})

/** The team of a centre in its group. */
async function teamOf(centre: string) {
  const lea = await house.signedIn({ email: 'lead@rsc.example', role: 'lead', centres: [centre] })
  await lea.get('/staff/notices')
  const page = await lea.post(`/staff/notices/${centre}/code`, {})
  const code = /link_[0-9a-f]{24}/.exec(page.text)?.[0] ?? ''
  const group = house.world.group({ title: 'Team' })
  const member = createActor(house.world, { name: 'Lea', group })
  await member.sends(`/start@lotse_demo_bot ${code}`)
  const heard = () =>
    member
      .messages()
      .filter(({ from }) => from.id === house.world.bot.id)
      .slice(1)
      // Where there is a public address, the link to the record stands below.
      .map(({ text }) => text?.split('\n')[0])
  return { lea, heard }
}

test('a centre hears once more of danger that nobody has opened, and then no more', async () => {
  const { heard } = await teamOf('hochfeld')
  const { ref, centreId } = await inDanger()
  expect(centreId).toBe('hochfeld')
  await house.tick()
  expect(heard()).toEqual([`${ref}, Hochfeld, akute Gefahr`])
  house.clock.at += 29 * MINUTE
  await house.tick()
  expect(heard()).toHaveLength(1)
  house.clock.at += MINUTE
  await house.tick()
  await house.tick()
  expect(heard().slice(1)).toEqual([`${ref}, Hochfeld, akute Gefahr, noch nicht geöffnet`])
  house.clock.at += 24 * 60 * MINUTE
  await house.tick()
  expect(heard()).toHaveLength(2)
})

test('what somebody has opened or taken over is not told again, nor what is only urgent', async () => {
  const { lea, heard } = await teamOf('hochfeld')
  const { id } = await inDanger()
  await guestBooks(house, { urgent: 'yes', language: 'de' })
  await house.tick()
  expect(heard()).toHaveLength(2)
  await lea.get(`/staff/intakes/${id}`)
  house.clock.at += 60 * MINUTE
  await house.tick()
  expect(heard()).toHaveLength(2)
})

test('a centre hears at once when somebody whose request was urgent is in danger', async () => {
  const { heard } = await teamOf('hochfeld')
  const { user, ref } = await guestBooks(house, { urgent: 'yes', language: 'de' })
  await house.tick()
  await user.sends('Mein Mann schlägt mich')
  await user.taps('Ohne Termin kommen')
  await house.tick()
  expect(heard()).toEqual([`${ref}, Hochfeld, dringend`, `${ref}, Hochfeld, akute Gefahr`])
})

test('a cry in answer to staff is kept as the answer, with the numbers above', async () => {
  const guest = await guestBooks(house, { language: 'de' })
  const visitor = await anna()
  const path = `/staff/intakes/${guest.id}`
  await visitor.get(path)
  await sendsAtDesk(visitor, path, 'papers')
  await house.tick()
  await guest.user.sends('Mein Mann schlägt mich')
  guest.user.sees('Sind Sie in Gefahr?')
  guest.user.sees('110')
  expect((await visitor.get(path)).text).toContain('Mein Mann schlägt mich')
})
