import { bundleLocales } from '../../scripts/bundle-locales.ts'

// A single test file run by hand skips the npm scripts, and would test yesterday's texts.
export function setup(): void {
  bundleLocales()
}
