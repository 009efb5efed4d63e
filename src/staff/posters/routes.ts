// The list of posters, and one to print.

import { countPosters, posterOf } from '../../flows/staff/posters.ts'
import { notFound, show } from '../frame/answers.ts'
import { actorOf } from '../frame/context.ts'
import { type Feature, get } from '../frame/route.ts'
import { posterPage, postersPage } from './page.ts'

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
      handle: async (context) => {
        const { deps, frame, params } = context
        const poster = await posterOf(deps, actorOf(context), params.centre)
        if (!poster) return notFound(context)
        const { i18n, clock } = deps
        const lines = i18n.languages.map(({ key, direction }) => ({
          key,
          direction,
          text: i18n.t(key, { key: 'poster.line' }, clock.now()),
        }))
        return show(context, poster.centre.name, posterPage(frame, { ...poster, lines }))
      },
    }),
  ],
}
