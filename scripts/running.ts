// Which packages run: those that `npm ci --omit=dev --omit=optional` installs, as the lock file has them; and their bill.

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

type Locked = { version?: string; dev?: true; devOptional?: true; optional?: true }

/** Their paths under the top folder, `node_modules/hono`, with their versions. */
export function runningPackages(): { path: string; version: string }[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, Locked>
  }
  return Object.entries(packages)
    .filter(([path, { dev, devOptional, optional }]) => path && !dev && !devOptional && !optional)
    .map(([path, { version = '' }]) => ({ path, version }))
}

type Bill = {
  components: { 'bom-ref': string; name: string; group?: string; version: string }[]
  dependencies: { ref: string; dependsOn: string[] }[]
  metadata: { component: { 'bom-ref': string } }
}

/**
 * What the running Lotse is made of, as CycloneDX. With `--omit dev` npm would leave out whatever a tool of the
 * building uses as well (grammY, better-sqlite3), so that all is asked for and what runs is taken.
 */
export function billOfMaterials(): Bill {
  const words = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']
  const options = { maxBuffer: 2 ** 28, encoding: 'utf8' } as const
  const bill = JSON.parse(execFileSync('npm', words, options)) as Bill
  const runs = new Set(
    runningPackages().map(
      ({ path, version }) => `${path.split('node_modules/').at(-1)}@${version}`,
    ),
  )
  const components = bill.components.filter(({ group, name, version }) =>
    runs.has(`${group ? `${group}/` : ''}${name}@${version}`),
  )
  const kept = new Set(components.map((one) => one['bom-ref']))
  kept.add(bill.metadata.component['bom-ref'])
  const dependencies = bill.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => kept.has(one)) }))
  return { ...bill, components, dependencies }
}
