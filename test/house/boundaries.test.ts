import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { faultsOfHouse } from '../support/house-rules.ts'

test('every file of src/ keeps to the house rules', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !path.startsWith('src/generated/'))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
  expect(sources.length).toBeGreaterThan(0)
  expect(faultsOfHouse(sources)).toEqual([])
})

test.each([
  ['src/domain/a.ts', "import { x } from '../flows/b.ts'", 'which domain may not'],
  ['src/domain/a.ts', "import type { X } from '../store/b.ts'", 'only runtime/ opens the store'],
  ['src/domain/a.ts', "import { x } from 'i18next'", 'does more than compute'],
  ['src/domain/a.ts', 'const now = Date.now()', 'reads the clock'],
  ['src/domain/a.ts', 'const now = new Date()', 'reads the clock'],
  ['src/domain/a.ts', 'export async function f() {}', 'waits for something'],
  ['src/store/a.ts', "import { rule } from '../domain/b.ts'", 'only its types'],
  ['src/store/a.ts', "import { type A, rule } from '../domain/b.ts'", 'only its types'],
  ['src/store/a.ts', "import { Hono } from 'hono'", 'store/ may not'],
  ['src/store/a.ts', "import { readFileSync } from 'node:fs'", 'name a runtime'],
  ['src/flows/a.ts', "import { x } from '../deps.ts'", 'only its types'],
  ['src/flows/a.ts', "import { x } from '../telegram/b.ts'", 'which flows may not'],
  ['src/flows/a.ts', "import { html } from 'hono/html'", 'flows/ may not'],
  ['src/flows/a.ts', "import type { PrismaClient } from '@prisma/client'", 'only store/ may'],
  ['src/flows/a.ts', "const { Bot } = await import('grammy')", 'only telegram/ may'],
  ['src/telegram/a.ts', "import { x } from '../staff/b.ts'", 'which telegram may not'],
  ['src/telegram/a.ts', "import {\n  x,\n} from '../store/b.ts'", 'only runtime/ opens the store'],
  ['src/staff/a.ts', "export { x } from '../telegram/b.ts'", 'which staff may not'],
  ['src/staff/a.ts', "import '../generated/node/client.ts'", 'only store/ may'],
  ['src/staff/a.ts', 'const port = process.env.PORT', 'reads the environment'],
  ['src/staff/a.ts', 'const rows = await deps.store.people.list()', 'only through flows/'],
  ['src/api/a.ts', 'function f({ store, clock }: Deps) {}', 'only through flows/'],
  ['src/app.ts', "import { serve } from '@hono/node-server'", 'name a runtime'],
  [
    'src/app.ts',
    "import { page } from './simulator/page.ts'",
    'only runtime/node/demo.ts and tests',
  ],
  ['src/app.ts', "import { open } from './store/open-node.ts'", 'only runtime/ opens the store'],
  ['src/app.ts', "import { x } from './log-node.ts'", 'one runtime only'],
  ['src/deps.ts', "import { open } from './i18n/index.ts'", 'only a type'],
  [
    'src/worker.ts',
    "import { page } from './simulator/page.ts'",
    'only runtime/node/demo.ts and tests',
  ],
  ['src/store/a.ts', "await db.$queryRawUnsafe('SELECT 1')", 'name a statement'],
  ['src/telegram/text-utils.ts', '', 'says nothing'],
  ['src/staff/Manager.ts', '', 'says nothing'],
  ['src/telegram/long.ts', 'x\n'.repeat(251), 'more than 250'],
])('%s refuses %j', (path, text, reason) => {
  const faults = faultsOfHouse([{ path, text }])
  expect(faults).toHaveLength(1)
  expect(faults[0]).toContain(reason)
})

test.each([
  ['src/domain/a.ts', "import Fuse from 'fuse.js'\nimport { b } from './b.ts'"],
  ['src/domain/a.ts', '// Date.now() is not read here\nconst day = new Date(now)'],
  ['src/store/a.ts', "import type { A } from '../domain/b.ts'"],
  ['src/store/a.ts', "import { type A, type B } from '../domain/b.ts'"],
  ['src/store/open-node.ts', "import Database from 'better-sqlite3'"],
  ['src/store/open-node.ts', "import { PrismaClient } from '../generated/node/client.ts'"],
  ['src/flows/a.ts', "import type { Deps } from '../deps.ts'\nimport { b } from '../domain/b.ts'"],
  [
    'src/telegram/features/a.ts',
    "import { Composer } from 'grammy'\nimport { x } from '../render.ts'",
  ],
  ['src/i18n/index.ts', "import { locales } from '../generated/locales.ts'"],
  ['src/i18n/index.ts', "import de from '../../locales/de/bot.json' with { type: 'json' }"],
  ['src/deps.ts', "import type { Store } from './store/store.ts'"],
  ['src/runtime/node/deps.ts', "import { openStore } from '../../store/engine/open-node.ts'"],
  ['src/node.ts', 'const port = process.env.PORT'],
  ['src/runtime/node/demo.ts', "import { page } from '../../simulator/page.ts'"],
  ['src/simulator/bot-api.ts', "import { createServer } from 'node:http'"],
])('%s may have %j', (path, text) => {
  expect(faultsOfHouse([{ path, text }])).toEqual([])
})

test('a circle of imports is told, also one of types alone', () => {
  const circle = [
    { path: 'src/domain/a.ts', text: "import type { B } from './b.ts'" },
    { path: 'src/domain/b.ts', text: "import { c } from './deep/c.ts'" },
    { path: 'src/domain/deep/c.ts', text: "import { a } from '../a.ts'" },
  ]
  expect(faultsOfHouse(circle)).toEqual([
    'src/domain/a.ts → src/domain/b.ts → src/domain/deep/c.ts → src/domain/a.ts: a circle of imports',
  ])
  expect(faultsOfHouse(circle.slice(0, 2))).toEqual([])
})
