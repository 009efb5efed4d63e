// What a page has around it on a kiosk: how long it waits, what it says before it forgets, and the way to finish.

import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Deps } from '../deps.ts'
import { addressIn } from './cookie.ts'
import { pageSound } from './page-sound.ts'
import { SCRIPTS } from './scripts.ts'
import { TYPING } from './sitting.ts'

/** Ends the sitting at once. */
export const NEXT_PATH = '/kiosk/next'

type Around = {
  language: string
  word: (key: string) => string
  /** Something is asked for that is typed. */
  isTyped: boolean
}

/** Nothing of it where the device is no kiosk, or where nobody has begun. */
export async function kioskFrame(c: Context, deps: Deps, { language, word, isTyped }: Around) {
  const sitting = c.get('sitting')
  const { path, method } = c.req
  const isStart = method === 'GET' && path === '/' && c.req.query('t') === undefined
  if (!sitting || isStart) return { head: '', foot: '', end: '' }
  const isSomebody = addressIn(c, deps) !== undefined
  const here = method === 'GET' ? path + new URL(c.req.url).search : isSomebody ? '/talk' : '/'
  const asks = new URLSearchParams({ lang: language, to: here, k: sitting.id })
  const quiet = sitting.quiet * (isTyped ? TYPING : 1)
  const done = isSomebody ? `/kiosk/done?lang=${language}` : NEXT_PATH
  const finish = (to: string) =>
    html`<a class="button" href="${to}">${word('kiosk.button.finished')}</a>`
  return {
    head: html`<noscript><meta http-equiv="refresh" content="${quiet}; url=/kiosk/still-there?${asks}"></noscript>
<script src="${SCRIPTS.kiosk.path}" defer></script>`,
    foot: path === '/kiosk/done' ? '' : finish(done),
    end: html`<div id="still-there" class="over" role="alertdialog" aria-modal="true" aria-labelledby="still" aria-describedby="soon" data-quiet="${sitting.quiet}" data-warned="${sitting.warned}" hidden>
<h2 id="still">${word('kiosk.still-there')}</h2>
${await pageSound(deps, language, { of: 'still-there' })}
<p id="soon">${word('kiosk.soon')}</p>
<button type="button" class="button main">${word('kiosk.button.more')}</button>
${finish(NEXT_PATH)}
</div>`,
  }
}
