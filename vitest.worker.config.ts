import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/support/longest-first.ts'

export default defineConfig({
  test: {
    // What talks to a whole Lotse runs on both engines; here in workerd, on D1.
    include: [
      'test/{worker,flows,telegram,staff,web}/**/*.test.ts',
      'test/door/{race,race-doors,order,claims}.test.ts',
      'test/browser/passkeys.test.ts',
    ],
    exclude: [
      // A Worker has a webhook and never polls.
      'test/telegram/poll.test.ts',
      // Every language is a story of its own; the words are the same whatever keeps the talk.
      'test/{telegram,web}/every-language.test.ts',
      'test/web/true-on-pages.test.ts',
      // Thousands of requests that are counted in memory; crowd.test.ts tries the same with fewer.
      'test/web/crowd-floods.test.ts',
      // Neither asks a database: screens made of data, and the pace on a clock of its own.
      'test/telegram/{render,pacer}.test.ts',
      // Mail leaves on Node alone.
      'test/staff/pool-mails.test.ts',
      // What a page weighs and how it looks is the same whatever keeps the talk.
      'test/web/{size,style}.test.ts',
    ],
    env: {
      LOTSE_ENGINE: 'd1',
      // Else wrangler has each step of each event told, and keeps it: a third of what workerd does, and nobody looks.
      X_LOCAL_OBSERVABILITY: 'false',
      X_LOCAL_EXPLORER: 'false',
    },
    execArgv: ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=16'],
    globalSetup: ['test/support/bundle.ts', 'test/support/in-memory.ts'],
    setupFiles: ['test/support/setup.ts', 'test/support/quick-proofs.ts'],
    sequence: { sequencer: LongestFirst },
    passWithNoTests: true,
    // As in vitest.config.ts; and workerd starts once for each of the two.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 240_000 * Number(process.env['LOTSE_RUNS'] ?? 1),
    hookTimeout: 120_000,
  },
})
