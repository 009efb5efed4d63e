import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    execArgv: ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=16'],
    globalSetup: ['test/support/in-memory.ts'],
    setupFiles: ['test/support/setup.ts'],
    passWithNoTests: true,
    // As in vitest.config.ts; each file has a Lotse and a browser of its own.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 120_000 * Number(process.env['LOTSE_RUNS'] ?? 1),
    hookTimeout: 120_000,
  },
})
