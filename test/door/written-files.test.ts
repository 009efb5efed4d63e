import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'lotse-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

it('a command writes through no link that leads elsewhere', () => {
  const link = join(home, 'list')
  const elsewhere = join(home, 'elsewhere')
  symlinkSync(elsewhere, link)
  const env = {
    ...process.env,
    DATABASE_URL: `file:${join(home, 'lotse.db')}`,
    PROFILE: 'duisburg',
  }
  spawnSync(process.execPath, ['src/cli.ts', 'db', 'seed'], { env })
  const ended = spawnSync(process.execPath, ['src/cli.ts', 'erase', 'list', link], { env })
  expect(ended.stderr.toString()).toContain('is there already')
  expect(ended.status).toBe(1)
  expect(existsSync(elsewhere)).toBe(false)
})
