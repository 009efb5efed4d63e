// /accessibility: the declaration of the city, as far as its profile holds one. No cookie, nothing noted.

import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Deps } from '../deps.ts'
import type { Profile } from '../domain/profile/profile.ts'
import { type Accessibility, isDeclared } from '../domain/profile/statements.ts'
import { cityLately } from '../flows/city.ts'
import { creditsHtml } from './credits.ts'
import { declaration, enforcement } from './declaration.ts'
import { answer, type Html, wordsIn } from './frame.ts'
import { languageAsked, otherLanguages } from './other-languages.ts'
import { pageSound } from './page-sound.ts'
import { topOf } from './top.ts'

/** The page: German, as the law wants it, in the frame of whoever reads. */
export function accessibilityRoutes(app: Hono, deps: Deps): void {
  app.get('/accessibility', (c) => accessibilityPage(c, deps))
}

async function accessibilityPage(c: Context, deps: Deps): Promise<Response> {
  const language = languageAsked(deps, c.req.query('lang'))
  const words = wordsIn(deps, language)
  const { profile } = await cityLately(deps)
  const { accessibility = {} } = profile
  const host = new URL(deps.config.publicUrl ?? c.req.url).host
  return answer(c, deps, {
    language,
    title: words('standing.accessibility.title'),
    top: topOf(words, language, { back: `/?lang=${language}` }),
    content: html`<h1>${words('standing.accessibility.title')}</h1>
${await pageSound(deps, language, { of: 'accessibility' })}
<p>${words('standing.accessibility.tell')}</p>
${contactHtml(accessibility, profile)}
<p>${words(isDeclared(accessibility) ? 'standing.accessibility.german' : 'standing.accessibility.none')}</p>
<section lang="de" dir="ltr">${isDeclared(accessibility) ? declaration(accessibility, host) : enforcement(accessibility)}</section>
${creditsHtml(profile)}`,
    foot: otherLanguages(deps, '/accessibility', language),
  })
}

/** To whom a barrier is told: as the city says, else to the centres by telephone. */
function contactHtml({ contact }: Accessibility, { centres }: Profile): Html {
  if (contact?.mail || contact?.phone) {
    return html`${contact.mail ? html`<p><a href="mailto:${contact.mail}"><bdi dir="ltr">${contact.mail}</bdi></a></p>` : ''}${contact.phone ? phoneHtml(contact.phone) : ''}`
  }
  return html`${centres.map(({ name, phones }) => phones.map((phone) => html`<p><bdi lang="de">${name}</bdi></p>${phoneHtml(phone)}`))}`
}

const phoneHtml = (phone: string): Html =>
  html`<a class="call" href="tel:${phone.replace(/[^\d+]/g, '')}"><bdi dir="ltr">${phone}</bdi></a>`
