// Who is looked for, from any page: by code, by day, by what they want to be called.

import { html } from 'hono/html'
import * as z from 'zod'
import { codeSigns } from '../../domain/appointment/reference-code.ts'
import { dateOf } from '../../domain/calendar/wall-clock.ts'
import { inOrder } from '../../domain/people/inbox.ts'
import { dayLookedFor } from '../../domain/people/looked-for.ts'
import { findByAlias, findByCode, type SeenInbox, seeInbox } from '../../flows/staff/inbox.ts'
import { show } from '../frame/answers.ts'
import { actorOf, type StaffContext } from '../frame/context.ts'
import { text } from '../frame/form.ts'
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
  form: z.object({ find: text.transform((said) => said.trim().slice(0, LONGEST)) }),
  handle: async (context) => {
    const { c, deps, form } = context
    const actor = actorOf(context)
    const id = await findByCode(deps, actor, form.find)
    if (id !== null) return c.redirect(`/staff/intakes/${id}`, 303)
    const day = dayLookedFor(form.find, dateOf(deps.clock.now()))
    if (day !== null) return c.redirect(`/staff/intakes?box=all&status=all&day=${day}`, 303)
    if (form.find === '') return c.redirect('/staff/intakes', 303)
    const named = await findByAlias(deps, actor, form.find)
    const refs = named.slice(0, MOST)
    const signs = codeSigns(form.find)
    const called = refs.length > 0 ? await seeInbox(deps, actor, { ...anything, refs }, null) : null
    const coded =
      signs.length > 1 ? await seeInbox(deps, actor, { ...anything, signs }, null) : null
    return foundPage(context, form.find, [called, coded], named.length > MOST)
  },
})

function foundPage(
  context: StaffContext,
  looked: string,
  found: readonly (SeenInbox | null)[],
  isMore: boolean,
) {
  const { c, frame } = context
  const { words } = frame
  const [first] = found.flatMap((one) => one ?? [])
  const all = new Map(found.flatMap((one) => one?.intakes ?? []).map((one) => [one.id, one]))
  const sorted = [...all.values()].sort((a, b) => inOrder(a.place, b.place))
  const intakes = sorted.slice(0, MOST)
  // Their codes, since a name has no place in an address.
  const asked = { ...everything, found: intakes.map(({ ref }) => ref).join('.') }
  const [only, ...others] = intakes
  if (only && others.length === 0) return c.redirect(`/staff/intakes/${only.id}`, 303)
  const hasMore =
    isMore || sorted.length > MOST || found.some((one) => one !== null && one.after !== null)
  const content = html`<h1>${words.foundTitle}: ${typed(looked)}</h1>
${hasMore ? html`<p class="note" role="status">${words.foundMany}</p>` : ''}
${first && intakes.length > 0 ? requestTable(frame, intakes, first, (place, nth) => inboxList(asked, place, nth)) : html`<p class="card soft">${words.foundNone}</p>`}
<p class="hint">${words.findHint}</p>`
  return show(context, words.foundTitle, content)
}
