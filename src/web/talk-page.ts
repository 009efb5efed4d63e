// The page of the talk: what somebody sees there, with the files of their appointment; and how a press leads to it.

import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Deps } from '../deps.ts'
import { fitsAddress, type Seen } from '../domain/dialog/seen.ts'
import type { Address } from '../domain/people/address.ts'
import { OWN } from '../domain/people/party.ts'
import { sealForm, sealSeen } from '../flows/conversation/carried.ts'
import type { Conversation } from '../flows/conversation/conversation.ts'
import type { Looked } from '../flows/conversation/look.ts'
import { labelHtml } from './buttons.ts'
import { calendarLink, calledOffLink, printPath } from './files.ts'
import { answer, type Html, wordsIn } from './frame.ts'
import { playerOf } from './player.ts'
import { screenPage } from './screen-page.ts'

/**
 * Leads to the page of a place. What was typed and is to be mended goes along in its address; where it is too long for that,
 * the answer is the page itself, so that nothing has to be written twice.
 */
export async function ledToPage(
  c: Context,
  deps: Deps,
  conversation: Conversation,
  { address, seen }: { address: Address; seen: Seen },
): Promise<Response> {
  const { typed, ...place } = seen
  if (typed !== undefined && !fitsAddress(typed)) {
    const looked = await conversation.look(address, place, { isKiosk: isKiosk(c) })
    if (looked.of === 'talk') return await talkPage(c, deps, address, { ...looked, typed }, 422)
  }
  const kept = typed !== undefined && fitsAddress(typed) ? seen : place
  return c.redirect(`/talk?at=${await sealSeen(deps, address, kept)}`, 303)
}

export const isKiosk = (c: Context) => c.get('sitting') !== undefined

/** What somebody sees at a place. */
export async function talkPage(
  c: Context,
  deps: Deps,
  address: Address,
  looked: Exclude<Looked, { of: 'nobody' }>,
  status: 200 | 422 = 200,
): Promise<Response> {
  const { language, screen, hears } = looked
  const player = await playerOf(deps, screen, { hears, language, at: c.req.query('at') })
  const sitting = c.get('sitting')?.id
  if (looked.of === 'lobby') {
    const form = await sealForm(deps, address, { language })
    return answer(
      c,
      deps,
      screenPage(deps, screen, { language, form, field: { as: 'beside' }, sitting, player }),
    )
  }
  const { place, whom, field, typed } = looked
  const { unread } = screen
  const about = { language, place, of: whom, ...(unread ? { unread } : {}) }
  const form = await sealForm(deps, address, about)
  const more = beside(deps, looked)
  const shows = { language, form, field, typed, more, sitting, player }
  return answer(c, deps, screenPage(deps, screen, shows), status)
}

/** The files of an appointment where it stands as such, or where it was just called off. */
function beside(deps: Deps, looked: Extract<Looked, { of: 'talk' }>): Html {
  const { screen, file, language, whom } = looked
  // What is new may be about somebody else behind the cookie; the file is not.
  if (screen.unread !== undefined && (screen.of ?? OWN) !== whom) return ''
  const isCard = screen.tells?.kind === 'card'
  const isOff = screen.id === 'appointment.none' || screen.tells?.kind === 'mention'
  const isNews = screen.unread !== undefined && isOff
  const isNamed = screen.id === 'appointment.none' || screen.id === 'ways'
  if (!file || !(isCard || isNamed || isNews)) return ''
  if (!isCard) return calledOffLink(deps, language, { file, whom })
  const link = calendarLink(deps, language, { file, whom })
  const print = labelHtml(wordsIn(deps, language)('page.print'))
  return html`${link}<a class="button" href="${printPath(whom)}">${print}</a>`
}
