// The offline bundle: unpacked on a machine without npm and network, it is whole and starts by itself.

import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startDemo } from '../support/demo-process.ts'
import { runningNames } from '../support/installed.ts'

let home: string
let folder: string
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'lotse-offline-'))
  const said = execFileSync(process.execPath, ['scripts/offline-bundle.ts', home], {
    encoding: 'utf8',
  })
  const file = said.trim()
  execFileSync('sha256sum', ['-c', `${file}.sha256`], { cwd: home })
  execFileSync('tar', ['-xzf', file, '-C', home])
  folder = file.replace(/\.tar\.gz$/, '')
  // Some 350 MB are copied, summed and packed; minutes where many other things run.
}, 900_000)
afterAll(() => rmSync(home, { recursive: true, force: true }))

it('has a checksum for each file, and says what it is made of', () => {
  const { status, stderr } = spawnSync('sha256sum', ['--quiet', '-c', 'SHA256SUMS'], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const { bomFormat, components } = JSON.parse(readFileSync(join(folder, 'sbom.cdx.json'), 'utf8'))
  const names = components.map(({ group, name }: { group?: string; name: string }) =>
    group ? `${group}/${name}` : name,
  )
  expect(bomFormat).toBe('CycloneDX')
  expect(names).toEqual(expect.arrayContaining(runningNames()))
  const notices = readFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), 'utf8')
  for (const name of runningNames()) expect(notices).toContain(`\n${name} `)
  for (const tool of ['prisma', 'vitest', 'typescript']) {
    expect(names).not.toContain(tool)
    expect(existsSync(join(folder, 'node_modules', tool))).toBe(false)
  }
})

it('starts with its own Node, and answers with its version', async () => {
  const program = join(folder, 'node_modules/node/bin/node')
  const demo = await startDemo({}, { cwd: folder, program })
  try {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(await (await fetch(`${demo.url}/healthz`)).json()).toEqual({ up: true, version })
    expect(demo.output()).toContain(`Lotse ${version} is running as a demo`)
    const desk = await (await fetch(`${demo.url}/staff/sign-in`)).text()
    expect(desk).toContain(`<footer class="version">Lotse ${version} `)
  } finally {
    await demo.stop()
  }
  const said = execFileSync(program, ['src/cli.ts', '--version'], { cwd: folder, encoding: 'utf8' })
  expect(said).toMatch(/^lotse \d+\.\d+\.\d+\n$/)
})
