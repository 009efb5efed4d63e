import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/{domain,flows,telegram,staff,web,i18n,house,door,simulator}/**/*.test.ts'],
    execArgv: ['--disable-warning=ExperimentalWarning'],
    globalSetup: ['test/support/bundle.ts'],
    setupFiles: ['test/support/setup.ts'],
    // Property tests take their time on a busy machine; what hangs still ends.
    testTimeout: 120_000,
    hookTimeout: 60_000,
    passWithNoTests: false,
  },
})
