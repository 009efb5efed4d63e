import { afterEach, beforeEach, expect, test } from 'vitest'
import { staffCommands } from '../../src/cli/staff.ts'
import type { Terminal } from '../../src/cli/terminal.ts'
import { replaceProfile } from '../../src/flows/upkeep/edit-profile.ts'
import { duisburg } from '../support/duisburg.ts'
import { type House, openHouse, PASSWORD } from '../support/staff-house.ts'

/** Longer than any name. */
const LONG = 'x'.repeat(500)

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.stop())

/** Types a command; what it printed comes back. */
async function types(line: string): Promise<string[]> {
  const words = line.split(' ')
  const command = staffCommands.find(({ usage }) => usage.startsWith(`${words[0]} ${words[1]}`))
  const printed: string[] = []
  const terminal = {
    print: (text: string) => printed.push(text),
    ask: async () => 'Dana Neu',
    open: async () => house.deps,
  } as unknown as Terminal
  await command?.run(terminal, words.slice(2))
  return printed
}

test('staff add prints a link that opens the account', async () => {
  const [link = ''] = await types(
    'staff add dana@rsc.example --role counsellor --centre hochfeld --body drk',
  )
  const path = new URL(link).pathname
  const visitor = house.visit()
  await visitor.post(path, { password: PASSWORD, repeat: PASSWORD })
  const entered = await visitor.post('/staff/sign-in', {
    email: 'dana@rsc.example',
    password: PASSWORD,
  })
  expect(entered.location).toBe('/staff')
  expect(await types('staff list')).toEqual(['dana@rsc.example  counsellor  hochfeld  drk'])
})

test.each([
  ['staff add nonsense --role lead --centre hochfeld', 'EMAIL'],
  ['staff add a@b.example --role king --centre hochfeld', '--role: expected one of counsellor'],
  ['staff add a@b.example --role lead', '--centre: a lead needs one of'],
  ['staff add a@b.example --role lead --centre nowhere', '--centre: nowhere is not one of'],
  ['staff add a@b.example --role lead --centre hochfeld --body x', '--body: x is not one of'],
  ['staff add a@b.example --role lead --centre hochfeld', '--body: a lead needs one of drk'],
  ['token create x --role counsellor --centre hochfeld', '--body: a counsellor needs one of'],
  ['staff add a@b.example --role', "staff add EMAIL: Option '--role <value>' argument missing"],
  ['staff add a@b.example --rolle lead', "staff add EMAIL: Unknown option '--rolle'"],
  ['staff add a@b.example --role --body x', "Option '--role' argument is ambiguous"],
  ['staff add a@b.example b@b.example', 'staff add EMAIL: b@b.example is too much'],
  ['staff link', 'staff link EMAIL: EMAIL is missing'],
  ['staff list all', 'staff list: all is too much'],
  ['staff link nobody@b.example', 'has no account'],
  ['staff close nobody@b.example', 'has no account'],
  ['token create x --role coordinator --until soon', '--until: expected a day from 2026-11-22'],
  ['token create x --role coordinator --until 2026-11-21', 'from 2026-11-22 to 2028-11-21'],
  ['token create x --role coordinator --until 2028-11-22', 'from 2026-11-22 to 2028-11-21'],
  ['token create x --role administrator', '--role: a token is for one of counsellor, lead'],
  [`token create ${LONG} --role coordinator`, 'NAME: expected 1 to 100 characters'],
  [`staff add a@b.example --role coordinator --name ${LONG}`, '--name: expected 1 to 100'],
  ['staff add a@b.example --role coordinator --name=', '--name: expected 1 to 100 characters'],
  ['staff add a@b.example --role coordinator --name=\u200b', '--name: expected 1 to 100'],
  ['staff add a@b.example --role coordinator --language fr', '--language: expected de or en'],
  ['staff add a@b.example --role coordinator --language', '--language'],
  [`staff add ${LONG}@b.example --role coordinator`, 'EMAIL: expected an address'],
  ['token revoke 123', 'there is no such token'],
])('%s is refused: %s', async (line, reason) => {
  await expect(types(line)).rejects.toThrow(reason)
  expect(await house.db.staff.count()).toBe(0)
  expect(await house.db.apiToken.count()).toBe(0)
})

test('an account is made once', async () => {
  await types('staff add dana@rsc.example --role coordinator')
  await expect(types('staff add Dana@RSC.example --role coordinator')).rejects.toThrow('already')
})

test('staff list names whoever works with cases and belongs to no carrier', async () => {
  await house.signedIn({ email: 'anna@rsc.example', body: null })
  expect(await types('staff list')).toEqual([
    'anna@rsc.example  counsellor  hochfeld  - (no carrier: reads no requests)',
  ])
})

test('staff close ends the sessions of an account at once', async () => {
  const anna = await house.signedIn({ email: 'anna@rsc.example' })
  expect((await anna.get('/staff')).status).toBe(200)
  await types('staff close anna@rsc.example')
  expect((await anna.get('/staff')).status).toBe(401)
  expect((await types('staff list'))[0]).toContain('(closed)')
})

test('staff link refuses a closed account and names the way, staff reopen opens it again', async () => {
  await house.signedIn({ email: 'anna@rsc.example' })
  await types('staff close anna@rsc.example')
  await expect(types('staff link anna@rsc.example')).rejects.toThrow(
    'closed, a link would lead nowhere: staff reopen anna@rsc.example',
  )
  await expect(types('staff close anna@rsc.example')).rejects.toThrow('closed already')
  await types('staff reopen anna@rsc.example')
  await expect(types('staff reopen anna@rsc.example')).rejects.toThrow('is not closed')
  expect((await types('staff list'))[0]).not.toContain('(closed)')
  expect((await types('staff link anna@rsc.example'))[0]).toContain('/staff/invite/')
})

test('staff close leaves the last administrator in, and closes them beside another one', async () => {
  const dana = await house.signedIn({ email: 'dana@rsc.example', role: 'administrator' })
  await expect(types('staff close dana@rsc.example')).rejects.toThrow(
    'the last administrator who can sign in, and cannot be closed: first staff add',
  )
  expect((await dana.get('/staff')).status).toBeLessThan(400)
  // Who is invited and has never been in could let nobody in.
  const [link = ''] = await types('staff add other@rsc.example --role administrator')
  await expect(types('staff close dana@rsc.example')).rejects.toThrow('the last administrator')
  expect((await dana.get('/staff')).status).toBeLessThan(400)
  await types('staff add third@rsc.example --role administrator')
  await types('staff close third@rsc.example')
  await house.visit().post(new URL(link).pathname, { password: PASSWORD, repeat: PASSWORD })
  await types('staff close dana@rsc.example')
  expect((await dana.get('/staff')).status).toBe(401)
})

test('staff link sets a new password and keeps the second factor', async () => {
  await house.signedIn({ email: 'anna@rsc.example' })
  const [link = ''] = await types('staff link anna@rsc.example')
  const visitor = house.visit()
  const password = 'an entirely new sentence'
  await visitor.post(new URL(link).pathname, { password, repeat: password })
  const entered = await visitor.post('/staff/sign-in', { email: 'anna@rsc.example', password })
  expect(entered.location).toBe('/staff/sign-in/code')
})

test('token create prints a token that works until it is revoked', async () => {
  const [token = ''] = await types('token create statistics --role coordinator')
  const ask = () =>
    house.app.request('/api/v1/utilisation', { headers: { Authorization: `Bearer ${token}` } })
  expect((await ask()).status).toBe(200)
  const [line = ''] = await types('token list')
  expect(line).toContain('statistics  coordinator')
  const [, dated = ''] = await types(
    'token create more --role coordinator --until 2026-12-31',
  ).then(() => types('token list'))
  expect(dated).toContain('(until 2026-12-31)')
  expect(line).not.toContain(token.split('_')[2])
  await types(`token revoke ${line.split(' ')[0]}`)
  expect((await ask()).status).toBe(401)
})

test.each(['off', 'four-eyes', 'on'] as const)(
  'what is done by commands stands in the audit, in words, where looking by person is %s',
  async (staffOversight) => {
    await house.stop()
    house = await openHouse({ ...duisburg(), staffOversight })
    await types('staff add dana@rsc.example --role counsellor --centre hochfeld --body drk')
    await types('staff link dana@rsc.example')
    await types('staff close dana@rsc.example')
    await expect(types('staff link dana@rsc.example')).rejects.toThrow('is closed')
    await types('staff reopen dana@rsc.example')
    const [token = ''] = await types('token create case-system --role coordinator')
    await types(`token revoke ${token.split('_')[1]}`)
    await replaceProfile(house.deps, { ...duisburg(), staffOversight })
    const admin = { email: 'it@rsc.example', role: 'administrator' as const, centres: [] }
    const ada = await house.signedIn({ ...admin, body: null })
    const page = await ada.get('/staff/audit')
    expect(page.text).toContain('<option value="operator">Betrieb (Befehl auf dem Rechner)')
    const { text } = await ada.get('/staff/audit?who=operator')
    const rows = [...text.matchAll(/<tr>[\s\S]*?<\/tr>/g)]
      .map(([row]) => row.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '))
      .filter((row) => row.includes('Betrieb (Befehl auf dem Rechner)'))
      .reverse()
    const said = [
      ...['Konto angelegt', 'neuer Link', 'Zugang gesperrt', 'neuer Link abgelehnt'],
      ...[
        'Zugang wieder geöffnet',
        'Token erstellt',
        'Token widerrufen',
        'Beratungsstellen und Zeiten geändert',
      ],
    ]
    expect(rows).toHaveLength(said.length)
    for (const [nth, words] of said.entries()) expect(rows[nth]).toContain(words)
    expect(rows[0]).toContain('Dana Neu')
    expect(text).not.toContain('operator<')
    expect((await house.deps.store.staff.audit.verify()).broken).toBeNull()
    // Whoever works with cases reads nothing of it.
    const lea = await house.signedIn({ email: 'lea@rsc.example', role: 'lead' })
    const leads = await lea.get('/staff/audit?who=operator')
    expect(leads.text).not.toContain('Betrieb (Befehl')
  },
)
