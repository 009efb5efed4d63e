// Entra, AD FS and Keycloak by their recorded shapes: who gets in, and each refusal by its name, in both languages.
import { afterEach, describe, expect, test } from 'vitest'
import { addAccount } from '../../src/flows/sign-in/accounts.ts'
import { SECRET } from '../support/lotse.ts'
import { type Otherwise, SHAPES, type Shape, startRecorded } from '../support/recorded-provider.ts'
import { type House, openHouse } from '../support/staff-house.ts'

const OURS = { PUBLIC_URL: 'http://localhost', WEBHOOK_SECRET: SECRET }
type City = Awaited<ReturnType<typeof startRecorded>>
let city: City
let house: House

async function openWith(
  shape: Shape,
  settings: Record<string, string> = {},
  otherwise: Otherwise = {},
) {
  city = await startRecorded(shape)
  city.otherwise(otherwise)
  house = await openHouse(undefined, { ...OURS, ...city.settings, ...settings })
  const account = { name: 'Anna', role: 'counsellor', body: 'drk', language: 'de' } as const
  await addAccount(house.signIn, { ...account, email: 'anna@rsc.example', centres: ['hochfeld'] })
}
afterEach(async () => {
  await house.stop()
  city.stop()
})

let visitors = 0
async function comes(otherwise?: Otherwise, language = 'de') {
  if (otherwise) city.otherwise(otherwise)
  visitors += 1
  const visitor = house.visit(`198.51.100.${visitors % 250}`)
  const { location } = await visitor.get('/staff/sign-in/provider')
  if (!location) throw new Error('the provider was not reached')
  return await visitor.get(city.visit(location), { 'Accept-Language': language })
}
const refusals = async () =>
  (await house.db.audit.findMany({ where: { outcome: 'refused' } })).map(({ action }) => action)

const trusts = { STAFF_OIDC_TRUSTS_EMAIL: 'yes' }

describe.each([
  ['Entra with xms_edov', SHAPES.Entra, {}, { xms_edov: true }, 303],
  ['Entra with xms_edov as it sometimes is', SHAPES.Entra, {}, { xms_edov: '1' }, 303],
  ['Entra whose addresses are trusted', SHAPES.Entra, trusts, {}, 303],
  ['Entra that says nothing', SHAPES.Entra, {}, {}, 401],
  [
    'Entra whose addresses are trusted, for a guest',
    SHAPES.Entra,
    trusts,
    { xms_edov: false },
    401,
  ],
  ['ADFS whose addresses are trusted', SHAPES.ADFS, trusts, {}, 303],
  ['ADFS that says nothing', SHAPES.ADFS, {}, {}, 401],
  ['ADFS without an e-mail address', SHAPES.ADFS, trusts, { email: undefined }, 401],
  ['ADFS by two factors', SHAPES.ADFS, { ...trusts, STAFF_OIDC_ACR: 'mfa' }, {}, 303],
  [
    'ADFS by a password alone',
    SHAPES.ADFS,
    { ...trusts, STAFF_OIDC_ACR: 'mfa' },
    { amr: ['pwd'] },
    401,
  ],
  ['Keycloak', SHAPES.Keycloak, {}, {}, 303],
  ['Keycloak at the level asked for', SHAPES.Keycloak, { STAFF_OIDC_ACR: '2' }, {}, 303],
  ['Keycloak below it', SHAPES.Keycloak, { STAFF_OIDC_ACR: '2' }, { acr: '1' }, 401],
  ['Keycloak, not verified', SHAPES.Keycloak, {}, { email_verified: false }, 401],
  ['Keycloak, not verified but trusted', SHAPES.Keycloak, trusts, { email_verified: false }, 401],
  [
    'Keycloak, address beside the token',
    SHAPES.Keycloak,
    { STAFF_OIDC_ACR: '2' },
    { email: undefined, email_verified: undefined },
    303,
  ],
  ['Entra by context', SHAPES.Entra, { ...trusts, STAFF_OIDC_ACR: 'c1' }, { acrs: ['c1'] }, 303],
] as const)('%s', (_, shape, settings, claims, status) => {
  test(`is answered ${status}`, async () => {
    await openWith(shape, settings, { claims })
    const answer = await comes()
    expect(answer.status).toBe(status)
    expect(answer.location).toBe(status === 303 ? '/staff' : null)
  })
})

test.each([
  ['client_secret_basic', ['client_secret_basic']],
  ['client_secret_post', ['client_secret_post']],
  ['client_secret_basic', undefined],
  ['client_secret_basic', ['client_secret_post', 'client_secret_basic']],
])('the secret is sent by %s to a provider that takes %j', async (how, methods) => {
  const metadata = { token_endpoint_auth_methods_supported: methods }
  await openWith(SHAPES.Keycloak, {}, { metadata })
  expect((await comes()).status).toBe(303)
  expect(city.asked).toEqual([how])
})

test.each<[string, Otherwise, number, string, string]>([
  ['declined', { error: 'access_denied' }, 401, 'abgebrochen', 'called off'],
  ['server-error', { error: 'server_error' }, 503, 'server_error', 'server_error'],
  ['unavailable', { error: 'temporarily_unavailable' }, 503, 'überlastet', 'overloaded'],
  [
    'scope',
    { error: 'invalid_scope' },
    503,
    'openid, email und profile',
    'openid, email and profile',
  ],
  [
    'client',
    { error: 'unauthorized_client' },
    503,
    'lässt Lotse selbst nicht zu',
    'does not admit',
  ],
  [
    'client',
    { tokenError: 'invalid_client' },
    503,
    'lässt Lotse selbst nicht zu',
    'does not admit',
  ],
  ['server-error', { tokenError: 'server_error' }, 503, 'server_error', 'server_error'],
  ['request', { error: 'invalid_request' }, 503, 'Rücksprungadresse', 'redirect address'],
  [
    'no-email',
    { claims: { email: undefined }, userInfo: { email: undefined } },
    401,
    'nicht mitgeteilt',
    'did not tell',
  ],
  ['no-token', { noToken: true }, 503, 'keinen Ausweis', 'no ID token'],
  ['party', { claims: { azp: 'another-app' } }, 503, 'azp', 'azp'],
  [
    'party',
    { claims: { aud: ['6731de76-14a6-49ae-97bc-6eba6914391e', 'x'], azp: undefined } },
    503,
    'azp',
    'azp',
  ],
  ['audience', { claims: { aud: 'another-app' } }, 503, 'aud', 'aud'],
  ['issuer', { claims: { iss: 'https://evil.example' } }, 503, 'iss', 'iss'],
  ['nonce', { claims: { nonce: undefined } }, 503, 'nonce', 'nonce'],
  ['signature', { claims: { nonce: 'of another sign-in' } }, 503, 'unterschrieben', 'not signed'],
  ['signature', { forged: true }, 503, 'unterschrieben', 'not signed'],
  ['expired', { claims: { exp: 1_700_000_000 } }, 503, 'abgelaufen', 'has expired'],
  ['unknown', { claims: { email: 'zora@rsc.example' } }, 401, 'kein Konto', 'no account'],
  ['unverified', { claims: { email_verified: false } }, 401, 'bestätigt', 'verified'],
  [
    'provider',
    { error: 'something_new' },
    503,
    'antwortet gerade nicht richtig',
    'does not answer',
  ],
])('%s is called by its name: %j', async (fault, otherwise, status, german, english) => {
  await openWith(SHAPES.Keycloak)
  const answer = await comes(otherwise)
  expect([answer.status, await refusals()]).toEqual([status, [`sign-in-provider ${fault}`]])
  expect(answer.text).toContain(german)
  expect((await comes(otherwise, 'en')).text).toContain(english)
  expect(await house.db.staffSession.count()).toBe(0)
  expect(house.logged.join('\n')).not.toContain('anna@rsc.example')
})

test('somebody else’s address beside the token is not believed', async () => {
  await openWith(SHAPES.Keycloak)
  const userInfo = { sub: 'somebody-else' }
  const answer = await comes({ claims: { email: undefined }, userInfo })
  expect(answer.status).toBe(503)
  expect(await house.db.staffSession.count()).toBe(0)
})
