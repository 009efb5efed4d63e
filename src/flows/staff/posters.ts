// Posters: one per centre, with a code that opens the chat and suggests this centre.

import type { Deps } from '../../deps.ts'
import { type Centre, centreOf } from '../../domain/profile/profile.ts'
import { sourceCode } from '../../domain/profile/source.ts'
import { botName } from '../bot-name.ts'
import { currentCity } from '../city.ts'
import { type Actor, noteDown } from './actor.ts'

// Fewer could be told apart.
const FEWEST_SHOWN = 5

/** How many came by the poster of each centre; `null` where they are fewer than may be told. */
export async function countPosters(
  deps: Deps,
): Promise<{ id: string; name: string; came: number | null }[]> {
  const { profile } = await currentCity(deps)
  const counts = await deps.store.countSources()
  return profile.centres.map((centre) => {
    const code = sourceCode(centre)
    const came = counts
      .filter(({ source }) => source === code || source.startsWith(`${code}-`))
      .reduce((sum, { count }) => sum + count, 0)
    return { id: centre.id, name: centre.name, came: came < FEWEST_SHOWN ? null : came }
  })
}

/** The poster of a centre; `null` where there is none, or the bot has no name yet. */
export async function posterOf(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<{ centre: Centre; link: string } | null> {
  const { profile } = await currentCity(deps)
  const centre = centreOf(profile, id)
  const bot = await botName(deps)
  if (!centre || !bot) {
    await noteDown(deps, actor, 'poster', { subject: id, centre: null, refused: true })
    return null
  }
  return { centre, link: `https://t.me/${bot}?start=${sourceCode(centre)}` }
}
