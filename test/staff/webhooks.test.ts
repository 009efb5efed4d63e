import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { webhookBody } from '../../src/domain/appointment/webhooks.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'

type Got = { headers: IncomingHttpHeaders; body: string }

let house: House
let server: Server
let got: Got[]
/** What the receiver answers, one after the other; 204 when it runs out. */
let answers: number[]
let url: string
beforeEach(async () => {
  house = await openHouse()
  got = []
  answers = []
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    got.push({ headers: request.headers, body: Buffer.concat(chunks).toString() })
    response.writeHead(answers.shift() ?? 204, { Location: '/elsewhere' }).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/lotse`
})
afterEach(async () => {
  server.close()
  server.closeAllConnections()
  await house.stop()
})

const administrator = () =>
  house.signedIn({ email: 'ada@rsc.example', role: 'administrator', centres: [] })

/** Ada has entered the receiver; its secret, which she was shown once. */
async function entered(events = ['intake.submitted', 'appointment.changed']) {
  const ada = await administrator()
  await ada.get('/staff/admin/webhooks')
  const fields = Object.fromEntries(events.map((event) => [event, 'yes']))
  const id = house.deps.newId()
  const page = await ada.post('/staff/admin/webhooks', { id, url, ...fields })
  const secret = /whsec_[\w+/]{43}=/.exec(page.text)?.[0] ?? ''
  return { ada, secret }
}

const bodies = () => got.map(({ body }) => JSON.parse(body))
const HOUR = 3_600_000

describe('a webhook', () => {
  test('tells codes and ids, as the document says, and nothing of the person', async () => {
    await entered()
    const guest = await guestBooks(house, { urgent: 'yes', language: 'ckb', body: null })
    await house.tick()
    await house.tick()
    const told = bodies().sort((a, b) => a.event.localeCompare(b.event))
    expect(told).toHaveLength(2)
    const [appointment, intake] = told
    expect(webhookBody('intake.submitted').parse(intake).data).toMatchObject({
      intake: guest.id,
      reference: guest.ref,
      centre: 'hochfeld',
      urgency: 'orange',
      care: { state: 'open', body: null, until: null },
    })
    expect(webhookBody('appointment.changed').parse(appointment).data).toMatchObject({
      appointment: guest.booking,
      reference: guest.ref,
      state: 'booked',
      intake: guest.id,
      // Whose time is urgent is asked for no language first.
      spokenLanguage: null,
      counsellorWish: null,
      languageFit: 'no-need',
      genderFit: 'no-wish',
      interpreting: 'no-need',
    })
    for (const { body } of got) expect(body).not.toMatch(/ckb|letter|Amal|person/i)
  })

  test('tells of care by the codes of the record, once for each change and of nobody of the staff', async () => {
    await entered(['care.changed'])
    const one = await guestBooks(house, { body: null, urgent: 'yes' })
    const path = `/staff/intakes/${one.id}`
    const anna = await house.signedIn({ email: 'anna@rsc.example', name: 'Anna Care' })
    await house.signedIn({ email: 'cem@rsc.example', body: 'caritas' })
    const told = async (act: string, fields: Record<string, string>) => {
      got = []
      await anna.get(path)
      expect([act, (await anna.post(`${path}/${act}`, fields)).status]).toEqual([act, 303])
      await house.tick()
      return bodies().map((body) => webhookBody('care.changed').parse(body).data)
    }
    const care = (state: string, body: string | null = 'drk', until: string | null = null) => [
      expect.objectContaining({ intake: one.id, reference: one.ref, care: { state, body, until } }),
    ]
    await house.tick()
    expect(got).toEqual([])
    expect(await told('take', { from: '' })).toEqual(care('taken'))
    expect(await told('notes', { id: 'noted-0001', text: 'x' })).toEqual([])
    const day = { on: '2026-11-30', line: 'Bescheid' }
    expect(await told('follow-up', day)).toEqual(care('laid-aside', 'drk', '2026-11-30'))
    expect(await told('follow-up/end', {})).toEqual(care('taken'))
    expect(await told('status', { to: 'closed', appointment: 'keep' })).toEqual(care('done'))
    expect(await told('status', { to: 'in-care' })).toEqual(care('taken'))
    // Given back, it is still the carrier's.
    expect(await told('status', { to: 'new' })).toEqual([])
    const to = { id: 'handed-0001', centre: 'hochfeld', body: 'caritas', why: 'agreed' }
    expect(await told('hand-over', to)).toEqual(care('taken', 'caritas'))
    await house.db.intake.update({
      where: { id: one.id },
      data: { status: 'closed', followUpOn: '2026-11-21' },
    })
    got = []
    expect(await house.deps.store.staff.followUps.reopen('2026-11-22', house.clock.at)).toBe(1)
    await house.tick()
    expect(bodies().map(({ data }) => data)).toEqual(care('taken', 'caritas'))
    expect(JSON.stringify(got)).not.toMatch(/Anna|Bescheid/)
  })

  test('tells of an order for an interpreter by its state, and of none that is elsewhere by now', async () => {
    await entered(['appointment.changed'])
    const { booking } = await guestBooks(house, { language: 'ckb' })
    await house.tick()
    got = []
    const row = await house.db.booking.findFirstOrThrow({ where: { id: booking } })
    const now = house.clock.at
    const order = {
      ...{ id: 'SM-1', booking, centre: 'hochfeld', language: 'ckb', gender: null, pool: 'bureau' },
      poolName: 'Büro',
      ...{ mode: 'video' as const, state: 'ordered' as const, orderedAt: now, changedAt: now },
      ...{
        startsAt: Date.parse(row.startsAt),
        endsAt: Date.parse(row.endsAt),
        changedBy: 'staff:s',
      },
    }
    const { interpreterOrders } = house.deps.store
    expect(await interpreterOrders.add(order, row.personId)).toBe(true)
    expect(await interpreterOrders.add(order, row.personId)).toBe(false)
    await house.tick()
    const told = () =>
      bodies().map(({ event, data }) => [event, data.spokenLanguage, data.interpreting])
    expect(told()).toEqual([['appointment.changed', 'ckb', 'ordered']])
    const how = { by: 'staff:s', tells: row.personId }
    expect(await interpreterOrders.change(order, ['ordered'], 'confirmed', how, now)).toBe(true)
    expect(await interpreterOrders.change(order, ['ordered'], 'confirmed', how, now)).toBe(false)
    await house.tick()
    expect(told().at(-1)).toEqual(['appointment.changed', 'ckb', 'confirmed'])
    const elsewhere = { ...how, tells: null }
    await interpreterOrders.change(order, ['confirmed'], 'cancelled', elsewhere, now)
    await house.tick()
    expect(got).toHaveLength(2)
    for (const { body } of got) expect(body).not.toMatch(/bureau|SM-1/)
  })

  test('is signed over id, time and body, as the library of receivers does it', async () => {
    const { secret } = await entered(['intake.submitted'])
    await guestBooks(house)
    await house.tick()
    const [{ headers, body } = { headers: {}, body: '' }] = got
    expect(headers['lotse-event']).toBe('intake.submitted')
    const { 'webhook-id': id, 'webhook-timestamp': seconds } = headers
    expect(id).toBe(JSON.parse(body).id)
    expect(Number(seconds) * 1000).toBe(house.clock.at)
    const signed = new Webhook(secret).sign(String(id), new Date(Number(seconds) * 1000), body)
    expect(headers['webhook-signature']).toBe(signed)
  })

  test('hears of a move and a cancellation, and of nothing it did not ask for', async () => {
    await entered(['appointment.changed'])
    const guest = await guestBooks(house)
    const word = (key: string) => house.deps.i18n.t('ckb', { key }, 0)
    await guest.user.sends('/appointment')
    await guest.user.taps(word('booking.appointment.button.cancel'))
    await guest.user.taps(word('booking.cancel.button.yes'))
    await house.tick()
    expect(bodies().map(({ event }) => event)).toEqual([
      'appointment.changed',
      'appointment.changed',
    ])
    expect(bodies().at(-1).data).toMatchObject({ state: 'cancelled' })
  })

  test('is tried again with growing delay, and the tries are the same call', async () => {
    await entered(['intake.submitted'])
    answers = [500, 302]
    await guestBooks(house)
    await house.tick()
    await house.tick()
    expect(got).toHaveLength(1)
    house.clock.at += 60_000
    await house.tick()
    house.clock.at += 60_000
    await house.tick()
    expect(got).toHaveLength(2)
    house.clock.at += 4 * 60_000
    await house.tick()
    expect(got).toHaveLength(3)
    expect(new Set(got.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(new Set(got.map(({ body }) => body)).size).toBe(1)
    house.clock.at += 48 * HOUR
    await house.tick()
    expect(got).toHaveLength(3)
  })

  test.each([
    ['owed', []],
    ['tried again', [500]],
  ])('that is %s hears when the clock is set back, and once', async (_, first) => {
    await entered(['intake.submitted'])
    answers = [...first]
    await guestBooks(house)
    if (first.length > 0) await house.tick()
    house.clock.at -= 2 * HOUR
    await house.tick()
    await house.tick()
    expect(got).toHaveLength(first.length + 1)
    house.clock.at += 2 * HOUR
    await house.tick()
    expect(got).toHaveLength(first.length + 1)
  })

  test('that never answers is given up, seen by an administrator, and called again', async () => {
    const { ada } = await entered(['intake.submitted'])
    answers = Array<number>(8).fill(503)
    await guestBooks(house)
    for (let n = 0; n < 10; n += 1) {
      await house.tick()
      house.clock.at += 25 * HOUR
    }
    expect(got).toHaveLength(8)
    const page = await ada.get('/staff/admin/webhooks')
    expect(page.text).toContain('status-503')
    const again = /\/staff\/admin\/webhooks\/deliveries\/\d+\/again/.exec(page.text)?.[0] ?? ''
    expect((await ada.post(again, {})).status).toBe(303)
    expect((await ada.post(again, {})).status).toBe(404)
    await house.tick()
    expect(got).toHaveLength(9)
    expect((await ada.get('/staff/admin/webhooks')).text).not.toContain('status-503')
  })

  test('hears nothing of whoever was forgotten before it was called', async () => {
    await entered(['intake.submitted'])
    const guest = await guestBooks(house)
    await guest.user.sends('/delete')
    await guest.user.taps(house.deps.i18n.t('ckb', { key: 'pages.delete.button.yes' }, 0))
    await house.tick()
    expect(got).toEqual([])
    expect(await house.db.webhookDelivery.findMany()).toMatchObject([{ status: 'dropped' }])
  })

  test('that is deleted is called no more', async () => {
    const { ada } = await entered()
    await guestBooks(house)
    const page = await ada.get('/staff/admin/webhooks')
    const remove = /\/staff\/admin\/webhooks\/[\w-]+\/remove/.exec(page.text)?.[0] ?? ''
    expect((await ada.post(remove, {})).status).toBe(303)
    expect((await ada.post(remove, {})).status).toBe(404)
    await house.tick()
    expect(got).toEqual([])
    expect(await house.db.webhookDelivery.count()).toBe(0)
  })
})

test('the secret is shown once and sealed, and entering is noted down', async () => {
  const { ada, secret } = await entered()
  expect(secret).not.toBe('')
  expect((await ada.get('/staff/admin/webhooks')).text).not.toContain(secret)
  const rows = await house.db.webhook.findMany()
  expect(JSON.stringify(rows)).not.toContain(secret)
  expect(JSON.stringify(rows)).not.toContain('127.0.0.1')
  const log = await house.db.audit.findMany({ where: { action: 'add-webhook' } })
  expect(log).toMatchObject([{ staffId: ada.id, outcome: 'done' }])
})

test('an address that cannot be called, or no event, is refused', async () => {
  const ada = await administrator()
  await ada.get('/staff/admin/webhooks')
  for (const fields of [
    { url: 'nonsense', 'intake.submitted': 'yes' },
    { url: 'ftp://a.example/', 'intake.submitted': 'yes' },
    { url },
  ]) {
    const sent = { id: 'drawn-webhook', ...fields }
    expect((await ada.post('/staff/admin/webhooks', sent)).status).toBe(400)
  }
  expect(await house.db.webhook.count()).toBe(0)
})
