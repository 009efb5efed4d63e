// The pages of a kiosk: how a tablet becomes one, whether somebody is still there, and the end of a sitting.

import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Deps } from '../deps.ts'
import { asPage } from '../domain/dialog/show/on-page.ts'
import type { Conversation } from '../flows/conversation/conversation.ts'
import type { Looked } from '../flows/conversation/look.ts'
import { othersHtml } from './codes.ts'
import { addressIn, leftAddressIn } from './cookie.ts'
import { printPath } from './files.ts'
import { answer, directionOf, type Html, wordsIn } from './frame.ts'
import { NEXT_PATH } from './kiosk-frame.ts'
import { lineHtml } from './lines.ts'
import { pageSound } from './page-sound.ts'
import { endKiosk, nextSitting } from './sitting.ts'
import { topOf } from './top.ts'

/** `/?kiosk` begins, `/?kiosk=off` ends; a device on which somebody is known, or has left, becomes none by a link. */
export function kioskRoutes(app: Hono, deps: Deps, conversation: Conversation): void {
  app.get('/', async (c, next) => {
    const { kiosk, ...others } = c.req.query()
    if (kiosk === undefined) return await next()
    const sitting = c.get('sitting')
    if (kiosk === 'off') {
      if (sitting) endKiosk(c, deps)
      return c.redirect('/', 303)
    }
    const isKnown = addressIn(c, deps) ?? leftAddressIn(c, deps)
    if (!sitting && isKnown) return c.redirect('/talk', 303)
    return nextSitting(c, deps, new URLSearchParams(others).toString())
  })

  // The time ran out, or somebody pressed: asked for as a page, since a page without a script can do no more.
  app.get(NEXT_PATH, (c) => {
    const sitting = c.get('sitting')
    return sitting ? nextSitting(c, deps, sitting.start) : c.redirect('/', 303)
  })

  app.get('/kiosk/stay', (c) => c.body(null, 204))

  app.get('/kiosk/still-there', async (c) => {
    const sitting = c.get('sitting')
    // Gone back to by somebody else, it is nobody's question.
    if (!sitting || sitting.id !== c.req.query('k')) return c.redirect('/', 303)
    const to = ownPath(c.req.query('to'))
    const { language, words, top } = around(c, deps)
    return answer(c, deps, {
      language,
      title: words('kiosk.still-there'),
      top,
      content: html`<h1>${words('kiosk.still-there')}</h1>
${await pageSound(deps, language, { of: 'still-there' })}
<p>${words('kiosk.soon')}</p>
<div class="rows"><a class="button main" href="${to}">${words('kiosk.button.more')}</a>
<a class="button" href="${NEXT_PATH}">${words('kiosk.button.finished')}</a></div>`,
      foot: '',
      refresh: { seconds: sitting.warned, to: NEXT_PATH },
    })
  })

  app.get('/kiosk/done', async (c) => {
    const address = addressIn(c, deps)
    if (!c.get('sitting') || !address) return c.redirect(NEXT_PATH, 303)
    const looked = await conversation.look(address, { place: { at: 'appointment' } })
    if (looked.of === 'nobody') return c.redirect(NEXT_PATH, 303)
    const { language, words } = around(c, deps, looked.language)
    const isTalk = looked.of === 'talk'
    const others = isTalk ? await othersHtml(deps, looked, { pins: true }) : ''
    const isSent = isTalk && looked.ref
    const said = isSent ? noteHtml(deps, looked) : openHtml(words)
    const heard = await pageSound(deps, language, { of: isSent ? 'noted' : 'open' })
    return answer(c, deps, {
      language,
      title: words('kiosk.before'),
      top: topOf(words, language, { back: '/talk' }),
      content: html`<h1>${words('kiosk.before')}</h1>
${heard}
${said}
${others}
<div class="rows"><a class="button main" href="${NEXT_PATH}">${words('kiosk.button.finished')}</a></div>`,
      foot: '',
    })
  })
}

type Say = (key: string) => string

/** With a request: what finds it again, since the tablet will not; with an appointment, all that the sheet says. */
function noteHtml(
  deps: Deps,
  { language, screen, ref, whom }: Extract<Looked, { of: 'talk' }>,
): Html {
  const words = wordsIn(deps, language)
  const dir = (other: string) => directionOf(deps, other)
  const isCard = screen.id === 'appointment'
  const lines = isCard ? asPage(screen).lines.map((line) => lineHtml(line, words, dir)) : ''
  return html`<p>${words('kiosk.forgets')}</p>
<p><strong>${words('kiosk.note')}</strong></p>
<p class="code"><bdi class="mono" dir="ltr">${ref}</bdi></p>
${lines}
${isCard ? html`<p><a href="${printPath(whom)}">${words('page.print')}</a></p>` : ''}`
}

const openHtml = (words: Say): Html => html`<p>${words('kiosk.open')}</p>`

function around(c: Context, deps: Deps, read?: string) {
  const known = deps.i18n.languages.map(({ key }) => key)
  const asked = read ?? c.req.query('lang')
  const language = known.find((key) => key === asked) ?? known[0] ?? 'de'
  const words = wordsIn(deps, language)
  const top = topOf(words, language)
  return { language, words, top }
}

/** A page of ours and no other: whatever else was asked for leads to the first one. */
function ownPath(to = '/'): string {
  const base = 'http://own.invalid'
  if (!/^\/(?![/\\])/.test(to) || !URL.canParse(to, base)) return '/'
  const { origin, pathname, search } = new URL(to, base)
  return origin === base && !pathname.startsWith('/kiosk/still') ? pathname + search : '/'
}
