// What a start says once everything runs.

import type { Deps } from '../../deps.ts'
import { demoEmail, demoPassword } from '../../flows/sign-in/demo-account.ts'

/** Logs that Lotse runs live, or prints where everything of a demo is; `root`: this machine's address. */
export function greet(deps: Deps, root: string): void {
  const { mode, profile, publicUrl, doors } = deps.config
  if (mode === 'live') {
    const telegram = !doors.telegram ? 'closed' : publicUrl ? 'webhook' : 'polling'
    deps.log.info('started', { telegram, web: doors.web ? 'open' : 'closed' })
    if (!publicUrl?.startsWith('https://')) {
      deps.log.warn('PUBLIC_URL is no https address: what staff send can be read on the way')
    }
    return
  }
  process.stdout.write(
    [
      '',
      `Lotse ${deps.version} is running as a demo: ${profile}.`,
      `  Begin:  ${root}/demo`,
      `  Page:   ${root}/`,
      `  Chat:   ${root}/simulator`,
      `  Staff:  ${root}/staff`,
      `          ${demoEmail}, password ${demoPassword}`,
      "  Voices: a computer's (German, Turkish, Kurmanji) for questions and times, soon",
      '',
    ].join('\n'),
  )
}
