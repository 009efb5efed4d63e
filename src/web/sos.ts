// /sos: the numbers for danger as a page, so that a tap calls on any telephone. No cookie, nothing noted of who
// looks; the one script is the exit's.

import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Deps } from '../deps.ts'
import { heardOfCode } from '../domain/danger/heard-code.ts'
import { callingLines } from '../domain/dialog/show/danger.ts'
import { cityLately } from '../flows/city.ts'
import { factsOf } from '../flows/conversation/step.ts'
import { limitsLink } from './exit-bar.ts'
import { answer, directionOf, wordsIn } from './frame.ts'
import { headed, lineHtml } from './lines.ts'
import { languageAsked, otherLanguages } from './other-languages.ts'
import { pageSound } from './page-sound.ts'
import { topOf } from './top.ts'

/** The page, reached without having begun anything. */
export function sosRoutes(app: Hono, deps: Deps): void {
  app.get('/sos', (c) => sosPage(c, deps, c.req.query('lang')))
  // A language in the path, as somebody may write it; anything else is the page all the same.
  app.get('/sos/*', (c) => sosPage(c, deps, c.req.path.split('/')[2] ?? ''))
}

async function sosPage(c: Context, deps: Deps, asked: string | undefined): Promise<Response> {
  const { i18n, clock } = deps
  const known = i18n.languages.map(({ key }) => key)
  const language = known.find((key) => key === asked) ?? languageAsked(c, deps, known[0])
  const about = heardOfCode(c.req.query('about') ?? '')
  const facts = factsOf(deps, await cityLately(deps), clock.now())
  const words = wordsIn(deps, language)
  const dir = (other: string) => directionOf(deps, other)
  const { title, rest } = headed(callingLines(facts, language, about), words, 'SOS')
  return answer(c, deps, {
    language,
    title,
    isSensitive: true,
    top: topOf(words, language, { back: `/?lang=${language}`, numbers: false }),
    content: html`<h1>${title}</h1>
${await pageSound(deps, language, { of: 'sos', danger: about })}
${rest.map((line) => lineHtml(line, words, dir))}
${limitsLink(words, language)}`,
    foot: otherLanguages(deps, '/sos', language),
  })
}
