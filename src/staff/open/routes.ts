// What is open in the city: where an administrator begins.

import { openList } from '../../flows/staff/open-list.ts'
import { show } from '../frame/answers.ts'
import { actorOf } from '../frame/context.ts'
import { type Feature, get } from '../frame/route.ts'
import { openPage } from './page.ts'

export const open: Feature = {
  link: { href: '/staff/open', word: 'navOpen', action: 'edit-city' },
  routes: [
    get({
      path: '/open',
      who: 'edit-city',
      handle: async (context) => {
        const { deps, frame } = context
        const list = await openList(deps, actorOf(context))
        return show(context, frame.words.navOpen, openPage(frame, list, deps.clock.now()))
      },
    }),
  ],
}
