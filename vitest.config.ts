import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/support/longest-first.ts'

const shared = ['domain', 'flows', 'telegram', 'staff', 'web', 'i18n', 'door', 'simulator', 'house']
/** Puts another module in the place of one of ours, or counts the raw statements there are, of which others make some. */
const alone = ['test/house/{made-up-question,migrated,sent,statements}.test.ts']

export default defineConfig({
  test: {
    execArgv: ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=16'],
    globalSetup: ['test/support/bundle.ts', 'test/support/in-memory.ts'],
    setupFiles: ['test/support/setup.ts', 'test/support/quick-proofs.ts'],
    sequence: { sequencer: LongestFirst },
    // Property tests take their time on a busy machine; what hangs still ends.
    testTimeout: 120_000 * Number(process.env['LOTSE_RUNS'] ?? 1),
    hookTimeout: 120_000,
    passWithNoTests: false,
    // One more than the smallest machine has cores: some tests wait, for a process or a moment.
    maxWorkers: 3,
    projects: [
      {
        extends: true,
        test: {
          name: 'lotse',
          include: [`test/{${shared.join()}}/**/*.test.ts`],
          exclude: alone,
          // Loading Lotse anew for each file took as long as its tests; nothing in src keeps a state of
          // its own between two Lotses.
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'alone', include: alone },
      },
    ],
  },
})
