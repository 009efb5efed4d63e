// /usr/local/bin/lotse, run before a systemd-run that does what the real one does with a unit made while it runs: it hands
// credentials over in a folder, sets variables letter by letter, and knows no %d.

import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

const SYSTEMD_RUN = `#!/usr/bin/env node
const { mkdtempSync, copyFileSync, readFileSync } = require('node:fs')
const { spawnSync } = require('node:child_process')
const words = process.argv.slice(2)
const env = { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR }
let cwd
while (words[0].startsWith('--')) {
  const [, name, value] = /^--property=(\\w+)=(.*)$/.exec(words.shift()) ?? []
  const [first, rest] = (value ?? '').split(/[=:](.*)/)
  if (name === 'WorkingDirectory') cwd = value
  if (name === 'Environment') env[first] = rest
  if (name === 'EnvironmentFile') for (const line of readFileSync(value, 'utf8').split('\\n')) {
    if (line) env[line.split('=')[0]] = line.split(/=(.*)/)[1]
  }
  if (name === 'LoadCredential') {
    env.CREDENTIALS_DIRECTORY ??= mkdtempSync(process.env.TMPDIR + '/credentials-')
    copyFileSync(rest, env.CREDENTIALS_DIRECTORY + '/' + first)
  }
}
process.exit(spawnSync(words[0], words.slice(1), { cwd, env, stdio: 'inherit' }).status ?? 1)
`

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lotse-command-'))
  writeFileSync(join(folder, 'data-key'), Buffer.alloc(32, 1).toString('base64'))
  writeFileSync(join(folder, 'settings'), 'PUBLIC_URL=https://lotse.stadt.example\n')
  writeFileSync(join(folder, 'systemd-run'), SYSTEMD_RUN)
  const command = readFileSync('docs/install/lotse', 'utf8')
    .replaceAll('/opt/lotse', resolve('.'))
    .replaceAll('/var/lib/lotse', folder)
    .replaceAll('/etc/lotse', folder)
  writeFileSync(join(folder, 'lotse'), command)
  for (const name of ['systemd-run', 'lotse']) chmodSync(join(folder, name), 0o755)
  const { status, stderr } = lotse('db', 'seed')
  expect(status, stderr).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const lotse = (...words: string[]) =>
  spawnSync(join(folder, 'lotse'), words, {
    env: { ...process.env, PATH: `${folder}:${process.env['PATH']}`, TMPDIR: folder },
    encoding: 'utf8',
  })

it('opens the database with the key that it is handed over', () => {
  const words = ['--role', 'administrator', '--name', 'Amal  Öztürk']
  const added = lotse('staff', 'add', 'you@city.example', ...words)
  expect(added, added.stderr).toMatchObject({ status: 0 })
  expect(added.stdout).toContain('https://lotse.stadt.example/staff/invite/')
  expect(lotse('staff', 'list').stdout).toContain('you@city.example')
})

it('ends as the command ends', () => {
  const { status, stderr } = lotse('staff', 'close', 'nobody@city.example')
  expect(status).toBe(1)
  expect(stderr).toContain('nobody@city.example')
})
