import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/support/longest-first.ts'

export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    execArgv: ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=16'],
    globalSetup: ['test/support/in-memory.ts'],
    setupFiles: ['test/support/setup.ts'],
    sequence: { sequencer: LongestFirst },
    passWithNoTests: true,
    // As in vitest.config.ts; each file has a Lotse of its own, and a context of the browser.
    isolate: false,
    maxWorkers: 3,
    testTimeout: 120_000 * Number(process.env['LOTSE_RUNS'] ?? 1),
    hookTimeout: 120_000,
    // What is looked for until it is there takes as long as a busy machine does.
    expect: { poll: { timeout: 20_000 } },
  },
})
