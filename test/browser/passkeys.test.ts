// Passkeys in a browser with an authenticator that answers as a telephone does: added, named, used, taken away.
import { type ServerType, serve } from '@hono/node-server'
import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeAccount } from '../../src/flows/sign-in/accounts.ts'
import { type House, openHouse, PASSWORD } from '../support/staff-house.ts'
import { openChromium } from './chromium.ts'
import { looked } from './looked.ts'

let house: House
let server: ServerType
let browser: Awaited<ReturnType<typeof openChromium>>
let page: Page
let device: CDPSession
let authenticatorId: string
let root: string
let anna: string
const told: string[] = []

beforeAll(async () => {
  const app: { fetch?: (request: Request) => Promise<Response> } = {}
  root = await new Promise((resolve) => {
    const fetch = (request: Request) => app.fetch?.(request) ?? new Response(null, { status: 503 })
    server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve(`http://localhost:${port}`),
    )
  })
  house = await openHouse(undefined, { PUBLIC_URL: root, WEBHOOK_SECRET: 'a-secret-of-the-tests' })
  // By `request`, which leads to the bundled Worker where tests run on D1.
  app.fetch = async (request) => {
    const { method, headers } = request
    const { pathname, search } = new URL(request.url)
    const body = method === 'GET' ? {} : { body: await request.arrayBuffer() }
    const env = { incoming: { socket: { remoteAddress: '203.0.113.7' } } }
    return await house.app.request(`${root}${pathname}${search}`, { method, headers, ...body }, env)
  }
  browser = await openChromium({ locale: 'de-DE' })
  await browser.context.setExtraHTTPHeaders({ 'Accept-Language': 'de' })
  page = await browser.context.newPage()
  page.setDefaultTimeout(30_000)
  page.on('console', (line) => line.type() === 'error' && told.push(line.text()))
  page.on('pageerror', (fault) => told.push(String(fault)))
  device = await browser.context.newCDPSession(page)
  await device.send('WebAuthn.enable')
  authenticatorId = await addDevice(true)
  const visitor = await house.signedIn({ email: 'anna@rsc.example', name: 'Anna' }, root)
  anna = visitor.id
  await browser.context.addCookies(
    [...visitor.jar].map(([name, value]) => ({ name, value, url: root })),
  )
})
afterAll(async () => {
  await browser?.close()
  server?.close()
  await house?.stop()
})

/** A device of its own; `knows`: whether it finds out who holds it. */
async function addDevice(knows: boolean) {
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: knows,
    automaticPresenceSimulation: true,
  } as const
  return (await device.send('WebAuthn.addVirtualAuthenticator', { options })).authenticatorId
}

const written = async () =>
  (
    await house.db.audit.findMany({ where: { staffId: anna, action: { contains: 'passkey' } } })
  ).map(({ action, outcome }) => `${action} ${outcome}`)

async function add(name: string, password = PASSWORD) {
  await page.goto(`${root}/staff/account`)
  const form = page.locator('form[data-passkey]')
  await form.getByLabel('Name').fill(name)
  await form.getByLabel('Passwort').fill(password)
  await form.getByRole('button', { name: 'Passkey hinzufügen' }).click()
}

async function signOut() {
  await page.goto(`${root}/staff/account`)
  await page.getByRole('button', { name: 'Abmelden' }).first().click()
  await page.waitForURL(/sign-in/)
}

const signIn = () => page.getByRole('button', { name: 'Mit Passkey anmelden' }).click()
const says = (text: string) => page.getByText(text).first().waitFor()

test('is added on the page of the own account, proved by the password', async () => {
  await add('Diensthandy', 'not the password')
  await says('Das Passwort stimmt nicht')
  await looked(page, 'passkey-refused')
  expect(await house.db.staffPasskey.count()).toBe(0)
  await add('Diensthandy')
  await says('Der Passkey ist hinzugefügt')
  await says('Diensthandy')
  await looked(page, 'passkey-added')
  expect(await written()).toEqual(['add-passkey refused', 'add-passkey done'])
})

test('is not added twice on one device', async () => {
  await add('Noch einmal')
  await says('Dieses Gerät hat hier schon einen Passkey')
  expect(await house.db.staffPasskey.count()).toBe(1)
})

test('leads in alone, without password and code, to where one wanted to go', async () => {
  await signOut()
  await page.goto(`${root}/staff/account`)
  await looked(page, 'passkey-sign-in')
  await signIn()
  await page.waitForURL(`${root}/staff/account`)
  await says('anna@rsc.example')
  expect(await written()).toContain('sign-in-passkey done')
})

test('gets another name', async () => {
  await page.goto(`${root}/staff/account`)
  await page.locator('#passkeys summary').click()
  await page.locator('#passkeys details').getByLabel('Name').fill('Schlüssel am Bund')
  await page.getByRole('button', { name: 'Umbenennen' }).click()
  await says('heißt jetzt anders')
  await says('Schlüssel am Bund')
})

test('of a device that does not know who holds it leads nowhere', async () => {
  await signOut()
  await device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await signIn()
  await says('Abgebrochen')
  expect((await page.goto(`${root}/staff/account`))?.status()).toBe(401)
  await device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })
})

test('of a closed account leads nowhere, and says so', async () => {
  await closeAccount(house.deps, house.signIn, anna)
  await page.goto(`${root}/staff/sign-in`)
  await signIn()
  await says('Dieser Passkey gilt hier nicht')
  await house.db.staff.update({ where: { id: anna }, data: { disabledAt: null } })
})

test('is taken away with the password, and no longer leads in; password and code still do', async () => {
  await page.goto(`${root}/staff/sign-in`)
  await signIn()
  await page.waitForURL(`${root}/staff`)
  await page.goto(`${root}/staff/account`)
  await page.locator('#passkeys summary').click()
  await page.locator('#passkeys details').getByLabel('Passwort').fill(PASSWORD)
  await page.getByRole('button', { name: 'Passkey entfernen' }).click()
  await says('Der Passkey ist entfernt')
  expect(await house.db.staffPasskey.count()).toBe(0)
  await signOut()
  await signIn()
  await says('Dieser Passkey gilt hier nicht')
  await page.getByLabel('E-Mail-Adresse').fill('anna@rsc.example')
  await page.getByLabel('Passwort', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
  await page.waitForURL(/sign-in\/code/)
})

test('the pages keep to their policy, and nothing fails in the browser', () => {
  // A refusal is an answer of 401, which the browser tells of as an error.
  expect(told.filter((line) => !/status of 401/.test(line))).toEqual([])
})
