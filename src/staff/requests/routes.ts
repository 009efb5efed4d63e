// The inbox, a page at a time, the same list as a table for a spreadsheet, and who is looked for.

import * as z from 'zod'
import { notShownTo } from '../../domain/people/wall.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { spoken } from '../../domain/questionnaire/place-questions.ts'
import { languagesIn } from '../../domain/questionnaire/wording.ts'
import { countInbox, exportInbox, seeInbox } from '../../flows/staff/inbox.ts'
import { liveScript } from '../../generated/studio.ts'
import { languageTerms } from '../../i18n/terms.ts'
import { show } from '../frame/answers.ts'
import { actorOf, type StaffContext } from '../frame/context.ts'
import { csvFile } from '../frame/csv.ts'
import { type Feature, get } from '../frame/route.ts'
import { endedQuery } from '../record/done.ts'
import { boxOf, filterOf, pageQuery, turnOf, wanted } from './asking.ts'
import { BOX_WORDS } from './boxes.ts'
import type { Choices } from './filters.ts'
import { find } from './find.ts'
import { isListed, livingList } from './living.ts'
import { inboxPage } from './page.ts'
import { tableOf } from './table.ts'

export const requests: Feature = {
  link: {
    ...{ href: '/staff/intakes', word: 'navIntakes', action: 'see-records', isDaily: true },
    count: async (deps, actor, path) => (isListed(path) ? 0 : (await countInbox(deps, actor)).new),
  },
  routes: [
    get({
      path: '/intakes',
      who: 'see-records',
      query: pageQuery.extend(endedQuery),
      handle: async (context) => {
        const { deps, frame, query } = context
        const seen = await seeInbox(deps, actorOf(context), filterOf(query), turnOf(query))
        const counted = await livingList(frame, seen)
        const content = inboxPage(counted, seen, query, choicesFor(context, seen.profile))
        const title = `${frame.words.navIntakes}: ${frame.words[BOX_WORDS[boxOf(query)]]}`
        return show({ ...context, frame: counted }, title, content)
      },
    }),
    get({
      path: '/intakes.csv',
      who: 'see-records',
      query: z.object(wanted),
      handle: async (context) => {
        const { c, deps, frame, query } = context
        const { intakes, ...city } = await exportInbox(deps, actorOf(context), filterOf(query))
        return csvFile(c, 'anfragen.csv', tableOf(frame, intakes, city))
      },
    }),
    find,
    get({
      path: '/live.js',
      who: 'member',
      handle: ({ c }) =>
        c.body(liveScript, 200, {
          'Content-Type': 'text/javascript; charset=utf-8',
          'Cache-Control': 'private, max-age=300',
        }),
    }),
  ],
}

function choicesFor({ deps, staff }: StaffContext, profile: Profile): Choices {
  return {
    centres: profile.centres.filter(({ id }) => staff.centres.includes(id)),
    languages: languagesIn(spoken, deps.i18n.spoken, languageTerms),
    isKept: notShownTo(staff.body, profile).length > 0,
  }
}
