// For whoever looks after data protection: what they release, decline and end, and what was unusual.

import { countAsked, decideInspection, seeOversight } from '../../flows/staff/inspections.ts'
import { notFound, show } from '../frame/answers.ts'
import { actorOf } from '../frame/context.ts'
import { type Feature, get, post } from '../frame/route.ts'
import { leadTo } from '../frame/said.ts'
import { oversightPage } from './page.ts'

const HOME = '/staff/oversight'

const deciding = (path: '/oversight/:id/release' | '/oversight/:id/end') =>
  post({
    path,
    who: 'release-inspection',
    stands: () => '/oversight',
    handle: async (context) => {
      const { deps, params } = context
      const step = path.endsWith('release') ? 'released' : 'ended'
      const done = await decideInspection(deps, actorOf(context), params.id, step)
      return done ? leadTo(context, HOME, step) : notFound(context)
    },
  })

export const oversight: Feature = {
  link: { href: HOME, word: 'navOversight', action: 'release-inspection', count: countAsked },
  routes: [
    get({
      path: '/oversight',
      who: 'release-inspection',
      handle: async (context) => {
        const { deps, frame } = context
        const seen = await seeOversight(deps, actorOf(context))
        return show(context, frame.words.navOversight, oversightPage(frame, seen))
      },
    }),
    deciding('/oversight/:id/release'),
    deciding('/oversight/:id/end'),
  ],
}
