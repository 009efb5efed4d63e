import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/{domain,flows,bot,staff,i18n,house}/**/*.test.ts'],
    setupFiles: ['test/support/setup.ts'],
    passWithNoTests: false,
  },
})
