// Posters and links: for each centre, with a code that suggests it and by which requests are counted.

import type { Deps } from '../../deps.ts'
import { presetLink } from '../../domain/dialog/preset.ts'
import { fewestShown, shown } from '../../domain/figures/few.ts'
import { finishedMonths } from '../../domain/figures/periods.ts'
import { type Centre, centreOf } from '../../domain/profile/profile.ts'
import { joinedSource, sourceCode } from '../../domain/profile/source.ts'
import { chatLink } from '../bot-name.ts'
import { currentCity } from '../city.ts'
import { type Actor, noteDown } from './actor.ts'

/**
 * How many came by the posters and links of each centre: the sum of what the figures show of months that are over,
 * so that taking one from the other tells nothing; `null` where they show none.
 */
export async function countPosters(
  deps: Deps,
): Promise<{ id: string; name: string; came: number | null }[]> {
  const { profile } = await currentCity(deps)
  const [month = ''] = finishedMonths(deps.clock.now(), 1)
  const counts = await deps.store.countSources(month)
  return profile.centres.map((centre) => {
    const code = sourceCode(centre)
    const came = counts
      .filter(({ source }) => source === code || source.startsWith(`${code}-`))
      .reduce((sum, { count }) => sum + (shown(count, fewestShown(profile)) ?? 0), 0)
    return { id: centre.id, name: centre.name, came: came === 0 ? null : came }
  })
}

/** Where a link stands, and the language it opens in where that is known. */
export type Stands = { from: string; lang?: string | undefined }

/** A link of a centre: to the page with the doors there are, else into the chat. */
export type CentreLink = { centre: Centre; link: string; leadsTo: 'page' | 'chat' }

/** What a poster of a centre leads to; `null` where there is none, or the bot has no name yet. */
export async function posterOf(
  deps: Deps,
  actor: Actor,
  id: string,
  stands: Stands,
): Promise<CentreLink | null> {
  const { profile } = await currentCity(deps)
  const centre = centreOf(profile, id)
  const page = centre && pageLink(deps, centre, stands)
  const link = centre && (page ?? (await chatLink(deps, joinedSource(profile, id, stands.from))))
  if (!centre || !link) {
    await noteDown(deps, actor, 'poster', { subject: id, centre: null, refused: true })
    return null
  }
  return { centre, link, leadsTo: page ? 'page' : 'chat' }
}

/**
 * The links of a centre for other web sites: one a language, which stay as they are; into the chat only
 * one, since it asks for the language itself.
 */
export async function linksOf(
  deps: Deps,
  actor: Actor,
  id: string,
  from: string,
): Promise<{ centre: Centre; links: { lang: string | null; link: string }[] } | null> {
  const any = await posterOf(deps, actor, id, { from })
  if (!any) return null
  const { centre, link, leadsTo } = any
  const all = { lang: null, link }
  if (leadsTo === 'chat') return { centre, links: [all] }
  const own = deps.i18n.languages.flatMap(({ key: lang }) => {
    const page = pageLink(deps, centre, { from, lang })
    return page ? [{ lang, link: page }] : []
  })
  return { centre, links: [...own, all] }
}

function pageLink({ config }: Deps, { id: centre }: Centre, stands: Stands): string | undefined {
  // A demo has no address for others, but its own machine opens it.
  const here = config.mode === 'demo' ? `http://localhost:${config.port}` : undefined
  const root = config.publicUrl ?? here
  if (!root || !config.doors.web) return undefined
  const { from, lang } = stands
  return presetLink(root, { centre, from, ...(lang ? { lang } : {}) })
}
