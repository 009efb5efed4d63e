// Working on requests together: assigned, laid aside until a day, called in vain, handed over with a line.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.stop())

const staff = (email: string, more: object = {}) => house.signedIn({ email, ...more })
const intakeOf = (id: string) => house.db.intake.findUniqueOrThrow({ where: { id } })

async function atRecord(more: Parameters<typeof guestBooks>[1] = {}) {
  const guest = await guestBooks(house, more)
  const anna = await staff('anna@rsc.example')
  const path = `/staff/intakes/${guest.id}`
  await anna.get(path)
  return { guest, anna, path }
}

describe('a request is assigned', () => {
  test('to a colleague of the same carrier and centre, with a line that stands in its history', async () => {
    const { guest, anna, path } = await atRecord()
    const ben = await staff('ben@rsc.example', { name: 'Ben Test' })
    const wish = { id: 'assign-001', to: ben.id, from: '', line: 'Bitte vor Freitag' }
    expect((await anna.post(`${path}/assign`, wish)).status).toBe(303)
    expect(await intakeOf(guest.id)).toMatchObject({
      ...{ takenBy: ben.id, bodyId: 'drk', status: 'in-care' },
    })
    const { text } = await ben.get(path)
    expect(text).toContain('Zugewiesen an Ben Test. Bitte vor Freitag')
    for (const page of ['/staff/intakes?box=all', '/staff?day=2026-11-23']) {
      expect((await anna.get(page)).text).toContain('in Beratung bei <bdi>Ben Test</bdi>')
    }
    // Sent twice it is done once.
    expect((await anna.post(`${path}/assign`, wish)).status).toBe(303)
    expect(await house.db.staffNote.count()).toBe(1)
  })

  test('to nobody of another carrier, another centre, another role or with a closed account', async () => {
    const { guest, anna, path } = await atRecord()
    const caritas = await staff('c@rsc.example', { body: 'caritas' })
    const hamborn = await staff('h@rsc.example', { centres: ['hamborn'] })
    const figures = await staff('f@rsc.example', { role: 'coordinator', centres: [] })
    const gone = await staff('g@rsc.example')
    await house.deps.store.staff.people.close(gone.id, house.clock.at)
    for (const [nth, { id: to }] of [caritas, hamborn, figures, gone, { id: 'x' }].entries()) {
      const wish = { id: `assign-00${nth}`, to, from: '', line: 'x' }
      const answer = await anna.post(`${path}/assign`, wish)
      expect(answer.status).toBe(409)
      expect(answer.text).toContain('arbeitet hier nicht mehr')
    }
    expect((await intakeOf(guest.id)).takenBy).toBe(null)
    expect(await house.db.staffNote.count()).toBe(0)
    expect(
      (await caritas.post(`${path}/assign`, { id: 'assign-009', to: caritas.id })).status,
    ).toBe(404)
  })

  test('also while nobody has it, and then it is the carrier\u2019s of who assigned it', async () => {
    const { guest, anna, path } = await atRecord({ body: null })
    const ben = await staff('ben@rsc.example', { name: 'Ben Test' })
    const caritas = await staff('c@rsc.example', { body: 'caritas' })
    expect((await anna.get(path)).text).toContain('>Ben Test</option>')
    await anna.post(`${path}/assign`, { id: 'assign-001', to: ben.id, from: '' })
    expect(await intakeOf(guest.id)).toMatchObject({ takenBy: ben.id, bodyId: 'drk' })
    expect((await caritas.get(path)).status).toBe(404)
  })

  test('not where somebody was faster', async () => {
    const { guest, anna, path } = await atRecord()
    const ben = await staff('ben@rsc.example')
    await ben.get(path)
    await ben.post(`${path}/take`, { from: '' })
    const wish = { id: 'assign-001', to: anna.id, from: '', line: 'Bitte vor Freitag' }
    const answer = await anna.post(`${path}/assign`, wish)
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Bitte vor Freitag</textarea>')
    expect((await intakeOf(guest.id)).takenBy).toBe(ben.id)
  })
})

describe('a Wiedervorlage', () => {
  test('stands on the record, sealed in the database, with who wants it', async () => {
    const { guest, anna, path } = await atRecord()
    const set = { on: '2026-12-03', line: 'Bescheid da?' }
    expect((await anna.post(`${path}/follow-up`, set)).status).toBe(303)
    const { text } = await anna.get(path)
    expect(text).toContain('Wiedervorlage: 03.12.2026')
    expect(text).toContain('Bescheid da?')
    expect(text).toContain('von Anna Test')
    const { followUpSealed } = await intakeOf(guest.id)
    expect(followUpSealed).not.toContain('Bescheid')
    house.clock.at = Date.parse('2026-12-03T08:00:00Z')
    const ben = await staff('ben@rsc.example')
    expect((await ben.get(path)).text).toContain('Wiedervorlage f\u00e4llig: 03.12.2026')
    await ben.post(`${path}/follow-up/end`, {})
    expect((await ben.get(path)).text).not.toContain('Bescheid da?')
  })

  test.each(['2026-11-22', '2026-11-21', '2027-06-01', 'morgen', ''])(
    'not for %j, and what was typed is not lost',
    async (on) => {
      const { guest, anna, path } = await atRecord()
      const answer = await anna.post(`${path}/follow-up`, { on, line: 'Bescheid da?' })
      expect(answer.status).toBe(409)
      expect(answer.text).toContain('value="Bescheid da?"')
      expect((await intakeOf(guest.id)).followUpOn).toBe(null)
    },
  )

  test('stands on the page of the day once it is due, of the own and of what nobody has, for nobody else', async () => {
    const { guest, anna, path } = await atRecord()
    const ben = await staff('ben@rsc.example', { name: 'Ben Test' })
    const caritas = await staff('c@rsc.example', { body: 'caritas' })
    await anna.post(`${path}/take`, { from: '' })
    await anna.post(`${path}/follow-up`, { on: '2026-12-03', line: 'Bescheid da?' })
    const onDay = async (visitor: typeof ben) =>
      /<h2 id="due">.*?<\/section>/s.exec((await visitor.get('/staff')).text)?.[0] ?? ''
    expect(await onDay(anna)).toBe('')
    house.clock.at = Date.parse('2026-12-03T07:00:00Z')
    expect(await onDay(anna)).toContain('Bescheid da?')
    expect(await onDay(anna)).toContain(guest.ref)
    for (const other of [ben, caritas]) expect(await onDay(other)).toBe('')
    await house.db.intake.update({ where: { id: guest.id }, data: { takenBy: null } })
    expect(await onDay(ben)).toContain('03.12.2026')
    for (const other of [caritas]) expect(await onDay(other)).toBe('')
    await house.db.intake.update({ where: { id: guest.id }, data: { bodyId: null } })
    for (const other of [ben, caritas]) expect(await onDay(other)).toBe('')
    await house.db.intake.update({ where: { id: guest.id }, data: { bodyId: 'drk' } })
    await anna.get(path)
    await anna.post(`${path}/follow-up/end`, {})
    expect(await onDay(anna)).toBe('')
  })

  test('opens a closed request again from the midnight of its day, once', async () => {
    const { guest, anna, path } = await atRecord()
    await anna.post(`${path}/follow-up`, { on: '2026-11-25', line: '' })
    await anna.post(`${path}/status`, { to: 'closed', appointment: 'keep' })
    const status = async () => (await intakeOf(guest.id)).status
    house.clock.at = Date.parse('2026-11-24T22:59:00Z')
    await house.tick()
    expect(await status()).toBe('closed')
    house.clock.at = Date.parse('2026-11-24T23:00:00Z')
    await house.tick()
    expect(await status()).toBe('in-care')
    const ben = await staff('ben@rsc.example')
    await ben.get(path)
    await ben.post(`${path}/status`, { to: 'closed', appointment: 'keep' })
    await house.tick()
    expect(await status()).toBe('closed')
  })

  test('keeps a request until its day, and as long after it as after an appointment', async () => {
    const { guest, anna, path } = await atRecord()
    await anna.post(`${path}/follow-up`, { on: '2027-02-01', line: 'x' })
    const there = async (day: string) => {
      house.clock.at = Date.parse(`${day}T04:00:00Z`)
      await house.tick()
      return (await house.db.intake.count({ where: { id: guest.id } })) === 1
    }
    // Without it the night after the 30 days of an appointment on 23 November.
    expect(await there('2027-01-15')).toBe(true)
    expect(await there('2027-03-03')).toBe(true)
    expect(await there('2027-03-05')).toBe(false)
  })

  test('ends with a hand-over, whose note says what it said, with the line for who gets it', async () => {
    const { guest, anna, path } = await atRecord()
    const there = await staff('cem@rsc.example', { centres: ['hamborn'] })
    await anna.post(`${path}/follow-up`, { on: '2026-12-03', line: 'Bescheid da?' })
    await anna.post(`${path}/cancel`, {})
    const wish = { id: 'handed-over', centre: 'hamborn', body: 'drk', line: 'Braucht Rampe' }
    expect((await anna.post(`${path}/hand-over`, wish)).status).toBe(303)
    expect(await intakeOf(guest.id)).toMatchObject({ followUpOn: null, followUpSealed: null })
    const { text } = await there.get(path)
    expect(text).toContain('Braucht Rampe')
    expect(text).toContain('Wiedervorlage war: 03.12.2026 Bescheid da?')
  })
})

describe('calls', () => {
  const calls = async (visitor: { get: (path: string) => Promise<{ text: string }> }) =>
    (await visitor.get('/staff/calls')).text.split('id="reached"')

  test('in vain are listed with their time, and taken back by a press', async () => {
    const { guest, anna, path } = await atRecord()
    await guest.user.tapsData('1~cb~phone')
    await guest.user.sends('0203 123456')
    const call = { id: 'call-0001', outcome: 'not-reached', place: 'calls' }
    expect((await anna.post(`${path}/called`, call)).location).toBe('/staff/calls?done=called#done')
    await anna.post(`${path}/called`, call)
    house.clock.at += 3_600_000
    await anna.get('/staff/calls')
    await anna.post(`${path}/called`, { ...call, id: 'call-0002' })
    expect((await calls(anna))[0]).toContain(
      'nicht erreicht: 22.11.2026, 09:00 · 22.11.2026, 10:00',
    )
    expect((await anna.get(path)).text).toContain('Angerufen: nicht erreicht')
    await anna.post(`${path}/called/undo`, { call: 'call-0002', place: 'calls' })
    expect((await calls(anna))[0]).toContain('nicht erreicht: 22.11.2026, 09:00<')
  })

  test('stand below the same tabs as the inbox, with what is in each', async () => {
    const { guest, anna, path } = await atRecord()
    await guest.user.tapsData('1~cb~phone')
    await guest.user.sends('0203 123456')
    await anna.post(`${path}/take`, { from: '' })
    const tabs = /<nav class="boxes.*?<\/nav>/s.exec((await anna.get('/staff/calls')).text)?.[0]
    expect(tabs).toContain(
      '<a href="/staff/calls" aria-current="page">Rückrufe <span class="count">1</span>',
    )
    expect(tabs).toContain('Meine <span class="count">1</span>')
  })

  test('are counted in the navigation of every page, for whom they are', async () => {
    const { guest, anna, path } = await atRecord()
    const counted = async (page: string, who: Pick<Visitor, 'get'> = anna) =>
      /href="\/staff\/calls"[^>]*>Rückrufe(?: <span class="badge yellow">(\d+)<\/span>)?/.exec(
        (await who.get(page)).text,
      )?.[1] ?? '0'
    expect(await counted('/staff/closures')).toBe('0')
    await guest.user.tapsData('1~cb~phone')
    await guest.user.sends('0203 123456')
    house.clock.at += 11_000
    const pages = ['/staff', '/staff/week', '/staff/intakes?box=mine', '/staff/calls', path]
    for (const page of [...pages, '/staff/closures', '/staff/account']) {
      expect(await counted(page), page).toBe('1')
    }
    // Also where a form is answered by a page.
    const found = await anna.post('/staff/find', { find: 'nobody' })
    expect(found.text).toContain('Rückrufe <span class="badge yellow">1</span>')
    const other = await house.signedIn({
      ...{ email: 'other@caritas.example', centres: ['hochfeld'], body: 'caritas' },
    })
    expect(await counted('/staff', other)).toBe('0')
    await anna.post(`${path}/called`, { id: 'call-0001', outcome: 'reached', place: 'record' })
    // What somebody has done shows at once.
    for (const page of pages) expect(await counted(page), page).toBe('0')
  })

  test('go on from page to page, with how many there are', async () => {
    const { guest, anna, path } = await atRecord()
    await house.db.intake.update({ where: { id: guest.id }, data: { callBack: 'phone' } })
    const row = await house.db.intake.findUniqueOrThrow({ where: { id: guest.id } })
    for (let nth = 1; nth <= 59; nth++) {
      const submittedAt = new Date(house.clock.at - nth * 1000).toISOString()
      await house.db.intake.create({
        data: { ...row, id: `call-${nth}`, ref: `C${nth}`, submittedAt },
      })
    }
    const first = (await anna.get('/staff/calls')).text
    expect(first).toContain('Rückrufe <span class="count">60</span>')
    expect(first).toContain(`<tr id="r-${guest.id}"`)
    const [, next = ''] = /href="(\/staff\/calls\?after=[^"]+)"/.exec(first) ?? []
    const second = (await anna.get(next.replaceAll('&amp;', '&'))).text
    expect(second).toContain('<tr id="r-call-59"')
    expect(second).not.toContain('Niemand wartet')
    expect([...`${first}${second}`.matchAll(/<tr id="r-/g)]).toHaveLength(60)
    const [, record = ''] = /href="(\/staff\/intakes\/call-50[^"]*)"/.exec(second) ?? []
    const opened = (await anna.get(record.replaceAll('&amp;', '&'))).text
    const [, back = ''] = /href="([^"]*)">Zur Liste/.exec(opened) ?? []
    expect(back).toMatch(/^\/staff\/calls\?after=.*#r-call-50$/)
    expect(path).toContain(guest.id)
  })

  test('that reached somebody settle it, until they are taken back', async () => {
    const { guest, anna, path } = await atRecord()
    await guest.user.tapsData('1~cb~phone')
    await guest.user.sends('0203 123456')
    await anna.post(`${path}/called`, { id: 'call-0001', outcome: 'reached' })
    const [waiting, reached] = await calls(anna)
    expect(waiting).not.toContain(guest.ref)
    expect(reached).toContain(guest.ref)
    await anna.post(`${path}/called/undo`, { call: 'call-0001' })
    expect((await calls(anna))[0]).toContain(guest.ref)
    expect(await calls(anna)).toHaveLength(1)
    expect((await intakeOf(guest.id)).calledAt).toBe(null)
  })

  test('settle what was before them: a day that comes near and a message that did not arrive are called about again', async () => {
    const { guest, anna } = await atRecord()
    const row = await intakeOf(guest.id)
    await house.db.address.updateMany({
      where: { personId: row.personId },
      data: { channel: 'web' },
    })
    const called = async (calledAt: string) => {
      await house.db.intake.update({ where: { id: guest.id }, data: { calledAt, hasPhone: true } })
      return (await calls(anna))[0]?.includes(guest.ref)
    }
    // The appointment is tomorrow: whoever was called a week ago was not reminded by that.
    expect(await called('2026-11-13T09:00:00.000Z')).toBe(true)
    expect(await called('2026-11-20T09:00:00.000Z')).toBe(false)
    const { id: bookingId } = await house.db.booking.findFirstOrThrow({
      where: { intakeId: guest.id },
    })
    await house.db.outbox.create({
      data: {
        ...{
          key: 'failed-1',
          personId: row.personId,
          bookingId,
          kind: 'staff-change',
          payload: '{}',
        },
        ...{ status: 'failed', rank: 1, attempts: 8, dueAt: '', createdAt: '' },
        doneAt: '2026-11-21T09:00:00.000Z',
      },
    })
    expect(await called('2026-11-20T09:00:00.000Z')).toBe(true)
    expect(await called('2026-11-21T10:00:00.000Z')).toBe(false)
  })

  test('are nobody else\u2019s: another carrier neither notes nor takes back', async () => {
    const { anna, path } = await atRecord()
    const caritas = await staff('c@rsc.example', { body: 'caritas' })
    await anna.post(`${path}/called`, { id: 'call-0001', outcome: 'reached' })
    await caritas.get('/staff/account')
    for (const [to, fields] of [
      ['called', { id: 'call-0009', outcome: 'reached' }],
      ['called/undo', { call: 'call-0001' }],
      ['follow-up', { on: '2026-12-03', line: 'x' }],
      ['follow-up/end', {}],
      ['assign', { id: 'assign-001', to: caritas.id }],
    ] as const) {
      expect((await caritas.post(`${path}/${to}`, fields)).status).toBe(404)
    }
    expect(await house.db.callAttempt.count()).toBe(1)
  })

  test('are over once staff give the appointment that was waited for', async () => {
    const { guest, anna, path } = await atRecord()
    await anna.post(`${path}/cancel`, {})
    await guest.user.tapsData('1~cb~phone')
    await guest.user.sends('0203 123456')
    expect((await calls(anna))[0]).toContain(guest.ref)
    const { text } = await anna.get(`${path}/times?centre=hochfeld`)
    const at = /name="at" value="(\d+)"/.exec(text)?.[1] ?? ''
    expect((await anna.post(`${path}/times`, { centre: 'hochfeld', at })).status).toBe(303)
    expect((await calls(anna))[0]).not.toContain(guest.ref)
    // Who asks again waits again.
    await guest.user.tapsData('1~cb~phone')
    await guest.user.sends('0203 123456')
    expect((await intakeOf(guest.id)).callBack).toBe('phone')
    expect((await calls(anna))[0]).toContain(guest.ref)
  })
})
