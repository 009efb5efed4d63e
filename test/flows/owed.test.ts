// What others are owed, as the statements of a batch work it out.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { OWE_NOTICES, OWE_WEBHOOKS } from '../../src/store/sql/owed.ts'
import { COUNT } from '../../src/store/sql/usage.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(async () => lotse.stop())

const AT = '2026-05-18T08:00:00.000Z'

test('every webhook that asked for an event is owed it, for each it is about', async () => {
  const { webhook, webhookDelivery } = lotse.db
  const made = (id: string, events: string[]) =>
    webhook.create({
      data: { id, sealed: '', events: JSON.stringify(events), createdAt: AT, createdBy: '' },
    })
  await made('both', ['intake.submitted', 'appointment.changed'])
  await made('one', ['intake.submitted'])
  await lotse.db.run(OWE_WEBHOOKS('appointment.changed', JSON.stringify(['x', 'y']), AT))
  await lotse.db.run(OWE_WEBHOOKS('intake.submitted', JSON.stringify(['z']), AT))
  const rows = await webhookDelivery.findMany({ orderBy: { id: 'asc' } })
  expect(rows.map(({ webhookId, event, subject }) => [webhookId, event, subject])).toEqual([
    ['both', 'appointment.changed', 'x'],
    ['both', 'appointment.changed', 'y'],
    ['both', 'intake.submitted', 'z'],
    ['one', 'intake.submitted', 'z'],
  ])
  expect(rows[0]).toMatchObject({ status: 'queued', dueAt: AT, createdAt: AT })
})

async function request(id: string, data: object, channel = 'telegram') {
  const { person, address, intake } = lotse.db
  const seen = { language: 'ar', createdAt: AT, seenAt: AT }
  await person.create({ data: { id, ...seen } })
  const stands = { personId: id, channel, key: id, sealed: '', createdAt: AT }
  await address.create({ data: stands })
  const kept = { version: 1, questionnaire: 1, talk: '{}', createdAt: AT, updatedAt: AT }
  await intake.create({ data: { id, personId: id, ...kept, ...data } })
}

test('a centre is owed one notice at each place, and another once it is urgent', async () => {
  const { noticeTarget, outbox, intake } = lotse.db
  const target = { sealed: '', setAt: AT, setBy: '' }
  for (const kind of ['group', 'mail']) {
    await noticeTarget.create({ data: { centreId: 'a', kind, ...target } })
  }
  await noticeTarget.create({ data: { centreId: 'b', kind: 'mail', ...target } })
  await request('new', { submittedAt: AT, centreId: 'a', urgency: 'green' })
  await request('open', { centreId: 'a' })
  await request('caller', { submittedAt: AT, centreId: 'a', urgency: 'red' }, 'staff')
  for (const id of ['new', 'new', 'open', 'caller', 'absent']) {
    await lotse.db.run(OWE_NOTICES(id, AT))
  }
  const keys = async () => (await outbox.findMany({ orderBy: { id: 'asc' } })).map(({ key }) => key)
  expect(await keys()).toEqual(['notice:group:new:a:0', 'notice:mail:new:a:0'])
  await lotse.db.batch([
    intake.updateMany({ where: { id: 'new' }, data: { urgency: 'red', centreId: 'b' } }),
    OWE_NOTICES('new', AT),
  ])
  expect((await keys()).slice(2)).toEqual(['notice:mail:new:b:1'])
})

test('counts are begun and raised', async () => {
  const count = (code: string, count: number) => ({ month: '2026-05', kind: 'topic', code, count })
  await lotse.db.run(COUNT(JSON.stringify([count('work', 1), count('housing', 2)])))
  await lotse.db.run(COUNT(JSON.stringify([count('work', 3), count('work', 1)])))
  const rows = await lotse.db.usageCount.findMany({ orderBy: { code: 'asc' } })
  expect(rows).toMatchObject([count('housing', 2), count('work', 5)])
})
