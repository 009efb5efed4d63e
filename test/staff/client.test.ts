import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { generateApi } from 'swagger-typescript-api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordSchema } from '../../src/domain/questionnaire/record.ts'
import { makeToken } from '../../src/flows/staff/tokens.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'

type Answer = { status: number; data: unknown; error: unknown }
type Call = (...values: unknown[]) => Promise<Answer>
type Client = { intakes: Record<string, Call> }
type Generated = { Api: new (settings: object) => Client }

let house: House
let made: Generated
const home = mkdtempSync(join(tmpdir(), 'lotse-client-'))
beforeAll(async () => {
  house = await openHouse()
  const spec = await (await house.app.request('/api/openapi.json')).json()
  await generateApi({ spec, output: home, fileName: 'client.ts', silent: true })
  made = (await import(pathToFileURL(join(home, 'client.ts')).href)) as Generated
})
afterAll(async () => {
  rmSync(home, { recursive: true, force: true })
  await house.stop()
})

/** A client as a case system would make it from the document, with a token or none. */
const client = (bearer: string | null) =>
  new made.Api({
    customFetch: (url: string, init: RequestInit) => house.app.request(new URL(url).pathname, init),
    securityWorker: () => (bearer ? { headers: { Authorization: `Bearer ${bearer}` } } : {}),
  })

test('a client generated from the document reads an intake', async () => {
  const guest = await guestBooks(house, { language: 'ckb' })
  const token = {
    name: 'case system',
    role: 'counsellor',
    centres: ['hochfeld'],
    body: 'drk',
  } as const
  const { intakes } = client(await makeToken(house.deps, token))
  const one = await intakes['getIntakesId']?.(guest.id)
  expect(one?.status).toBe(200)
  expect(recordSchema.parse(one?.data)).toMatchObject({ id: guest.id, reference: guest.ref })
  const list = await intakes['getIntakes']?.({ limit: 10 })
  expect(list?.data).toMatchObject({ items: [{ id: guest.id }], next: null })
})

test('without a token it is refused, as the document says', async () => {
  const refused = await client(null)
    .intakes['getIntakes']?.()
    .catch((answer: Answer) => answer)
  expect(refused).toMatchObject({ status: 401, error: { error: 'unauthorized' } })
})
