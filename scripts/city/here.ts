// A city on this machine, in workerd as Cloudflare runs it, without an account.

import { made, type Run, type Say, seedOf, withoutSettings } from './acts.ts'
import { type CloudCity, profileOf } from './configs.ts'

/**
 * Runs a city with a D1 of its own: migrated, seeded, its pages at `port` of this machine until it is ended.
 * Telegram does not reach it, so that door stays shut; nobody real comes. False where it did not come to that.
 */
export function tryCity(
  city: CloudCity,
  { run, say, port }: { run: Run; say: Say; port: string },
): boolean {
  const profile = profileOf(city)
  if ('fault' in profile) {
    say(`${city.id}: PROFILE: ${profile.fault}`)
    return false
  }
  const { DATA_KEY = '' } = city.secrets
  const vars = {
    ...city.config.vars,
    DOORS: 'web',
    TRIAL: 'yes',
    PUBLIC_URL: `http://localhost:${port}`,
  }
  const databases = (city.config.d1_databases ?? []).map((one) => ({
    ...one,
    database_id: `here-${city.id}`,
  }))
  const here = {
    ...city.config,
    vars,
    d1_databases: databases,
    secrets: { required: ['DATA_KEY'] },
  }
  const config = made(city, 'here.json', JSON.stringify(here, null, 2))
  const where = ['--local', '--config', config]
  // Not among the settings, which wrangler prints.
  const secrets = made(city, 'here.env', `DATA_KEY=${DATA_KEY}\n`)
  const env = withoutSettings(process.env)
  const steps = [
    ['d1', 'migrations', 'apply', 'DB', ...where],
    ['d1', 'execute', 'DB', '--yes', '--file', seedOf(city), ...where],
    ['dev', '--test-scheduled', '--port', port, '--env-file', secrets, ...where],
  ]
  return steps.every((words) => run(words, env).code === 0)
}
