// Where a person came from: the code of a link or poster, which may name a centre.

import type { Centre } from './centre.ts'
import type { Profile } from './profile.ts'

type Centres = Pick<Profile, 'centres'>

/** The form of a code: what Telegram hands over after /start, and short enough for its buttons. */
export const SOURCE = /^[\w-]{1,16}$/

/** The code a centre's links and posters begin with, such as `ho`; `ho-school` is one of them too. */
export function sourceCode(centre: Pick<Centre, 'code'>): string {
  return centre.code.toLowerCase()
}

/** The centre a code names, if it names one. */
export function centreOfSource<C extends Pick<Centre, 'id' | 'code'>>(
  { centres }: { centres: readonly C[] },
  source: string | undefined,
): C | undefined {
  if (source === undefined) return undefined
  const [first = ''] = source.toLowerCase().split('-')
  return centres.find((centre) => sourceCode(centre) === first || centre.id === source)
}

/**
 * The code of a link that names a centre, by its id or its code, and where it stands: `ho-integreat`.
 * Either may be missing or unknown; a centre that `from` names already is not named twice.
 */
export function joinedSource(
  profile: Centres,
  centre: string | undefined,
  from: string | undefined,
): string | undefined {
  const named = profile.centres.find(
    (one) => one.id === centre || sourceCode(one) === centre?.toLowerCase(),
  )
  if (!named || centreOfSource(profile, from)?.id === named.id) return from
  const code = sourceCode(named)
  return from === undefined ? code : `${code}-${from}`
}

/** The code as Telegram's link can carry it: that of the centre alone where the whole is too long. */
export function startPayload(source: string): string | undefined {
  if (SOURCE.test(source)) return source
  const [first = ''] = source.split('-')
  return SOURCE.test(first) ? first : undefined
}
