import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'

const MOST_BYTES = 1_500_000
const out = mkdtempSync(join(tmpdir(), 'lotse-bundle-'))
afterAll(() => rmSync(out, { recursive: true, force: true }))

test('what is deployed stays below 1.5 MB gzip', () => {
  const wrangler = 'node_modules/wrangler/bin/wrangler.js'
  execFileSync(process.execPath, [wrangler, 'deploy', '--dry-run', '--outdir', out], {
    stdio: 'pipe',
  })
  const parts = readdirSync(out).filter((name) => /\.(js|wasm)$/.test(name))
  const bytes = parts.map((name) => gzipSync(readFileSync(join(out, name))).length)
  expect(parts).toContain('worker.js')
  expect(parts.some((name) => name.endsWith('.wasm'))).toBe(true)
  expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThan(MOST_BYTES)
})
