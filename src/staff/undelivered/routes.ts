// What did not arrive, and the two presses about it.

import * as z from 'zod'
import { currentCity } from '../../flows/city.ts'
import { countUndelivered, heedUndelivered, undelivered } from '../../flows/staff/undelivered.ts'
import { notFound, show } from '../frame/answers.ts'
import { actorOf } from '../frame/context.ts'
import { text } from '../frame/form.ts'
import { type Feature, get, post } from '../frame/route.ts'
import { leadTo } from '../frame/said.ts'
import { undeliveredPage } from './page.ts'

const HOME = '/staff/undelivered'

const meant = z.object({
  way: z.enum(['person', 'group', 'mail', 'webhook']),
  kind: text,
  reason: text,
  centre: text.transform((centre) => centre || null),
})

const heeding = (path: '/undelivered/again' | '/undelivered/heeded') =>
  post({
    path,
    who: 'edit-notices',
    stands: () => '/undelivered',
    form: meant,
    handle: async (context) => {
      const { deps, form } = context
      const how = path.endsWith('again') ? 'send-again' : 'heed-refused'
      const done = await heedUndelivered(deps, actorOf(context), form, how)
      return done
        ? leadTo(context, HOME, how === 'send-again' ? 'again' : 'heeded')
        : notFound(context)
    },
  })

export const undeliveredMessages: Feature = {
  link: {
    ...{ href: HOME, word: 'navUndelivered', action: 'edit-notices' },
    count: (deps, actor, path) => countUndelivered(deps, actor, path === HOME),
  },
  routes: [
    get({
      path: '/undelivered',
      who: 'edit-notices',
      handle: async (context) => {
        const { deps, frame, staff } = context
        const groups = await undelivered(deps, actorOf(context))
        const { profile } = await currentCity(deps)
        const content = undeliveredPage(frame, staff, groups, profile)
        return show(context, frame.words.navUndelivered, content)
      },
    }),
    heeding('/undelivered/again'),
    heeding('/undelivered/heeded'),
  ],
}
