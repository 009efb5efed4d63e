import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('scripts run on the Node that package.json pins, whatever the machine has', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>
  }
  expect(process.versions.node).toBe(dependencies['node'])
})
