// `/exit`: out of here at once, to a page that says nothing of what was read. And what that can and cannot do.

import type { Hono } from 'hono'
import { html } from 'hono/html'
import type { Deps } from '../deps.ts'
import { cityLately } from '../flows/city.ts'
import { leave } from './cookie.ts'
import { EXIT_PATH } from './exit-bar.ts'
import { answer, wordsIn } from './frame.ts'
import { NEXT_PATH } from './kiosk-frame.ts'
import { pageSound } from './page-sound.ts'
import { topOf } from './top.ts'

/** Germany's weather service: public, the same for everybody, and read by anybody. */
export const HARMLESS = 'https://www.dwd.de/'

const DAY = 86_400

/** What it can do, as keys under `exit`, in the order it is read; then how to do the rest oneself. */
const SAID = ['what', 'after', 'again', 'history', 'clear', 'private', 'screen'] as const

/** Where it leads is the city's; should the city not answer, it leads out all the same. */
export function exitRoutes(app: Hono, deps: Deps): void {
  app.get(EXIT_PATH, async (c) => {
    c.header('Cache-Control', 'no-store')
    if (c.get('sitting')) return c.redirect(NEXT_PATH, 303)
    const profile = await cityLately(deps).then(
      (city) => city.profile,
      () => undefined,
    )
    leave(c, deps, (profile?.retention.contentDays ?? 1) * DAY)
    return c.redirect(profile?.exitTo ?? HARMLESS, 302)
  })

  app.get('/exit/limits', async (c) => {
    const known = deps.i18n.languages.map(({ key }) => key)
    const language = known.find((key) => key === c.req.query('lang')) ?? known[0] ?? 'de'
    const words = wordsIn(deps, language)
    const title = words('exit.limits')
    return answer(c, deps, {
      language,
      title,
      isSensitive: true,
      top: topOf(words, language),
      content: html`<h1>${title}</h1>
${await pageSound(deps, language, { of: 'exit-limits' })}
${SAID.map((key) => html`<p>${words(`exit.${key}`)}</p>`)}
<p data-keys hidden>${words('exit.keys')} <kbd dir="ltr">Esc</kbd></p>`,
      foot: '',
    })
  })
}
