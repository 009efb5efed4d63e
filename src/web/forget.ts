// "Forget me on this device": the browser forgets, the request stays. It is asked once, since by what one comes back
// stands there for the last time. Never for the PIN: who has to hide this must not have to find it first.

import type { Hono } from 'hono'
import { html } from 'hono/html'
import type { Deps } from '../deps.ts'
import type { Conversation } from '../flows/conversation/conversation.ts'
import { allCodesHtml, othersHtml } from './codes.ts'
import { addressIn, forget } from './cookie.ts'
import { answer, wordsIn } from './frame.ts'
import { keysOf, pageSound } from './page-sound.ts'
import { returnLink } from './return-page.ts'
import { formOf } from './sent.ts'
import { toldPage } from './told-page.ts'
import { topOf } from './top.ts'

export const FORGET_PATH = '/forget'

/** Asks, then forgets and says what that did and did not. Pressed twice it does no more. */
export function forgetRoutes(app: Hono, deps: Deps, conversation: Conversation): void {
  app.get(FORGET_PATH, async (c) => {
    if (c.get('sitting')) return c.redirect('/kiosk/done', 303)
    const address = addressIn(c, deps)
    const looked = address && (await conversation.look(address))
    if (!looked || looked.of === 'nobody') return c.redirect('/', 303)
    const { language } = looked
    const words = wordsIn(deps, language)
    const codes = await allCodesHtml(deps, looked)
    const of = codes !== '' ? 'forget' : looked.ref !== undefined ? 'forget-stays' : 'forget-anew'
    const [title = '', ...said] = keysOf(of).map((key) => words(key))
    return answer(c, deps, {
      language,
      title,
      top: topOf(words, language, { back: '/talk' }),
      content: html`<h1>${title}</h1>
${await pageSound(deps, language, { of })}
${said.map((text) => html`<p>${text}</p>`)}
${codes}
<form method="post" action="${FORGET_PATH}"><div class="rows">
<button class="button danger" name="t" value="forget">${words('page.forget.button')}</button></div></form>`,
      foot: '',
    })
  })

  app.post(FORGET_PATH, async (c) => {
    if (c.get('sitting')) return c.redirect('/kiosk/done', 303)
    // A page of before this was asked.
    if ((await formOf(c)).t === undefined) return c.redirect(FORGET_PATH, 303)
    const address = addressIn(c, deps)
    const looked = address && (await conversation.look(address))
    forget(c, deps)
    if (!looked || looked.of === 'nobody') return c.redirect('/', 303)
    const { language } = looked
    const words = wordsIn(deps, language)
    const { ref } = looked
    const code = ref
      ? html`<p>${words('page.forget.code')}</p><p><bdi class="mono" dir="ltr">${ref}</bdi></p>`
      : ''
    const others = await othersHtml(deps, looked, { pins: false })
    const isLost = others === '' && ref === undefined
    const kept = isLost ? '' : html`<p>${words('page.forget.stays')}</p>`
    const back = ref || others !== '' ? returnLink(words, language) : ''
    const heard = await pageSound(deps, language, { of: isLost ? 'forgotten-anew' : 'forgotten' })
    const said = [{ language, text: words('page.forget.title') }]
    const more = html`${heard}${kept}${code}${others}${back}`
    return answer(c, deps, await toldPage(deps, said, { href: '/', more }))
  })
}
