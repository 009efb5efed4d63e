// What stands below every page: how accessible it is, who publishes it, what is done with data.

import { html } from 'hono/html'
import type { Deps } from '../deps.ts'
import { cityLately } from '../flows/city.ts'

/** Links in the words of a reader; to the imprint where there is one. */
export async function standingLinks(deps: Deps, language: string, words: (key: string) => string) {
  // A page that tells of a fault is shown without a database, too.
  const city = await cityLately(deps).catch(() => undefined)
  const { imprint, pages } = city?.profile ?? {}
  const link = (path: string, key: string) =>
    html`<a class="quiet" href="${path}?lang=${language}">${words(key)}</a> `
  const published = imprint || pages?.imprint ? link('/imprint', 'standing.imprint') : ''
  return html`<p>${link('/accessibility', 'standing.accessibility.link')}${link('/privacy', 'standing.data')}${published}</p>`
}
