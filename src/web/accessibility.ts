// /accessibility: the declaration of the city, as far as its profile holds one, and where a barrier is told. No
// cookie; nothing is noted but what is told.

import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Deps } from '../deps.ts'
import type { Profile } from '../domain/profile/profile.ts'
import { type Accessibility, isDeclared } from '../domain/profile/statements.ts'
import { cityLately } from '../flows/city.ts'
import { type Again, BARRIER_PATH, barrierForm, headHtml, takeBarrier } from './barrier.ts'
import { creditsHtml } from './credits.ts'
import { declaration, enforcement } from './declaration.ts'
import { answer, type Html, type Page, wordsIn } from './frame.ts'
import { languageAsked, otherLanguages } from './other-languages.ts'
import { pageSound } from './page-sound.ts'
import { topOf } from './top.ts'

/** The page: German, as the law wants it, in the frame of whoever reads, and the form for barriers in their language. */
export function accessibilityRoutes(app: Hono, deps: Deps): void {
  app.get(BARRIER_PATH, (c) => accessibilityPage(c, deps))
  app.post(BARRIER_PATH, async (c) => {
    const language = languageAsked(c, deps)
    const told = await takeBarrier(c, deps, language)
    if ('page' in told) return await answer(c, deps, told.page)
    return await accessibilityPage(c, deps, told.again)
  })
}

async function accessibilityPage(c: Context, deps: Deps, again?: Again): Promise<Response> {
  const language = languageAsked(c, deps)
  const words = wordsIn(deps, language)
  const { profile } = await cityLately(deps)
  const { accessibility = {} } = profile
  const host = new URL(deps.config.publicUrl ?? c.req.url).host
  const title = words('standing.accessibility.title')
  const form = barrierForm(deps, language, again)
  const page: Page = {
    language,
    title: again ? `⚠️ ${title}` : title,
    isSensitive: again?.heard !== undefined,
    isTyped: true,
    top: topOf(words, language, { back: `/?lang=${language}` }),
    content: html`${await headHtml(deps, language, again?.heard, title)}
${again ? form : await pageSound(deps, language, { of: 'accessibility' })}
<p>${words('standing.accessibility.tell')}</p>
${contactHtml(accessibility, profile)}
${again ? '' : form}
<p>${words(isDeclared(accessibility) ? 'standing.accessibility.german' : 'standing.accessibility.none')}</p>
<section lang="de" dir="ltr">${isDeclared(accessibility) ? declaration(accessibility, host) : enforcement(accessibility)}</section>
${creditsHtml(profile)}`,
    foot: otherLanguages(deps, BARRIER_PATH, language),
  }
  return answer(c, deps, page, again ? 422 : 200)
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
