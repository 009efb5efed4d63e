// What Prometheus scrapes of a running Lotse: a port of its own, for who has the token, with nobody in it.

import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Demo, freePort, startDemo } from '../support/demo-process.ts'
import { createFormsOnly } from '../support/forms-only.ts'
import { booksOnPage } from '../support/on-pages.ts'

const TOKEN = 'a-token-of-the-tests'
const hasPromtool = spawnSync('promtool', ['--version']).status === 0
const promtool = async (...words: string[]) => await promisify(execFile)('promtool', words)

describe('a scrape', () => {
  let folder: string
  let lotse: Demo
  let at: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lotse-metrics-'))
    const port = await freePort()
    at = `http://127.0.0.1:${port}/metrics`
    lotse = await startDemo({
      ...{ DOORS: 'web', PUBLIC_URL: 'http://localhost', METRICS_PORT: String(port) },
      ...{ METRICS_TOKEN: TOKEN, DATABASE_URL: `file:${join(folder, 'lotse.db')}` },
    })
  })
  afterAll(async () => {
    await lotse.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const scrape = async () => {
    const answer = await fetch(at, { headers: { authorization: `Bearer ${TOKEN}` } })
    expect(answer.status).toBe(200)
    return await answer.text()
  }
  const numberOf = (text: string, line: string) => {
    const found = text.split('\n').find((one) => one.startsWith(`${line} `))
    return found === undefined ? undefined : Number(found.slice(line.length + 1))
  }

  it('is for who has the token, at its own port alone', async () => {
    expect((await fetch(at)).status).toBe(401)
    expect((await fetch(at, { headers: { authorization: 'Bearer other' } })).status).toBe(401)
    const elsewhere = { headers: { authorization: `Bearer ${TOKEN}` } }
    expect((await fetch(at.replace('/metrics', '/'), elsewhere)).status).toBe(404)
    const open = await fetch(`${lotse.url}/metrics`, elsewhere)
    expect(open.status).toBe(404)
    expect(await open.text()).not.toContain('lotse_')
  })

  it('counts what people press by door and outcome, and names nobody', async () => {
    const browser = createFormsOnly({
      request: (path, init) => fetch(`${lotse.url}${path}`, { ...init, redirect: 'manual' }),
    })
    await booksOnPage(browser)
    const text = await scrape()
    const of = (outcome: string) =>
      numberOf(text, `lotse_inputs_total{city="duisburg",door="web",outcome="${outcome}"}`)
    expect(of('answered')).toBe(7)
    expect(of('failed')).toBe(0)
    const count = 'lotse_answer_seconds_count{city="duisburg",door="web"}'
    expect(numberOf(text, count)).toBe(of('answered'))
    expect(numberOf(text, 'lotse_database_answers{city="duisburg"}')).toBe(1)
    expect(numberOf(text, 'lotse_reminders_late{city="duisburg"}')).toBe(0)
    const ticked = numberOf(text, 'lotse_tick_timestamp_seconds{city="duisburg"}') ?? 0
    expect(Math.abs(Date.now() / 1000 - ticked)).toBeLessThan(90)
    // The audit is looked at with the first tick, a moment after the start.
    await vi.waitFor(async () => {
      expect(numberOf(await scrape(), 'lotse_audit_whole{city="duisburg"}')).toBe(1)
    }, 10_000)
    // Labels are a closed list: no code, language, topic or time of an appointment is among them.
    const labels = new Set(
      [...text.matchAll(/^lotse_\w+\{(.*)\}/gm)].flatMap(([, all = '']) =>
        all.split(',').map((one) => one.split('=')[0]),
      ),
    )
    const known = [
      'centre',
      'city',
      'door',
      'due_for',
      'event',
      'le',
      'level',
      'outcome',
      'version',
      'what',
    ]
    expect([...labels].filter((label) => !known.includes(label ?? ''))).toEqual([])
  })

  it('tells that the audit was changed, and counts the line that says so', async () => {
    expect(await scrape()).not.toContain('event="audit broken"')
    await lotse.stop()
    const db = new Sqlite(join(folder, 'lotse.db'))
    const triggers = db
      .prepare(
        `SELECT "name", "sql" FROM sqlite_schema WHERE "type" = 'trigger' AND "tbl_name" = 'Audit'`,
      )
      .all() as { name: string; sql: string }[]
    for (const { name } of triggers) db.exec(`DROP TRIGGER "${name}"`)
    db.exec(
      `INSERT INTO "Audit" ("at", "action", "outcome", "previous", "hash") VALUES ('2026-01-01T00:00:00.000Z', 'x', 'done', 'none', 'none')`,
    )
    for (const { sql } of triggers) db.exec(sql)
    db.close()
    const port = await freePort()
    at = `http://127.0.0.1:${port}/metrics`
    lotse = await startDemo({
      ...{ DOORS: 'web', PUBLIC_URL: 'http://localhost', METRICS_PORT: String(port) },
      ...{ METRICS_TOKEN: TOKEN, DATABASE_URL: `file:${join(folder, 'lotse.db')}` },
    })
    await expect.poll(scrape, { timeout: 20_000 }).toContain('lotse_audit_whole{city="duisburg"} 0')
    expect(
      numberOf(
        await scrape(),
        'lotse_log_lines_total{city="duisburg",level="error",event="audit broken"}',
      ),
    ).toBe(1)
  })

  it.runIf(hasPromtool)(
    'is read as valid by promtool (skipped where Debian’s prometheus is not installed)',
    async () => {
      const text = await scrape()
      const { status, stdout, stderr } = spawnSync('promtool', ['check', 'metrics'], {
        input: text,
        encoding: 'utf8',
      })
      // What prom-client says of Node itself has names of its own.
      const ours = `${stdout}${stderr}`.split('\n').filter((line) => line.startsWith('lotse_'))
      expect(ours).toEqual([])
      expect([0, 3]).toContain(status)
    },
  )
})

describe('the alerts', () => {
  const rules = readFileSync('docs/install/lotse-alerts.yml', 'utf8')
  const alerts = [...rules.matchAll(/- alert: (\w+)/g)].map(([, name = '']) => name)
  const source = readFileSync('src/runtime/node/metrics.ts', 'utf8')

  it('are each explained to whoever is woken, and each fires once in a test', () => {
    expect(alerts.length).toBeGreaterThan(10)
    const paper = readFileSync('docs/operations.md', 'utf8')
    const tests = readFileSync('docs/install/lotse-alerts.test.yml', 'utf8')
    for (const alert of alerts) {
      expect(paper).toContain(`| \`${alert}\` |`)
      expect(tests).toContain(`- name: ${alert} fires`)
      expect(tests).toContain(`- name: ${alert} is quiet`)
    }
  })

  it('and the dashboard ask for nothing that is not there', () => {
    const board = readFileSync('docs/install/grafana-dashboard.json', 'utf8')
    const asked = `${rules}${board}`.matchAll(/\blotse_[a-z_]+/g)
    const names = new Set([...asked].map(([name]) => name.replace(/_bucket$/, '')))
    expect(names.size).toBeGreaterThan(9)
    for (const name of names) expect(source).toContain(`'${name}'`)
  })

  it.runIf(hasPromtool)('fire and are quiet as promtool plays them', async () => {
    await promtool('check', 'rules', 'docs/install/lotse-alerts.yml')
    await promtool('test', 'rules', 'docs/install/lotse-alerts.test.yml')
    await promtool('check', 'config', 'docs/install/prometheus.yml')
  })
})
