import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createGate } from '../../src/flows/conversation/gate.ts'
import { createActor } from '../support/actor.ts'
import { SECRET, startLotse, type TestLotse } from '../support/lotse.ts'
import { bookSara, introduce } from '../support/talks.ts'

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

describe('a chat that floods', () => {
  it('is asked to wait once, writes nothing, and goes on after a minute', async () => {
    const user = createActor(lotse.world)
    await introduce(user)
    for (let i = 0; i < 70; i++) await user.sends('hallo')
    const told = user.messages().filter(({ text }) => text?.includes('Das waren viele Nachrichten'))
    expect(told).toHaveLength(1)
    const rows = () => lotse.db.$queryRawUnsafe<unknown[]>('SELECT * FROM "AnsweredInput"')
    const before = (await rows()).length
    await user.sends('hallo')
    expect(await rows()).toHaveLength(before)
    lotse.clock.at += 60_000
    await user.taps('Nicht dringend')
    user.sees('Worum geht es?')
  })

  it('leaves no button spinning, and nobody else waits for it', async () => {
    const user = createActor(lotse.world)
    const other = createActor(lotse.world, { name: 'Azad' })
    await introduce(user)
    for (let i = 0; i < 70; i++) await user.tapsData('1~on')
    expect(user.unansweredTaps()).toBe(0)
    await introduce(other)
    other.sees('Ist es dringend?')
  })
})

it('takes as much in hand as it can work on, and Telegram keeps the rest', async () => {
  const gate = createGate(lotse.clock.now)
  let finish = () => {}
  const end = new Promise<void>((resolve) => {
    finish = resolve
  })
  const inHand = Array.from({ length: 500 }, () => gate.within(() => end))
  await expect(gate.within(async () => 1)).rejects.toThrow()
  finish()
  await Promise.all(inHand)
  expect(await gate.within(async () => 1)).toBe(1)
})

it('one chat cannot fill the list of a centre with requests', async () => {
  const user = createActor(lotse.world)
  await introduce(user)
  for (let i = 0; i < 20; i++) {
    await user.tapsData('1~cb~chat')
    await user.tapsData('1~ne')
    lotse.clock.at += 60_000
  }
  user.sees('Bitte rufen Sie uns an')
  const requests = () => lotse.db.$queryRawUnsafe<unknown[]>('SELECT 1 FROM "Intake"')
  expect(await requests()).toHaveLength(6)
  lotse.clock.at += 8 * 86_400_000
  await user.tapsData('1~ne')
  expect(await requests()).toHaveLength(7)
})

describe('forged button data', () => {
  it('cannot cancel somebody else’s appointment', async () => {
    const sara = createActor(lotse.world, { name: 'Sara' })
    const thief = createActor(lotse.world, { name: 'Dieb' })
    await bookSara(sara)
    await bookSara(thief)
    const rows = await lotse.db.$queryRawUnsafe<{ id: string; personId: string }[]>(
      'SELECT "id", "personId" FROM "Booking" ORDER BY "createdAt", "rowid"',
    )
    const foreign = rows[0]?.id ?? ''
    await thief.sends('/appointment')
    await thief.tapsData(`1~cy~${foreign}`)
    await thief.tapsData('1~ca')
    await thief.tapsData(`1~cy~${foreign}`)
    const booked = await lotse.db.$queryRawUnsafe<unknown[]>(
      `SELECT 1 FROM "Booking" WHERE "state" = 'booked'`,
    )
    expect(booked).toHaveLength(2)
  })

  it.each([
    '9~bo~hochfeld~hllb0~yes',
    '1~bo~hochfeld~hllb0~yes',
    '1~bo~nowhere~hllb0~yes',
    '1~tm~hochfeld~zzzzzzzz',
    '1~an~alias~x',
    '1~an~__proto__~x',
    '1~op~__proto__',
    '1~__proto__',
    '1~constructor~x',
    `1~cy~${'x'.repeat(41)}`,
    "1~cy~' OR 1=1 --",
    '1~lo~de~../../x~',
    '1~la~xx',
    '1~ex~ex',
    '~~~~',
    '\u0000\uD800',
  ])('%j changes nothing and is answered', async (data) => {
    const user = createActor(lotse.world)
    await introduce(user)
    await user.tapsData(data)
    expect(user.unansweredTaps()).toBe(0)
    user.sees('Ist es dringend?')
    expect(await lotse.db.$queryRawUnsafe<unknown[]>('SELECT 1 FROM "Booking"')).toEqual([])
    expect(lotse.logged.filter((line) => line.includes('"error"'))).toEqual([])
  })

  it('a code of another person opens nothing', async () => {
    const sara = createActor(lotse.world, { name: 'Sara' })
    await bookSara(sara)
    const [row] = await lotse.db.$queryRawUnsafe<{ ref: string }[]>('SELECT "ref" FROM "Booking"')
    const thief = createActor(lotse.world, { name: 'Dieb' })
    await thief.sends(`/start ${row?.ref}`)
    await thief.taps('Deutsch')
    await thief.taps('Ich stimme zu')
    await thief.sends(row?.ref ?? '')
    thief.sees('Bitte tippen Sie auf einen der Knöpfe')
    expect(thief.transcript()).not.toContain('RSC Hochfeld')
  })
})

describe('a request', () => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    lotse.app.request('/telegram', {
      method: 'POST',
      headers: { 'X-Telegram-Bot-Api-Secret-Token': SECRET, ...headers },
      body,
    })

  it('nested a hundred thousand levels deep is no fault', async () => {
    const deep = 100_000
    expect((await post('['.repeat(deep))).status).toBe(400)
    const nested = `{"update_id":1,"message":${'['.repeat(deep)}${']'.repeat(deep)}}`
    expect((await post(nested)).status).toBe(200)
  })

  it.each([
    ['GET', '/telegram'],
    ['PUT', '/telegram'],
    ['POST', '/telegram/'],
    ['POST', '/TELEGRAM'],
    ['POST', '//telegram'],
    ['POST', '/telegram%00'],
    ['GET', '/..%2f..%2fetc%2fpasswd'],
    ['GET', '/staff/..%2f..%2fpackage.json'],
    ['GET', '/%E0%A4%A'],
    ['GET', '/.env'],
    ['GET', '/data/lotse.db'],
    ['OPTIONS', '/telegram'],
    ['DELETE', '/staff'],
  ])('%s %s reaches nothing', async (method, path) => {
    const headers = {
      'X-Telegram-Bot-Api-Secret-Token': SECRET,
      'X-Forwarded-Host': 'evil.example',
    }
    const body = method === 'POST' || method === 'PUT' ? '{"update_id":1}' : null
    const response = await lotse.app.request(path, { method, headers, body })
    expect([400, 401, 403, 404, 405, 415]).toContain(response.status)
    expect(await response.text()).not.toMatch(/evil\.example|node_modules|SQLite|at .*\.ts/)
  })

  it.each([`${SECRET}, ${SECRET}`, ` ${SECRET}x`, SECRET.slice(0, -1), SECRET.toUpperCase()])(
    'with the secret %j stays outside',
    async (secret) => {
      const headers = { 'X-Telegram-Bot-Api-Secret-Token': secret }
      expect((await post('{"update_id":1}', headers)).status).toBe(401)
    },
  )
})
