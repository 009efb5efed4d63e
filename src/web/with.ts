// `/with/…`: from a chat to this browser, by a link that is good once. The link alone does nothing: browsers and
// messengers open links to look at them.

import type { Hono } from 'hono'
import { html } from 'hono/html'
import type { Deps } from '../deps.ts'
import type { Conversation } from '../flows/conversation/conversation.ts'
import { openedTie, sealGuest } from '../flows/conversation/tie-page.ts'
import { addressIn, leftAddressIn, newAddress } from './cookie.ts'
import { answer, wordsIn } from './frame.ts'
import { pageSound } from './page-sound.ts'
import { formOf } from './sent.ts'
import { taken } from './taken.ts'
import { saidIn, toldPage } from './told-page.ts'
import { topOf } from './top.ts'

const OVER = { key: 'ways.notice.link-over' }

/** The page that asks, and what its button does. */
export function withRoutes(app: Hono, deps: Deps, conversation: Conversation): void {
  app.get('/with/:word', async (c) => {
    // A kiosk is nobody's: it is tied to none.
    if (c.get('sitting')) return c.redirect('/', 303)
    const word = c.req.param('word')
    const opened = await openedTie(deps, word)
    if (!opened)
      return answer(c, deps, await toldPage(deps, saidIn(deps, undefined, OVER), { href: '/' }))
    const { language } = opened
    const words = wordsIn(deps, language)
    const guest = await sealGuest(deps, word, newAddress(deps))
    return answer(c, deps, {
      language,
      title: words('ways.with.title'),
      top: topOf(words, language),
      content: html`<h1>${words('ways.with.title')}</h1>
${await pageSound(deps, language, { of: 'with' })}
<p>${words('ways.with.how')}</p>
<form method="post" action="/with"><input type="hidden" name="form" value="${guest}">
<div class="rows"><button class="button main" name="t" value="${word}">${words('ways.with.button')}</button></div></form>`,
      foot: '',
    })
  })

  app.post('/with', async (c) => {
    if (c.get('sitting')) return c.redirect('/', 303)
    const { t: word = '', form = '' } = await formOf(c)
    const opened = await openedTie(deps, word, form)
    if (!opened?.guest) {
      return answer(
        c,
        deps,
        await toldPage(deps, saidIn(deps, opened?.language, OVER), { href: '/' }),
      )
    }
    const { language, guest } = opened
    // Whoever stands behind this browser already stays: they are beside each other, as in a chat.
    const before = addressIn(c, deps) ?? leftAddressIn(c, deps)
    const isKnown = before && (await conversation.look(before)).of !== 'nobody'
    const address = isKnown ? before : guest
    const input = { kind: 'tie', word } as const
    const incoming = { address, id: deps.newId(), input, lastLanguage: language }
    return await taken(c, deps, conversation, { incoming, language })
  })
}
