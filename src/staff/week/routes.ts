// The week of a centre.

import * as z from 'zod'
import { seeWeek } from '../../flows/staff/see-week.ts'
import { notFound, show } from '../frame/answers.ts'
import { actorOf } from '../frame/context.ts'
import { day, text } from '../frame/form.ts'
import { type Feature, get } from '../frame/route.ts'
import { weekPage } from './page.ts'

export const week: Feature = {
  link: { href: '/staff/week', word: 'navWeek', action: 'see-day', isDaily: true },
  routes: [
    get({
      path: '/week',
      who: 'see-day',
      query: z.object({ centre: text, week: day, for: text }),
      handle: async (context) => {
        const { deps, frame, query } = context
        const asked = { centre: query.centre, day: query.week, request: query.for }
        const seen = await seeWeek(deps, actorOf(context), asked)
        if (!seen) return notFound(context)
        return show(context, frame.words.navWeek, weekPage(frame, seen))
      },
    }),
  ],
}
