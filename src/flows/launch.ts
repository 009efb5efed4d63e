// Whether people may come: not before they can be told who answers for their data, unless it is a trial.

import type { Deps } from '../deps.ts'
import { type LaunchLack, launchLacks } from '../domain/profile/launch.ts'
import { cityLately } from './city.ts'

/** Whether real people come, or would: not to a demo, and not in a trial. */
export const isOpenToPeople = ({ config }: Pick<Deps, 'config'>): boolean =>
  config.mode === 'live' && !config.trial

/** What keeps people out; nothing in a demo or a trial, and where everything needed is entered. */
export async function launchOpen(deps: Deps): Promise<LaunchLack[]> {
  if (!isOpenToPeople(deps)) return []
  return launchLacks((await cityLately(deps)).profile)
}

const NAMES = { controller: 'controller', officer: 'data protection officer', imprint: 'imprint' }

/** What is missing, by name. */
export const lacksNamed = (lacks: readonly LaunchLack[]): string =>
  lacks
    .map((lack) =>
      'names' in lack ? `${NAMES[lack.what]} (${lack.names.join(', ')})` : NAMES[lack.what],
    )
    .join(', ')

/** What is missing, in one line with the way on, for whoever starts it. */
export function launchSentence(city: string, lacks: readonly LaunchLack[]): string {
  return `PROFILE: ${city} may not go live without ${lacksNamed(lacks)}: enter it by \`lotse profile import FILE\`, or start with TRIAL=yes, without real people, and enter it at /staff/admin/facts`
}
