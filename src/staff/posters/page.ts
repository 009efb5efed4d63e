// The list of posters, one of them to print on A4, and the links for other web sites.

import { html, raw } from 'hono/html'
import { topics } from '../../domain/questionnaire/first-questions.ts'
import type { CentreLink } from '../../flows/staff/posters.ts'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'
import { qrSvg } from '../frame/qr.ts'

export function postersPage(
  { words }: Frame,
  posters: readonly { id: string; name: string; came: number | null }[],
): Html {
  return html`<h1>${words.posters}</h1>
${posters.map(
  ({ id, name, came }) => html`<section class="card"><h2>${name}</h2>
<ul class="plain"><li><a href="/staff/posters/${id}">${words.poster}<span class="away"> ${name}</span></a></li>
<li><a href="/staff/posters/${id}/links">${words.posterLinks}<span class="away"> ${name}</span></a></li></ul>
<p class="soft">${words.say('posterCame', { count: came ?? '< 5' })}</p></section>`,
)}`
}

// As many as stand in one line.
const PICTURED = 8

/** What people come about most often, for who does not read: the icons they will meet again on the buttons. */
const icons = topics.options.list.slice(0, PICTURED).map(({ icon }) => icon)

export function posterPage(
  { words }: Frame,
  poster: CentreLink & { lines: readonly { key: string; direction: string; text: string }[] },
): Html {
  const { centre, link, leadsTo, lines } = poster
  return html`<p class="hint no-print">${leadsTo === 'page' ? words.posterHint : words.posterHintChat}</p>
<section class="poster" lang="de">
<h1>${centre.name}</h1>
<p>${centre.address}</p>
<p class="icons" aria-hidden="true">${icons.join(' ')}</p>
${raw(qrSvg(link, link))}
<p><bdi dir="ltr">${link}</bdi></p>
<ul>${lines.map(
    ({ key, direction, text }) => html`<li lang="${key}" dir="${direction}">${text}</li>`,
  )}</ul>
</section>`
}

/** Links to copy; what they are called on the other side is asked for, so that they can be counted. */
export function linksPage(
  { words }: Frame,
  shown: {
    id: string
    name: string
    from: string
    links: readonly { lang: string | null; name: string; link: string }[]
  },
): Html {
  const { id, name, from, links } = shown
  return html`<h1>${words.posterLinks}: ${name}</h1>
<p class="hint">${words.posterLinksHint}</p>
<form class="card filters" method="get" action="/staff/posters/${id}/links">
<label for="from">${words.posterFrom}</label>
<input id="from" name="from" value="${from}" required maxlength="13" pattern="[A-Za-z0-9_\-]+" autocapitalize="off" aria-describedby="from-hint">
<p class="soft" id="from-hint">${words.posterFromHint}</p>
<div class="actions"><button class="quiet">${words.posterFromShow}</button></div>
</form>
<table><thead><tr><th scope="col">${words.reading}</th><th scope="col">${words.posterLink}</th><th scope="col">${words.poster}</th></tr></thead>
<tbody>${links.map(
    ({ lang, name: language, link }) => html`<tr><th scope="row">${language}</th>
<td><code class="key" dir="ltr">${link}</code></td>
<td><a href="/staff/posters/${id}?from=${from}${lang ? `&lang=${lang}` : ''}">${words.poster}<span class="away"> ${language}</span></a></td></tr>`,
  )}</tbody></table>`
}
