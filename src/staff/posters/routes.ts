// The list of posters, one to print, and the links of a centre for other web sites.

import * as z from 'zod'
import { countPosters, linksOf, posterOf } from '../../flows/staff/posters.ts'
import { notFound, show } from '../frame/answers.ts'
import { actorOf, type StaffContext } from '../frame/context.ts'
import { type Feature, get } from '../frame/route.ts'
import { linksPage, posterPage, postersPage } from './page.ts'

// With the code of a centre before it, it is still short enough for Telegram.
const from = z.string().regex(/^[\w-]{1,13}$/)

export const posters: Feature = {
  link: { href: '/staff/posters', word: 'navPosters', action: 'see-day' },
  routes: [
    get({
      path: '/posters',
      who: 'member',
      handle: async (context) => {
        const { deps, frame } = context
        return show(context, frame.words.posters, postersPage(frame, await countPosters(deps)))
      },
    }),
    get({
      path: '/posters/:centre',
      who: 'member',
      query: z.object({ from: from.catch('poster'), lang: z.string().optional().catch(undefined) }),
      handle: async (context) => {
        const { deps, frame, params, query } = context
        const { i18n, clock } = deps
        const lang = i18n.languages.find(({ key }) => key === query.lang)?.key
        const poster = await posterOf(deps, actorOf(context), params.centre, { ...query, lang })
        if (!poster) return notFound(context)
        const lines = i18n.languages
          .filter(({ key }) => lang === undefined || key === lang)
          .map(({ key, direction }) => {
            const text = i18n.t(key, { key: 'poster.line' }, clock.now())
            return { key, direction, text }
          })
        return show(context, poster.centre.name, posterPage(frame, { ...poster, lines }))
      },
    }),
    get({
      path: '/posters/:centre/links',
      who: 'member',
      query: z.object({ from: from.catch('integreat') }),
      handle: async (context) => {
        const { deps, frame, params, query } = context
        const found = await linksOf(deps, actorOf(context), params.centre, query.from)
        if (!found) return notFound(context)
        const { id, name } = found.centre
        const links = found.links.map((one) => ({ ...one, name: nameOf(context, one.lang) }))
        const content = linksPage(frame, { id, name, links, ...query })
        return show(context, frame.words.posterLinks, content)
      },
    }),
  ],
}

/** A language as staff call it. */
function nameOf({ deps, frame }: StaffContext, lang: string | null): string {
  const found = deps.i18n.languages.find(({ key }) => key === lang)
  if (!found) return frame.words.posterAnyLanguage
  return frame.language === 'de' ? found.german : found.english
}
