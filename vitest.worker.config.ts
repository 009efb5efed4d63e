import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/worker/**/*.test.ts'],
    execArgv: ['--disable-warning=ExperimentalWarning'],
    globalSetup: ['test/support/bundle.ts'],
    setupFiles: ['test/support/setup.ts'],
    passWithNoTests: true,
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
