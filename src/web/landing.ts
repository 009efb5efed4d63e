// The first page, which posters and links lead to: what the link says, and the other door.

import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Deps } from '../deps.ts'
import { readPreset } from '../domain/dialog/preset.ts'
import type { Tap } from '../domain/dialog/tap.ts'
import { chatLink } from '../flows/bot-name.ts'
import { cityLately } from '../flows/city.ts'
import { factsOf } from '../flows/conversation/step.ts'
import { answer, type Page, wordsIn } from './frame.ts'
import { saidIn, toldPage } from './told-page.ts'

type LobbyTap = Extract<Tap, { do: 'lobby' }>

/** The page that a link's query asks for; `undefined` where it says nothing that is known. */
export async function presetTap(c: Context, deps: Deps): Promise<LobbyTap | undefined> {
  const facts = factsOf(deps, await cityLately(deps), deps.clock.now())
  const { language, ...carried } = readPreset(c.req.query(), facts)
  if (language) return { do: 'lobby', language, page: 'consent', ...carried }
  const isEmpty = Object.keys(carried).length === 0
  return isEmpty
    ? undefined
    : { do: 'lobby', language: facts.reading[0] ?? 'de', page: 'languages', ...carried }
}

// Where somebody has not begun yet, and is not in danger.
const FIRST = ['language-menu', 'consent', 'consent.reading']

/** The page with the way into the chat below it, where there is one; the link's code goes along. */
export async function withChat(
  deps: Deps,
  page: Page,
  { screen, source }: { screen: string; source: string | undefined },
): Promise<Page> {
  if (!FIRST.includes(screen)) return page
  const link = await chatLink(deps, source)
  if (!link) return page
  // The menu is in no language yet; everybody knows the name.
  const isMenu = screen === 'language-menu'
  const label = isMenu ? 'Telegram' : wordsIn(deps, page.language)('standing.telegram')
  const chat = html`<div class="rows"><a class="button" href="${link}" rel="noopener noreferrer"><bdi>${label}</bdi></a></div>`
  return { ...page, content: html`${page.content}${chat}` }
}

/** Where the web is not open, the first page leads into the chat, so that printed links go on. */
export function closedRoutes(app: Hono, deps: Deps): void {
  app.get('/', async (c) => {
    const facts = factsOf(deps, await cityLately(deps), deps.clock.now())
    const { language, source } = readPreset(c.req.query(), facts)
    const link = await chatLink(deps, source)
    if (link) return c.redirect(link, 302)
    const said = saidIn(deps, language, { key: 'page.missing' })
    return answer(c, deps, await toldPage(deps, said, { href: '/sos' }), 404)
  })
}
