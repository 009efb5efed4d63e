// Posters: one per centre, with a code that opens the chat and suggests this centre.

import { centreOf } from '../../domain/profile/profile.ts'
import { sourceCode } from '../../domain/profile/source.ts'
import { currentCity } from '../../flows/city.ts'
import { noteDown } from '../../flows/staff/caller.ts'
import { notFound, show } from '../frame/answers.ts'
import type { StaffContext, StaffRoute } from '../frame/route.ts'
import { callerOf } from '../record/routes-care.ts'
import { posterPage, postersPage } from './page.ts'

// Fewer could be told apart.
const FEWEST_SHOWN = 5

export const posterRoutes: readonly StaffRoute[] = [
  { method: 'get', path: '/posters', who: 'member', handle: showPosters },
  { method: 'get', path: '/posters/:centre', who: 'member', handle: showPoster },
]

async function showPosters(context: StaffContext): Promise<Response> {
  const { deps, frame } = context
  const { profile } = await currentCity(deps)
  const counts = await deps.store.countSources()
  const posters = profile.centres.map((centre) => {
    const code = sourceCode(centre)
    const came = counts
      .filter(({ source }) => source === code || source.startsWith(`${code}-`))
      .reduce((sum, { count }) => sum + count, 0)
    return { id: centre.id, name: centre.name, came: came < FEWEST_SHOWN ? '< 5' : String(came) }
  })
  return show(context, frame.words.posters, postersPage(frame, posters))
}

async function showPoster(context: StaffContext): Promise<Response> {
  const { c, deps, frame } = context
  const { profile } = await currentCity(deps)
  const id = c.req.param('centre') ?? ''
  const centre = centreOf(profile, id)
  const bot = await deps.store.meta.get('bot-name')
  if (!centre || !bot) {
    await noteDown(deps, callerOf(context), 'poster', { subject: id, centre: null, refused: true })
    return notFound(context)
  }
  const link = `https://t.me/${bot}?start=${sourceCode(centre)}`
  const now = deps.clock.now()
  const lines = deps.i18n.languages.map(({ key, direction }) => ({
    key,
    direction,
    text: deps.i18n.t(key, { key: 'poster.line' }, now),
  }))
  return show(context, centre.name, posterPage(frame, { centre, link, lines }))
}
