import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // What talks to a whole Lotse runs on both engines; here in workerd, on D1.
    include: [
      'test/{worker,flows,bot,staff}/**/*.test.ts',
      'test/door/{race,order,claims}.test.ts',
    ],
    // Days that pass are ticked through half hour by half hour, and every language is a story of its
    // own: on D1 that takes hours. They run on the file; the rest asks D1 the same statements.
    exclude: ['test/bot/{reminders,waiting-list,every-language,render,pacer}.test.ts'],
    env: { LOTSE_ENGINE: 'd1' },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    globalSetup: ['test/support/bundle.ts'],
    setupFiles: ['test/support/setup.ts'],
    passWithNoTests: true,
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 120_000,
  },
})
