// Where a person came from: the code of a link or poster, which may name a centre.

import type { Centre } from './centre.ts'
import type { Profile } from './profile.ts'

/** The code a centre's links and posters begin with, such as `ho`; `ho-school` is one of them too. */
export function sourceCode(centre: Pick<Centre, 'code'>): string {
  return centre.code.toLowerCase()
}

/** The centre a code names, if it names one. */
export function centreOfSource(
  profile: Pick<Profile, 'centres'>,
  source: string | undefined,
): Centre | undefined {
  if (source === undefined) return undefined
  const [first = ''] = source.toLowerCase().split('-')
  return profile.centres.find((centre) => sourceCode(centre) === first || centre.id === source)
}
