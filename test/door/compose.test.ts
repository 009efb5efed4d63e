// The files of the image and its compose, read by a script, where neither Podman nor Docker is: that everything they name
// is there, and that Lotse would start with what they set.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readCities } from '../../src/config/cities.ts'
import { fields } from '../../src/config/fields.ts'
import { withFiles } from '../../src/config/from-files.ts'
import { startLotse } from '../support/lotse.ts'
import { bareEnv } from '../support/own-process.ts'

const HERE = 'docs/install'
const text = readFileSync(`${HERE}/compose.yaml`, 'utf8')

type Service = {
  environment: Record<string, string>
  secrets?: string[]
  volumes: string[]
  command?: string[]
  build?: { context: string; dockerfile: string }
  read_only?: boolean
  cap_drop?: string[]
  healthcheck?: { test: string[] }
}
type Compose = {
  services: Record<'lotse' | 'proxy' | 'backup', Service>
  volumes: Record<string, null>
  secrets: Record<string, { file: string }>
}

/** With `LOTSE_HOST` set, as compose reads it. */
const read = (source: string) =>
  parse(
    source.replaceAll(/\$\{(\w+)(?::[-?]([^}]*))?\}/g, (_, name: string, other = '') =>
      name === 'LOTSE_HOST' ? 'lotse.example' : other,
    ),
  ) as Compose

/** As it is once the lines for Telegram are taken in. */
const withTelegram = text
  .replace(/^ +DOORS: web\n/m, '')
  .replace(/^ +secrets: \[data_key\]\n( +# secrets)/m, '$1')
  .replaceAll(
    /# (DOORS: telegram|BOT_TOKEN|WEBHOOK_SECRET|secrets: \[|bot_token|webhook_secret| +file:)/g,
    '$1',
  )

describe.each([
  ['as it stands', text, 'web'],
  ['with Telegram', withTelegram, 'telegram,web'],
])('the compose file %s', (_, source, doors) => {
  const compose = read(source)
  const { lotse, backup, proxy } = compose.services

  it('sets what Lotse knows, and enough for a start', () => {
    const names = [...Object.keys(fields.shape), 'TRIAL']
    for (const name of Object.keys({ ...lotse.environment, ...backup.environment })) {
      expect(names).toContain(name.replace(/_FILE$/, ''))
    }
    const secrets: Record<string, string> = {
      '/run/secrets/data_key': Buffer.alloc(32, 1).toString('base64'),
      '/run/secrets/bot_token': `4242:${'a'.repeat(35)}`,
      '/run/secrets/webhook_secret': 'a'.repeat(32),
    }
    const started = withFiles(lotse.environment, (file) => secrets[file] ?? '', readCities)
    expect(started).toMatchObject({ cities: [{ mode: 'live' }] })
    expect(lotse.environment['DOORS']).toBe(doors)
  })

  it('hands over every secret it names a file of, and declares whatever it mounts', () => {
    for (const { environment, secrets = [], volumes } of [lotse, backup, proxy]) {
      for (const file of Object.values(environment)) {
        const [, secret] = /^\/run\/secrets\/(\w+)$/.exec(file) ?? []
        if (secret) expect(secrets).toContain(secret)
      }
      for (const secret of secrets) expect(compose.secrets).toHaveProperty(secret)
      for (const volume of volumes) {
        const [from = ''] = volume.split(':')
        if (!from.startsWith('.')) expect(compose.volumes).toHaveProperty(from)
        else if (from !== './backups') expect(existsSync(join(HERE, from)), from).toBe(true)
      }
    }
  })
})

describe('what it runs', () => {
  const { lotse, backup, proxy } = read(text).services
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lotse-compose-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('writes nowhere but to its volumes, and has no right it does not need', () => {
    for (const service of [lotse, backup, proxy]) {
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] })
      expect(service).toMatchObject({ security_opt: ['no-new-privileges:true'] })
    }
  })

  it('is built of files that are there, none of which is kept from who builds', () => {
    const { context = '', dockerfile = '' } = lotse.build ?? {}
    expect(existsSync(join(HERE, context, dockerfile))).toBe(true)
    const kept = readFileSync('.dockerignore', 'utf8').split('\n')
    const image = readFileSync(join(HERE, context, dockerfile), 'utf8')
    const copied = [...image.matchAll(/^COPY (?!--)(.*) \S+$/gm)].flatMap(([, files = '']) =>
      files.split(' '),
    )
    for (const file of copied) expect(kept).toContain(`!${file}`)
    expect(kept.filter((line) => line.startsWith('!'))).toHaveLength(copied.length)
  })

  it('looks after its health by a program of the image, which says so of a Lotse that is not there', () => {
    const [, program = '', ...words] = lotse.healthcheck?.test ?? []
    expect(existsSync(program.replace('/lotse/', ''))).toBe(true)
    const script = words.map((word) => word.replace(':3000', ':1'))
    expect(spawnSync(process.execPath, script).status).toBe(1)
  })

  it('makes a backup by its own command', async () => {
    const dataKey = Buffer.alloc(32, 1).toString('base64')
    const lotse = await startLotse({ file: join(folder, 'lotse.db'), dataKey })
    await lotse.deps.store.meta.knowsKey()
    await lotse.stop()
    writeFileSync(join(folder, 'key'), dataKey)
    const command = (backup.command ?? []).map((word) => word.replace('/backups/', `${folder}/`))
    const env = {
      ...{ ...bareEnv(), TMPDIR: folder },
      ...{ ...backup.environment, DATA_KEY_FILE: join(folder, 'key') },
      DATABASE_URL: `file:${join(folder, 'lotse.db')}`,
    }
    const made = spawnSync(process.execPath, command, { env, encoding: 'utf8' })
    expect(made, made.stderr).toMatchObject({ status: 0 })
    expect(readdirSync(folder).filter((name) => name.endsWith('.backup'))).toHaveLength(1)
  })

  it.runIf(spawnSync('caddy', ['version']).status === 0)(
    'stands behind a proxy that hands on to it (skipped where Caddy is not installed)',
    () => {
      const env = { ...process.env, ...proxy.environment }
      const words = ['adapt', '--config', `${HERE}/Caddyfile`, '--adapter', 'caddyfile']
      const { stdout } = spawnSync('caddy', words, { env, encoding: 'utf8' })
      expect(stdout).toContain('"dial":"lotse:3000"')
      expect(stdout).toContain('"host":["lotse.example"]')
    },
  )
})
