// /sos: the numbers for danger as a page, so that a tap calls on any telephone. No cookie, no script,
// nothing noted of who looks.

import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { secureHeaders } from 'hono/secure-headers'
import type { Deps } from '../deps.ts'
import { CRY_KINDS } from '../domain/danger/cry-list.ts'
import type { Line } from '../domain/dialog/screen.ts'
import { callingLines } from '../domain/dialog/show/danger.ts'
import { currentCity } from '../flows/city.ts'
import { factsOf } from '../flows/conversation/step.ts'

const STYLE = `
:root { color-scheme: light dark }
body { font: 1.125rem/1.5 system-ui, sans-serif; margin: 0 auto; max-inline-size: 36rem; padding: 1rem }
h1 { font-size: 1.5rem; margin-block: 0 .5rem }
p { margin-block: .75rem .25rem }
a.call { border: 2px solid; border-radius: .5rem; display: block; font-size: 1.5rem; font-weight: 700;
  padding: .75rem 1rem; text-decoration: none }
blockquote { border-inline-start: .25rem solid; margin: .5rem 0; padding-inline-start: .75rem }
nav { margin-block-start: 2rem }
nav a { display: inline-block; padding: .5rem .75rem .5rem 0 }
`

/** The page, and its style beside it: the policy allows no other. */
export function createSos(deps: Deps): Hono {
  const app = new Hono().basePath('/sos')
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'no-referrer',
    }),
  )
  app.get('/style.css', (c) => c.body(STYLE, 200, { 'Content-Type': 'text/css' }))
  app.get('/', (c) => sosPage(c, deps, c.req.query('lang')))
  // A language in the path, as somebody may write it; anything else is the page all the same.
  app.get('/*', (c) => sosPage(c, deps, c.req.path.split('/')[2] ?? ''))
  return app
}

async function sosPage(c: Context, deps: Deps, asked: string | undefined): Promise<Response> {
  const { i18n, clock } = deps
  const now = clock.now()
  const { key: language, direction } =
    i18n.languages.find(({ key }) => key === asked) ?? (i18n.languages[0] as Language)
  const about = CRY_KINDS.find((kind) => kind === c.req.query('about'))
  const facts = factsOf(deps, await currentCity(deps), now)
  const [title, ...lines] = callingLines(facts, language, about)
  const word = (line: Line | undefined) =>
    line && 'text' in line ? i18n.t(line.language ?? language, line.text, now) : ''
  const shown = (line: Line) => {
    if ('phone' in line) {
      const tel = `tel:${line.phone.replace(/\D/g, '')}`
      return html`<a class="call" href="${tel}"><bdi dir="ltr">${line.phone}</bdi></a>`
    }
    if ('quote' in line) return html`<blockquote lang="de" dir="ltr">${line.quote}</blockquote>`
    return 'text' in line ? html`<p>${word(line)}</p>` : ''
  }
  const others = i18n.languages.filter(({ key }) => key !== language)
  c.header('Cache-Control', 'no-store')
  return c.html(html`<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${word(title)}</title>
<link rel="stylesheet" href="/sos/style.css">
</head>
<body>
<main>
<h1>${word(title)}</h1>
${lines.map(shown)}
</main>
<nav>${others.map(({ key, direction: dir }) => html`<a href="/sos?lang=${key}" lang="${key}" dir="${dir}">${i18n.t(key, { key: 'lobby.language.own-name' }, now)}</a> `)}</nav>
</body>
</html>`)
}

type Language = Deps['i18n']['languages'][number]
