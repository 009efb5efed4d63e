// The files by which a city installs Lotse: what can be held against them without the machine they are for.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const read = (name: string) => readFileSync(`docs/install/${name}`, 'utf8')
const isThere = (program: string) => spawnSync(program, ['--help']).error === undefined

describe('the units of systemd', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lotse-units-'))
    for (const name of ['lotse.service', 'lotse-backup.service', 'lotse-backup.timer']) {
      writeFileSync(join(folder, name), read(name).replaceAll('/opt/lotse', resolve('.')))
    }
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const analyze = (...words: string[]) => {
    const { status, stdout, stderr } = spawnSync('systemd-analyze', words, { encoding: 'utf8' })
    return { status, said: `${stdout}${stderr}` }
  }
  const units = ['lotse.service', 'lotse-backup.service', 'lotse-backup.timer']

  it.runIf(isThere('systemd-analyze'))(
    'are without a fault (skipped where systemd is not installed)',
    () => {
      expect(analyze('verify', ...units.map((name) => join(folder, name)))).toEqual({
        status: 0,
        said: '',
      })
    },
  )

  it.runIf(isThere('systemd-analyze')).each([
    ['lotse.service', 15],
    ['lotse-backup.service', 10],
  ])('%s is exposed to at most %d tenths of ten', (name, threshold) => {
    const words = ['--offline=true', '--no-pager', `--threshold=${threshold}`]
    const { status, said } = analyze('security', ...words, join(folder, name))
    expect(status, said).toBe(0)
  })

  it('keep the key from everybody but root, and start what is there', () => {
    for (const name of ['lotse.service', 'lotse-backup.service']) {
      expect(read(name)).toContain('LoadCredential=data-key:/etc/lotse/data-key')
      for (const [, program = ''] of read(name).matchAll(/\/opt\/lotse\/(\S+node) /g)) {
        expect(existsSync(program)).toBe(true)
      }
    }
    const [, started = ''] = startOf('package.json').split(' exec ')
    expect(read('lotse.service')).toContain(`/bin/${started}`)
  })
})

describe('the image', () => {
  it('has what a start needs, runs as nobody, and starts as `npm start` does', () => {
    const text = read('Containerfile')
    const copied = [...text.matchAll(/^COPY (?!--)(.*) \S+$/gm)].flatMap(([, files = '']) =>
      files.split(' '),
    )
    for (const file of copied) expect(existsSync(file), file).toBe(true)
    expect(copied).toEqual(
      expect.arrayContaining(['src', 'locales', 'prisma', 'scripts', 'package-lock.json']),
    )
    const [, last = ''] = text.split(/^FROM (?=gcr)/m)
    expect(last).toMatch(/^USER \d+/m)
    expect(last).toContain('HEALTHCHECK')
    const words = startOf('package.json').split(' ')
    const flags = words.slice(words.indexOf('node') + 1)
    expect(JSON.parse(/^CMD (.*)$/m.exec(last)?.[1] ?? '[]')).toEqual(flags)
  })

  it.runIf(isThere('ldd'))('has every library that its Node is linked to', () => {
    const { stdout } = spawnSync('ldd', ['node_modules/node/bin/node'], { encoding: 'utf8' })
    const linked = [...stdout.matchAll(/^\s+(lib\w+)\S* => \//gm)].map(([, name = '']) => name)
    const ofTheBase = /^lib(c|m|dl|pthread|rt|gcc_s|stdc)$/
    const missing = linked.filter((name) => !ofTheBase.test(name))
    for (const name of missing) expect(read('Containerfile')).toContain(`${name}.so`)
  })

  it.runIf(isThere('caddy'))(
    'stands behind a proxy whose settings Caddy takes (skipped where it is not installed)',
    () => {
      const env = { ...process.env, LOTSE_HOST: 'lotse.example' }
      const words = ['validate', '--config', 'docs/install/Caddyfile', '--adapter', 'caddyfile']
      expect(spawnSync('caddy', words, { env }).status).toBe(0)
    },
  )
})

const startOf = (file: string): string => JSON.parse(readFileSync(file, 'utf8')).scripts.start
