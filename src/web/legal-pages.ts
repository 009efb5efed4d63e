// /privacy and /imprint: what the chat says section by section, whole on one page. No cookie, nothing noted; they
// stand also where the web is no door, since links from the desk and the chat lead there.

import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Deps } from '../deps.ts'
import { type Line, line, type Screen, strong } from '../domain/dialog/screen.ts'
import { imprintLines } from '../domain/dialog/show/imprint.ts'
import { asPage } from '../domain/dialog/show/on-page.ts'
import { wholePrivacyLines } from '../domain/dialog/show/privacy.ts'
import { responsibleLines } from '../domain/dialog/show/responsible.ts'
import type { Facts } from '../domain/dialog/talk.ts'
import type { Profile } from '../domain/profile/profile.ts'
import { cityLately } from '../flows/city.ts'
import { factsOf } from '../flows/conversation/step.ts'
import { creditsHtml } from './credits.ts'
import { answer, directionOf, type Html, wordsIn } from './frame.ts'
import { headed, lineHtml } from './lines.ts'
import { languageAsked, otherLanguages } from './other-languages.ts'
import { topOf } from './top.ts'

/** Both pages, in the language that the address names, or the browser. */
export function legalRoutes(app: Hono, deps: Deps): void {
  app.get('/privacy', (c) => legalPage(c, deps, '/privacy', privacyOf))
  const imprintOf = ({ profile }: Facts) => imprintLines(profile)
  app.get('/imprint', (c) => legalPage(c, deps, '/imprint', imprintOf, creditsHtml))
}

/** All that is said of data at the doors there are, then who answers for them. */
function privacyOf(facts: Facts, language: string): Line[] {
  const { pages } = facts.profile
  return [
    ...onPage(wholePrivacyLines(facts, language)),
    ...(facts.doors.chat ? CHAT_LINES : []),
    ...responsibleLines(facts),
    ...(pages?.privacy ? [{ link: pages.privacy }] : []),
  ]
}

/** What is true of the chat beside the page: which number is stored there, and what Telegram is. */
const CHAT_LINES: readonly Line[] = [
  strong('common.name', { name: 'Telegram' }),
  line('pages.my-data.chat'),
  line('lobby.privacy.telegram'),
  line('facts.telegram'),
  line('lobby.privacy.delete'),
]

const onPage = (lines: Line[]): readonly Line[] => {
  const screen: Screen = { id: 'privacy', lines, rows: [] }
  return asPage(screen).lines
}

async function legalPage(
  c: Context,
  deps: Deps,
  path: string,
  linesOf: (facts: Facts, language: string) => readonly Line[],
  below?: (profile: Profile) => Html,
): Promise<Response> {
  const language = languageAsked(c, deps)
  const facts = factsOf(deps, await cityLately(deps), deps.clock.now())
  const words = wordsIn(deps, language)
  const { title, rest } = headed(linesOf(facts, language), words, '')
  const dir = (other: string) => directionOf(deps, other)
  return answer(c, deps, {
    language,
    title,
    top: topOf(words, language, { back: `/?lang=${language}` }),
    content: html`<h1>${title}</h1>
${rest.map((one) => lineHtml(one, words, dir))}
${below?.(facts.profile) ?? ''}`,
    foot: otherLanguages(deps, path, language),
  })
}
