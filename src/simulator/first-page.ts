// The demo's first page: what Lotse is, three stories, the phone at the left and the desk at the right.

import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Profile } from '../domain/profile/profile.ts'
import type { PresentCode } from '../flows/sign-in/demo.ts'
import {
  demoAccounts,
  demoBody,
  demoColleagues,
  demoPassword,
  demoWithCode,
} from '../flows/sign-in/demo-account.ts'
import { codePage, PERIOD } from './code-page.ts'
import { FIRST_WORDS, type FirstLanguage, type FirstWords } from './first-words.ts'
import { outsidePage } from './outside-page.ts'
import { insideOf, OUTSIDE } from './stay-inside.ts'

const policy = (framed: "'self'" | "'none'") =>
  `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ${framed}`

type FirstPage = { profile: Profile; code: PresentCode; port: number }

/**
 * A Hono app to mount at "/demo", with the pages beside the first one: the app with the code of a second factor, and
 * what stands where something leads outside. `profile` says which carriers there are to be signed in for; `port` is the demo's own.
 */
export function createFirstPage({ profile, code, port }: FirstPage) {
  const app = new Hono()
  app.get('/', (c) => {
    c.header('content-security-policy', policy("'none'"))
    c.header('referrer-policy', 'same-origin')
    return c.html(pageIn(languageOf(c), profile))
  })
  app.get('/code', async (c) => {
    // Codes go by the system's clock, however far the demo's has jumped.
    const left = PERIOD - (Math.floor(Date.now() / 1000) % PERIOD)
    c.header('content-security-policy', policy("'self'"))
    c.header('cache-control', 'no-store')
    c.header('refresh', String(left))
    const language = languageOf(c)
    return c.html(codePage(language, { code: await code(), left }))
  })
  app.get('/outside', (c) => {
    c.header('content-security-policy', policy("'self'"))
    const to = c.req.query('to') ?? ''
    const inside = insideOf(to, port)
    // What is no whole address stays as it is: two slashes and a host would lead out.
    const leadsIn = inside !== to && !inside.startsWith(OUTSIDE)
    return leadsIn ? c.redirect(inside, 303) : c.html(outsidePage(languageOf(c), to))
  })
  return app
}

function languageOf(c: Context): FirstLanguage {
  const asked = c.req.query('lang') ?? c.req.header('accept-language') ?? ''
  return /^\s*en\b/i.test(asked) ? 'en' : 'de'
}

function pageIn(language: FirstLanguage, profile: Profile) {
  const words = FIRST_WORDS[language]
  const other = language === 'de' ? 'en' : 'de'
  const story = (name: 'letter' | 'danger' | 'missed') =>
    html`<button type="button" data-story="${name}" aria-pressed="false">${words[name]}</button>`
  return html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${words.title}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/simulator/assets/first.css" />
    <script type="module" src="/simulator/assets/first.js"></script>
  </head>
  <body data-working="${words.working}">
    <main>
    <div class="top">
      <h1>${words.title}</h1>
      <a href="/demo?lang=${other}" lang="${other}" hreflang="${other}">${words.other}</a>
    </div>
      <p class="what">${words.what}</p>
      <noscript><p>${words.noScript} <a href="/simulator">${words.phone}</a> · <a href="/staff">${words.desk}</a></p></noscript>
      <section class="row" aria-label="${words.stories}">
        <h2>${words.stories}</h2>
        ${story('letter')}${story('danger')}${story('missed')}
      </section>
      <section class="row" aria-label="${words.as}">
        <h2>${words.as}</h2>
        ${signIns(words, profile)}
      </section>
      <section class="told" aria-live="polite">
        <p id="said"></p>
        <div class="row">
          <button type="button" id="next" class="main" hidden>${words.next}</button>
          <button type="button" id="plays" aria-pressed="false" hidden>${words.plays}</button>
        </div>
      </section>
      <div class="stage">
        <section class="phone">
          <div class="head"><h2>${words.phone}</h2></div>
          <iframe id="phone" name="phone" data-src="/simulator" title="${words.phone}"></iframe>
        </section>
        <section class="desk">
          <div class="head">
            <h2>${words.desk}</h2>
            <button type="button" id="chosen" hidden>${words.chosen} <b></b></button>
          </div>
          <div class="screen"><iframe id="desk" name="desk" src="/staff" title="${words.desk}"></iframe></div>
        </section>
      </div>
      <section class="row">
        <button type="button" data-hours="1">${words.hour}</button>
        <button type="button" data-hours="24">${words.day}</button>
        <button type="button" id="anew" aria-describedby="anew-hint">${words.anew}</button>
        <span class="soft" id="anew-hint">${words.anewHint}</span>
      </section>
    </main>
  </body>
</html>`
}

/** One press each: a counsellor of two carriers, and one of each role that has something else to see. */
function signIns(words: FirstWords, profile: Profile) {
  const [colleague] = demoColleagues(profile)
  const nameOf = (id: string | null) => profile.bodies?.find((body) => body.id === id)?.name
  const first = nameOf(demoBody(profile))
  const names: Partial<Record<(typeof demoAccounts)[number]['role'], string>> = {
    lead: words.lead,
    counsellor: first ? `${words.counsellor}, ${first}` : words.counsellor,
    coordinator: words.coordinator,
    administrator: words.administrator,
    'data-protection': words.dataProtection,
  }
  const roles = demoAccounts.flatMap(({ email, role }) => {
    const name = names[role]
    return name ? [{ email, name, role }] : []
  })
  const more = colleague
    ? [
        {
          email: colleague.email,
          name: `${words.counsellor}, ${nameOf(colleague.body) ?? ''}`,
          role: '',
        },
      ]
    : []
  const withCode = { email: demoWithCode.email, name: words.withCode, role: 'with-code' }
  return [...roles.slice(0, 2), ...more, withCode, ...roles.slice(2)].map(
    ({
      email,
      name,
      role,
    }) => html`<form method="post" action="/staff/sign-in" target="desk" data-role="${role}">
      <input type="hidden" name="email" value="${email}" />
      <input type="hidden" name="password" value="${demoPassword}" />
      <button>${name}</button>
    </form>`,
  )
}
