// "Forget me on this device": the browser forgets, the request stays.

import type { Hono } from 'hono'
import { html } from 'hono/html'
import type { Deps } from '../deps.ts'
import type { Conversation } from '../flows/conversation/conversation.ts'
import { othersHtml } from './codes.ts'
import { addressIn, forget } from './cookie.ts'
import { answer, wordsIn } from './frame.ts'
import { pageSound } from './page-sound.ts'
import { returnLink } from './return-page.ts'
import { toldPage } from './told-page.ts'

/** Forgets, and says what that did and did not. Pressed twice it does no more. */
export function forgetRoutes(app: Hono, deps: Deps, conversation: Conversation): void {
  app.post('/forget', async (c) => {
    if (c.get('sitting')) return c.redirect('/kiosk/done', 303)
    const address = addressIn(c, deps)
    const looked = address && (await conversation.look(address))
    forget(c, deps)
    if (!looked || looked.of === 'nobody') return c.redirect('/', 303)
    const { language } = looked
    const words = wordsIn(deps, language)
    const ref = looked.of === 'talk' ? looked.ref : undefined
    const code = ref
      ? html`<p>${words('page.forget.code')}</p><p><bdi class="mono" dir="ltr">${ref}</bdi></p>`
      : ''
    const said = [{ language, text: words('page.forget.title') }]
    const others = looked.of === 'talk' ? await othersHtml(deps, looked, { pins: false }) : ''
    const back = ref || others !== '' ? returnLink(words, language) : ''
    const heard = await pageSound(deps, language, { of: 'forgotten' })
    const more = html`${heard}<p>${words('page.forget.stays')}</p>${code}${others}${back}`
    return answer(c, deps, await toldPage(deps, said, { href: '/', more }))
  })
}
