// Who publishes what is read here (§ 5 DDG): facts of the profile, which stay as they are in every language.

import type { Profile } from '../../profile/profile.ts'
import { type Line, line, strong } from '../screen.ts'

/** The imprint, a page of the city's own where it has one, or that it has not been entered. */
export function imprintLines({ imprint, pages }: Pick<Profile, 'imprint' | 'pages'>): Line[] {
  const title = strong('standing.imprint')
  const link = pages?.imprint ? [{ link: pages.imprint }] : []
  if (!imprint) return [title, ...(link.length > 0 ? link : [line('centres.not-entered')])]
  const { name, address, representedBy, mail, phone, more = [] } = imprint
  return [
    title,
    line('common.name', { name }),
    ...(address ? [{ mono: address }] : []),
    ...(representedBy ? [line('facts.by', { name: representedBy })] : []),
    ...(mail ? [{ mono: mail }] : []),
    ...(phone ? [{ phone }] : []),
    ...more.map((own) => line('common.name', { name: own })),
    ...link,
  ]
}
