// `/pool/…`: where a pool of interpreters says whether somebody comes, behind the link in its mail. In German, as its
// mails are; no cookie, and nothing of the person.

import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { html } from 'hono/html'
import type { Deps } from '../deps.ts'
import { orderFacts, spokenInGerman } from '../domain/interpreting/order-text.ts'
import { SAID_BY_POOL, type SeenByPool } from '../domain/interpreting/pool-link.ts'
import { centreOf } from '../domain/profile/profile.ts'
import { answerBehind, orderBehind, POOL_PATH, type PoolOrder } from '../flows/pool-link.ts'
import { answer, type Html } from './frame.ts'
import { ownForms } from './headers.ts'

const TITLE = 'Sprachmittlung: Bestellung'

const SAYS: Readonly<Record<SeenByPool, string>> = {
  ordered: 'Kann jemand kommen?',
  confirmed: 'Sie haben zugesagt. Die Beratungsstelle und die ratsuchende Person wissen es.',
  refused: 'Sie haben abgesagt. Die Beratungsstelle weiß es.',
  needless: 'Diese Bestellung wird nicht mehr gebraucht. Bitte schicken Sie niemanden.',
  over: 'Dieser Termin ist vorbei.',
}

const BUTTONS = {
  ordered: { confirmed: 'Ja, jemand kommt', refused: 'Nein, niemand kann' },
  confirmed: { confirmed: '', refused: 'Doch nicht: niemand kann' },
  refused: { confirmed: 'Doch: jemand kommt', refused: '' },
} as const

// A press of one button.
const LARGEST = 1024

/** The page of an order, and what is said there. */
export function poolRoutes(app: Hono, deps: Deps): void {
  const pages = new Hono()
  pages.use(ownForms(deps.config.publicUrl))
  pages.get('/:link', async (c) => {
    const found = await orderBehind(deps, c.req.param('link'))
    return await shown(c, deps, found)
  })
  const onError = (c: Context) => shown(c, deps, null)
  pages.post('/:link', bodyLimit({ maxSize: LARGEST, onError }), async (c) => {
    const link = c.req.param('link')
    const { to } = await c.req.parseBody()
    const isRead = to === 'confirmed' || to === 'refused'
    if (isRead && !(await answerBehind(deps, link, to))) return await shown(c, deps, null)
    return c.redirect(`${POOL_PATH}/${link}`, 303)
  })
  app.route(POOL_PATH, pages)
}

async function shown(c: Context, deps: Deps, found: PoolOrder | null) {
  const content = found
    ? orderHtml(deps, found)
    : html`<h1>${TITLE}</h1>
<p>Diesen Link kennt Lotse nicht oder nicht mehr. Bitte antworten Sie auf die Mail, mit der Bestellnummer.</p>`
  const page = { language: 'de', title: TITLE, top: '' as const, content, foot: '' as const }
  return await answer(c, deps, page, found ? 200 : 404)
}

function orderHtml(deps: Deps, { order, is, profile }: PoolOrder): Html {
  const language = spokenInGerman(order.language, deps.i18n.terms)
  const facts = orderFacts({ ...order, number: order.id, language }, profile)
  const phone = centreOf(profile, order.centre)?.phones[0]
  return html`<h1>${TITLE}</h1>
<p role="status"><strong>${SAYS[is]}</strong></p>
<dl>${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
${is === 'needless' || is === 'over' ? '' : formHtml(is)}
${phone ? html`<p>Fragen? <a href="tel:${phone.replace(/[^\d+]/g, '')}">${phone}</a></p>` : ''}`
}

const formHtml = (is: keyof typeof BUTTONS): Html =>
  html`<form method="post">${SAID_BY_POOL[is].map(
    (to) => html`<button class="button" name="to" value="${to}">${BUTTONS[is][to]}</button>`,
  )}</form>`
