// Secrets from files, as containers, systemd and secret stores hand them over.

import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readCities } from '../../src/config/cities.ts'
import { withFiles } from '../../src/config/from-files.ts'
import { startDemo } from '../support/demo-process.ts'

const KEY = randomBytes(32).toString('base64')
const FILES: Record<string, string> = {
  '/run/key': `${KEY}\n`,
  '/run/token': '1:T\r\n',
  '/run/secret': 'a-secret-of-sixteen',
  '/run/smtp': 'smtps://u:p@mail.example:465\n',
  '/run/empty': '\n',
  '/run/two-lines': 'a-secret-of-sixteen\n\n',
  '/run/long': 'x'.repeat(5000),
}
const open = (file: string) => {
  const text = FILES[file]
  if (text === undefined) throw Object.assign(new Error(file), { code: 'ENOENT' })
  return text
}
const read = (env: Record<string, string>) => withFiles(env, open, readCities)

it('reads each, without the line break at its end', () => {
  const files = {
    DATA_KEY_FILE: '/run/key',
    BOT_TOKEN_FILE: '/run/token',
    WEBHOOK_SECRET_FILE: '/run/secret',
    STAFF_OIDC_CLIENT_SECRET_FILE: '/run/secret',
    SMTP_URL_FILE: '/run/smtp',
  }
  const others = {
    PUBLIC_URL: 'https://lotse.example',
    MAIL_FROM: 'a@stadt.example',
    STAFF_OIDC_ISSUER: 'https://id.example',
    STAFF_OIDC_CLIENT_ID: 'lotse',
  }
  expect(read({ ...files, ...others })).toMatchObject({
    cities: [
      {
        dataKey: KEY,
        botToken: '1:T',
        webhookSecret: 'a-secret-of-sixteen',
        staffProvider: { clientSecret: 'a-secret-of-sixteen' },
        mail: { url: 'smtps://u:p@mail.example:465' },
      },
    ],
  })
  const mail = { MAIL_URL: 'https://mail.example', MAIL_FROM: 'a@stadt.example' }
  expect(read({ ...mail, MAIL_KEY_FILE: '/run/secret' })).toMatchObject({
    cities: [{ mail: { key: 'a-secret-of-sixteen' } }],
  })
})

it('reads those of each city by its own name', () => {
  const env = {
    PROFILES: 'duisburg,kreis-unna',
    DATA_KEY_FILE_KREIS_UNNA: '/run/key',
    MAIL_KEY_FILE: '/run/secret',
    MAIL_URL: 'https://mail.example',
    MAIL_FROM: 'a@stadt.example',
  }
  const mail = { key: 'a-secret-of-sixteen' }
  expect(read(env)).toMatchObject({
    cities: [
      { dataKey: undefined, mail },
      { dataKey: KEY, mail },
    ],
  })
})

it.each([
  ['DATA_KEY_FILE', '/run/nothing', 'cannot be read (ENOENT)'],
  ['DATA_KEY_FILE', '/run/empty', 'is empty'],
  ['BOT_TOKEN_FILE', '/run/long', 'too long'],
])('refuses %s=%s by name: %s', (name, file, reason) => {
  const said = read({ [name]: file, PORT: 'http' })
  const faults = 'faults' in said ? said.faults : []
  expect(faults.map((fault) => fault.split(':')[0])).toEqual([name, 'PORT'])
  expect(faults[0]).toContain(reason)
  expect(faults.join()).not.toContain(file)
})

it('refuses both, and a file that holds more than the secret', () => {
  expect(read({ DATA_KEY_FILE: '/run/key', DATA_KEY: KEY })).toEqual({
    faults: ['DATA_KEY_FILE: given beside DATA_KEY: take one of them out'],
  })
  expect(read({ WEBHOOK_SECRET_FILE: '/run/two-lines' })).toEqual({
    faults: ['WEBHOOK_SECRET: has a blank or a line break around or in it'],
  })
})

it('says nothing twice of what a file was to bring', () => {
  const web = { PUBLIC_URL: 'https://lotse.example', BOT_TOKEN: '1:T' }
  expect(read({ ...web, WEBHOOK_SECRET_FILE: '/run/nothing' })).toEqual({
    faults: ['WEBHOOK_SECRET_FILE: the file it names cannot be read (ENOENT)'],
  })
})

it('starts with a key from a file, and makes none beside the database', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lotse-secrets-'))
  writeFileSync(join(folder, 'key'), `${KEY}\n`, { mode: 0o400 })
  const settings = { DATABASE_URL: `file:${join(folder, 'lotse.db')}` }
  const first = await startDemo({ ...settings, DATA_KEY_FILE: join(folder, 'key') })
  expect(await first.stop()).toBe(0)
  const second = await startDemo({ ...settings, DATA_KEY: KEY })
  expect(await second.stop()).toBe(0)
  rmSync(folder, { recursive: true, force: true })
})
