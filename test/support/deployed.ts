// How wrangler.toml has the Worker bundled and run, for Workers under test.
import { unstable_readConfig } from 'wrangler'

const { alias, compatibility_date, compatibility_flags } = unstable_readConfig({
  config: 'wrangler.toml',
})
export const deployed = { alias, compatibility_date, compatibility_flags }
