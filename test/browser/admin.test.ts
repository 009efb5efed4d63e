// An administrator's day in a real browser: in through the city's provider, accounts, tokens, audit.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAccount } from '../../src/flows/sign-in/accounts.ts'
import { createStaff } from '../../src/staff/staff.ts'
import { duisburg } from '../support/duisburg.ts'
import { startProvider } from '../support/identity-provider.ts'
import { SECRET } from '../support/lotse.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse, PASSWORD } from '../support/staff-house.ts'
import { openChromium } from './chromium.ts'
import { looked } from './looked.ts'

let house: House
let city: Awaited<ReturnType<typeof startProvider>>
let browser: Awaited<ReturnType<typeof openChromium>>
let page: Page
let root: string
const servers: ServerType[] = []

const listen = (fetch: (request: Request) => Response | Promise<Response>, port: number) =>
  new Promise<string>((resolve) => {
    const server = serve({ fetch, port, hostname: '127.0.0.1' }, (at) =>
      resolve(`http://127.0.0.1:${at.port}`),
    )
    servers.push(server)
  })

/** A port that is free, known before Lotse is: the provider has to be told where to send people. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

beforeAll(async () => {
  const port = await freePort()
  root = `http://127.0.0.1:${port}`
  city = await startProvider(`${root}/staff/auth/callback/oidc`, true)
  const ours = { PUBLIC_URL: root, WEBHOOK_SECRET: SECRET }
  house = await openHouse({ ...duisburg(), staffOversight: 'on' }, { ...ours, ...city.settings })
  await guestBooks(house)
  const account = { centres: [], body: null, language: 'de' } as const
  const email = 'chief@rsc.example'
  await addAccount(house.signIn, { ...account, name: 'Chris Chef', email, role: 'administrator' })
  const more = { name: 'Anna Beraterin', email: 'anna@rsc.example', role: 'counsellor' } as const
  await addAccount(house.signIn, { ...account, ...more, centres: ['hochfeld', 'hamborn'] })
  city.people.set('chief', { email, verified: true })
  city.people.set('stranger', { email: 'stranger@rsc.example', verified: true })
  await listen(house.app.fetch, port)
  browser = await openChromium()
  page = await browser.context.newPage()
  page.setDefaultTimeout(10_000)
})
afterAll(async () => {
  await browser?.close()
  for (const server of servers) server.close()
  await house?.stop()
  city?.stop()
})

test('somebody new is asked friendly, and a stranger of the city is told why not', async () => {
  await page.goto(`${root}/staff`)
  await looked(page, 'sign-in-provider')
  city.sits('stranger')
  await page.getByRole('link', { name: /Stadt Duisburg$/ }).click()
  await page.waitForSelector('.alert')
  expect(await page.textContent('.alert')).toContain('has no account here')
  await looked(page, 'sign-in-refused')
  // Lets the provider forget who was there.
  await page.context().clearCookies()
})

test('an administrator comes in through the provider and invites somebody', async () => {
  city.sits('chief')
  await page.goto(`${root}/staff/admin/staff`)
  await page.getByRole('link', { name: /Stadt Duisburg$/ }).click()
  await page.waitForURL('**/staff/admin/staff*')
  expect(await page.getByText('über den Identitätsdienst').count()).toBe(1)
  await looked(page, 'staff-list')
  await page.getByRole('link', { name: 'Person einladen' }).click()
  await looked(page, 'staff-new')
  await page.getByLabel('E-Mail-Adresse').fill('berta@rsc.example')
  await page.getByLabel('Name', { exact: true }).fill('Berta Neu')
  await page.getByLabel('Rolle').selectOption('lead')
  await page.getByLabel('RSC Hamborn').check()
  await page.getByLabel('Träger').selectOption('drk')
  await page.locator('#language').selectOption('de')
  await page.getByRole('button', { name: 'Einladen' }).click()
  expect(await page.textContent('.key')).toContain(`${root}/staff/invite/`)
  await looked(page, 'staff-link')
})

test('one account is changed and closed by keyboard and button', async () => {
  await page.goto(`${root}/staff/admin/staff`)
  await page.getByRole('link', { name: 'Anna Beraterin' }).click()
  await looked(page, 'staff-person')
  await page.getByRole('button', { name: 'Zugang sperren' }).click()
  await page.waitForSelector('.note')
  await looked(page, 'staff-closed')
})

test('a token is made, shown once and revoked', async () => {
  await page.goto(`${root}/staff/admin/tokens`)
  await page.getByLabel('Name', { exact: true }).fill('Fachverfahren der Stadt')
  await page.getByLabel('Rolle').selectOption('coordinator')
  await page.getByRole('button', { name: 'Neues Token' }).click()
  expect(await page.textContent('.key')).toMatch(/^lotse_/)
  await looked(page, 'token-new')
  await page.reload()
  await page.getByText('wird nur einmal gezeigt').waitFor()
  expect(await page.locator('.key').count()).toBe(0)
  expect(await page.getByRole('rowheader', { name: 'Fachverfahren der Stadt' }).count()).toBe(1)
  await looked(page, 'tokens')
  await page.getByRole('button', { name: 'Fachverfahren der Stadt widerrufen' }).click()
  await page.waitForURL('**/staff/admin/tokens*')
  expect(await page.getByText('widerrufen', { exact: true }).count()).toBeGreaterThan(0)
})

test('the audit tells what was done, and that its chain is whole', async () => {
  await page.goto(`${root}/staff/audit`)
  await page.getByRole('button', { name: 'Kette prüfen' }).click()
  expect(await page.textContent('.note')).toContain('lückenlos')
  expect(await page.getByText('Zugang gesperrt').count()).toBe(1)
  await looked(page, 'audit')
})

test('the own account says where its password is kept', async () => {
  await page.goto(`${root}/staff/account`)
  expect(await page.locator('input[type=password]').count()).toBe(0)
  await looked(page, 'account-provider')
})

test('with a second factor of ours the account has all its forms', async () => {
  await page.context().clearCookies()
  const own = await openHouse()
  const at = await listen(own.app.fetch, 0)
  const visitor = await own.signedIn({
    email: 'lea@rsc.example',
    name: 'Lea Leitung',
    role: 'lead',
  })
  for (const [name, value] of visitor.jar) {
    await page.context().addCookies([{ name, value, url: `${at}/staff` }])
  }
  await page.goto(`${at}/staff/account`)
  expect(await page.locator('input[type=password]').count()).toBe(6)
  await looked(page, 'account-own')
  await page.locator('#codes-password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Neue Wiederherstellungscodes' }).click()
  expect(await page.locator('.codes li').count()).toBe(10)
  await own.stop()
})

test('the demo shows its accounts', async () => {
  const config = { ...house.deps.config, mode: 'demo' as const, publicUrl: undefined }
  const at = await listen(createStaff({ ...house.deps, config }).fetch, 0)
  await page.goto(`${at}/staff/sign-in`)
  await looked(page, 'sign-in-demo')
})
