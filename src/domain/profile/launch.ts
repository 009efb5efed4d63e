// What must be known before the first person comes: who answers for the data, whom they can ask about it, who
// publishes the pages (GDPR Art. 13, § 5 DDG).

import { controllersOf, type Profile } from './profile.ts'

/** `names`: of the centres, or of those who answer for them. */
export type LaunchLack =
  | { what: 'controller' | 'officer'; names: readonly string[] }
  | { what: 'imprint' }

/** What a city lacks without which Lotse does not go live; empty where nothing does. */
export function launchLacks(profile: Profile): LaunchLack[] {
  const { centres, imprint, pages } = profile
  const answering = (centre: Profile['centres'][number]) => controllersOf(profile, centre)
  const unanswered = centres.filter(
    (centre) => answering(centre).length === 0 || answering(centre).some((one) => !one.contact),
  )
  const officerless = centres.flatMap(answering).filter((one) => !one.dataProtectionOfficer)
  const isPublished = imprint?.address && imprint.representedBy && imprint.mail
  return [
    ...named(
      'controller',
      unanswered.map(({ name }) => name),
    ),
    ...named(
      'officer',
      officerless.map(({ name }) => name),
    ),
    ...(isPublished || pages?.imprint ? [] : [{ what: 'imprint' } as const]),
  ]
}

const named = (what: 'controller' | 'officer', names: readonly string[]): LaunchLack[] =>
  names.length > 0 ? [{ what, names: [...new Set(names)] }] : []
