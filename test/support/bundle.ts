import { bundleLocales } from '../../scripts/bundle-locales.ts'
import { bundleMigrations } from '../../scripts/bundle-migrations.ts'
import { bundleStudio } from '../../scripts/bundle-studio.ts'

// A single test file run by hand skips the npm scripts, and would test yesterday's texts.
export function setup(): void {
  bundleLocales()
  bundleMigrations()
  bundleStudio()
}
