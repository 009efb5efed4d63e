import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse } from '../support/staff-house.ts'

type Operation = { parameters: { name: string; required: boolean }[]; operationId: string }
type Document = { paths: Record<string, { get: Operation }> }

let house: House
let document: Document
beforeAll(async () => {
  house = await openHouse()
  document = await (await house.app.request('/api/openapi.json')).json()
})
afterAll(() => house.stop())

test('the document is OpenAPI 3.1, says a validator', async () => {
  const validator = new Validator()
  const { valid, errors } = await validator.validate(structuredClone(document))
  expect(errors).toBeUndefined()
  expect(valid).toBe(true)
  expect(validator.version).toBe('3.1')
})

test('the validator refuses a document that is none', async () => {
  const broken = { ...document, paths: { '/intakes': { get: { responses: 'none' } } } }
  expect((await new Validator().validate(broken)).valid).toBe(false)
})

test('every route is in it, with the parameters it takes', () => {
  expect(Object.keys(document.paths)).toEqual([
    '/intakes',
    '/intakes/{id}',
    '/intakes/{id}/voice/{voice}',
    '/appointments',
    '/utilisation',
  ])
  const { parameters } = document.paths['/appointments']?.get ?? { parameters: [] }
  expect(parameters.map(({ name, required }) => [name, required])).toEqual([
    ['from', true],
    ['until', true],
  ])
  const ids = Object.values(document.paths).map(({ get }) => get.operationId)
  expect(new Set(ids).size).toBe(ids.length)
})

test('the calls that Lotse makes are in it, with their body and signature', () => {
  const { webhooks } = document as unknown as {
    webhooks: Record<string, { post: Operation & { requestBody: object } }>
  }
  expect(Object.keys(webhooks)).toEqual(['intake.submitted', 'care.changed', 'appointment.changed'])
  for (const { post } of Object.values(webhooks)) {
    expect(post.parameters.map(({ name }) => name)).toEqual([
      'Lotse-Event',
      'webhook-id',
      'webhook-timestamp',
      'webhook-signature',
    ])
    expect(JSON.stringify(post.requestBody)).toContain('"reference"')
  }
})
