// What is installed on a server is what runs there: no tool of the building, and nothing is missing.

import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startDemo } from '../support/demo-process.ts'
import { layInstalled, runningNames, THERE_ALONE } from '../support/installed.ts'

let installed: ReturnType<typeof layInstalled>
beforeAll(() => {
  installed = layInstalled()
})
afterAll(() => installed.remove())

const ready = () =>
  spawnSync(process.execPath, [...THERE_ALONE, 'scripts/ready.mjs'], {
    cwd: installed.folder,
    encoding: 'utf8',
  })

it('is without Prisma’s command line, compilers and test tools', () => {
  const tools = ['prisma', '@prisma/engines', 'typescript', 'vitest', 'vite', 'esbuild', 'wrangler']
  expect(runningNames().filter((name) => tools.includes(name))).toEqual([])
  expect(runningNames().length).toBeGreaterThan(40)
})

it('has all that the chat, pages, dashboard and API need', async () => {
  expect(ready()).toMatchObject({ status: 0, stderr: '' })
  const demo = await startDemo({}, { cwd: installed.folder, node: THERE_ALONE })
  try {
    for (const path of ['/', '/simulator', '/staff/sign-in', '/api/openapi.json', '/sos']) {
      const answer = await fetch(`${demo.url}${path}`)
      expect([path, answer.status]).toEqual([path, 200])
    }
    expect(demo.output()).not.toMatch(/ERR_MODULE_NOT_FOUND|"level":"error"/)
  } finally {
    await demo.stop()
  }
})

it('says what to do where the database client is of another version', () => {
  rmSync(join(installed.folder, 'src/generated/.made-from'))
  const { status, stderr } = ready()
  expect(status).toBe(1)
  expect(stderr).toContain('`npm ci`')
})
