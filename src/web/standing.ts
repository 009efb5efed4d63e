// What stands below every page: how accessible it is, who publishes it, what is done with data.

import { html } from 'hono/html'
import type { Deps } from '../deps.ts'
import { cityLately } from '../flows/city.ts'

/** Links in the words of a reader; those of the city where its profile has them. */
export async function standingLinks(deps: Deps, language: string, words: (key: string) => string) {
  // A page that tells of a fault is shown without a database, too.
  const city = await cityLately(deps).catch(() => undefined)
  const { imprint, privacy } = city?.profile.pages ?? {}
  const link = (href: string, key: string) =>
    html`<a class="quiet" href="${href}" hreflang="de">${words(key)}</a> `
  return html`<p>${link(`/accessibility?lang=${language}`, 'standing.accessibility.link')}${imprint ? link(imprint, 'standing.imprint') : ''}${privacy ? link(privacy, 'standing.data') : ''}</p>`
}
