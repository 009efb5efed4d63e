// Who is looked for, from any page: by code, by day, by what they want to be called.

import { html } from 'hono/html'
import * as z from 'zod'
import { dateOf } from '../../domain/calendar/wall-clock.ts'
import { dayLookedFor } from '../../domain/people/looked-for.ts'
import { findByCode, findRequests } from '../../flows/staff/find-requests.ts'
import { show } from '../frame/answers.ts'
import { isOwnAsk } from '../frame/asker.ts'
import { actorOf } from '../frame/context.ts'
import { text } from '../frame/form.ts'
import { leadToKept } from '../frame/kept.ts'
import { typed } from '../frame/parts.ts'
import { post } from '../frame/route.ts'
import { inboxList } from '../record/list.ts'
import { filterOf, pageQuery } from './asking.ts'
import { requestTable } from './page.ts'

const LONGEST = 60
// As many as an address can name.
const MOST = 40
const everything = pageQuery.parse({ box: 'all', status: 'all' })
const anything = filterOf(everything)

/**
 * Posted, since a name has no place in an address. A whole code leads to its record, a day to the list of that day; of
 * anything else those stand here whose code has it somewhere, and those who want to be called so.
 */
export const find = post({
  path: '/find',
  who: 'see-records',
  stands: () => '/intakes',
  looks: 'itself',
  form: z.object({ find: text.transform((said) => said.trim().slice(0, LONGEST)) }),
  handle: async (context) => {
    const { c, deps, form, frame, sent } = context
    const { words } = frame
    const actor = actorOf(context)
    const id = await findByCode(deps, actor, form.find)
    if (id !== null) return c.redirect(`/staff/intakes/${id}`, 303)
    const day = dayLookedFor(form.find, dateOf(deps.clock.now()))
    if (day !== null) return c.redirect(`/staff/intakes?box=all&status=all&day=${day}`, 303)
    if (form.find === '') return c.redirect('/staff/intakes', 303)
    // What is found is gone back to, from one record after the other.
    if (sent && !isOwnAsk(c)) return leadToKept(context, sent, 'looked')
    const found = await findRequests(deps, actor, form.find, { among: anything, most: MOST })
    const intakes = found?.intakes ?? []
    const [only, ...others] = intakes
    if (only && others.length === 0) return c.redirect(`/staff/intakes/${only.id}`, 303)
    // Their codes, since a name has no place in an address.
    const asked = { ...everything, found: intakes.map(({ ref }) => ref).join('.') }
    const content = html`<h1>${words.foundTitle}: ${typed(form.find)}</h1>
${found?.hasMore ? html`<p class="note" role="status">${words.foundMany}</p>` : ''}
${found && intakes.length > 0 ? requestTable(frame, intakes, found, (place, nth) => inboxList(asked, place, nth)) : html`<p class="card soft">${words.foundNone}</p>`}
<p class="hint">${words.findHint}</p>`
    return show(context, words.foundTitle, content)
  },
})
