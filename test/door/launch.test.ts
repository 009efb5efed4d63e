// A live start without those who answer for the data, an officer and an imprint: refused, unless it is a trial.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startDemo } from '../support/demo-process.ts'
import { bareEnv } from '../support/own-process.ts'
import { withFacts } from '../support/with-facts.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lotse-launch-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const settings = () => ({
  DOORS: 'web',
  PUBLIC_URL: 'https://lotse.example',
  DATABASE_URL: `file:${join(folder, 'lotse.db')}`,
})
const lotse = (...words: string[]) =>
  spawnSync(process.execPath, ['src/cli.ts', ...words], {
    encoding: 'utf8',
    env: { ...bareEnv(), ...settings() },
  })

describe('a live start', () => {
  it('is refused in one line with what is missing and the way on, and is no live database then', async () => {
    const start = startDemo({ ...settings(), TRIAL: 'no' })
    await expect(start).rejects.toThrow(
      /controller \(RSC Hamborn, RSC Hochfeld, RSC Rheinhausen\), data protection officer \(Grafschafter Diakonie\), imprint: enter it by `lotse profile import FILE`, or start with TRIAL=yes/,
    )
    // Nothing has run live: the demo opens.
    const demo = await startDemo({ DATABASE_URL: settings().DATABASE_URL })
    await demo.stop()
  })

  it('goes on once they are entered', async () => {
    const file = join(folder, 'city.json')
    writeFileSync(file, JSON.stringify(withFacts()))
    expect(lotse('profile', 'import', file).status).toBe(0)
    const live = await startDemo({ ...settings(), TRIAL: 'no' })
    expect((await fetch(`${live.url}/readyz`)).status).toBe(200)
    expect(await (await fetch(`${live.url}/?lang=de`)).text()).not.toContain('Das ist ein Test.')
    await live.stop()
  })

  it('as a trial goes on without them, and says so', async () => {
    const trial = await startDemo(settings())
    expect(await (await fetch(`${trial.url}/?lang=tr`)).text()).toContain('Bu yalnızca bir deneme.')
    await trial.stop()
  })
})

describe('release-check', () => {
  it('lists what is needed first, then the rest, and ends with 1', () => {
    expect(lotse('db', 'seed').status).toBe(0)
    const { status, stdout } = lotse('release-check')
    const lines = stdout.split('\n').filter((line) => /^(NEEDED|open|\d)/.test(line))
    expect(status).toBe(1)
    expect(lines.slice(0, 3).every((line) => line.startsWith('NEEDED'))).toBe(true)
    expect(stdout).toContain('Not entered for RSC Hamborn, RSC Hochfeld')
    expect(stdout).toContain('Arabic, Farsi, Dari')
    expect(stdout).not.toContain('Arabisch')
    expect(stdout).toContain('No data protection officer entered for Grafschafter Diakonie.')
    for (const about of [
      'Imprint',
      'DATA_KEY',
      'SECURITY_CONTACT',
      'Backup',
      'E-mail',
      'Languages',
    ]) {
      expect(stdout, about).toContain(
        `open    ${about}`.replace('open    Imprint', 'NEEDED  Imprint'),
      )
    }
    expect(lines.at(-1)).toMatch(/^\d+ are open, 3 of them keep a live start from happening\.$/)
  })

  it('counts a backup, and names nothing as needed once it is entered', () => {
    const file = join(folder, 'city.json')
    writeFileSync(file, JSON.stringify(withFacts()))
    lotse('profile', 'import', file)
    expect(lotse('backup', join(folder, 'copy')).status).toBe(0)
    const { stdout } = lotse('release-check')
    expect(stdout).not.toContain('NEEDED')
    expect(stdout).not.toContain('Backup')
    expect(stdout).toContain('0 of them keep')
  })
})
