// A record that is not there for whoever asks: whether it ever was is not told, but where it goes on is.

import { html } from 'hono/html'
import { currentCity } from '../../flows/city.ts'
import { show } from '../frame/answers.ts'
import type { StaffContext } from '../frame/context.ts'
import { listHref, readList } from './list.ts'
import { trailHtml, trailOf } from './trail.ts'

/** Says the same of what another carrier was faster with, what was erased, and what never was. */
export async function recordGone(context: StaffContext, id: string): Promise<Response> {
  const { deps, frame } = context
  const { words } = frame
  const { profile } = await currentCity(deps)
  const trail = trailHtml(frame, await trailOf(context, id, profile))
  const back = listHref(readList(frame.list))
  const content = html`${trail}<div class="card narrow"><h1>${words.missingTitle}</h1><p>${words.recordGone}</p>
<p class="actions"><a class="button" href="${back}">${words.trailBack}</a></p></div>`
  return await show(context, words.missingTitle, content, 404)
}
