// The list of posters, and one poster to print on A4.

import { html, raw } from 'hono/html'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'
import { qrSvg } from '../frame/qr.ts'

export function postersPage(
  frame: Frame,
  posters: readonly { id: string; name: string; came: number | null }[],
): Html {
  const { words } = frame
  return html`<h1>${words.posters}</h1>
<p class="hint">${words.posterHint}</p>
${posters.map(
  ({
    id,
    name,
    came,
  }) => html`<section class="card"><h2><a href="/staff/posters/${id}">${name}</a></h2>
<p class="soft">${words.say('posterCame', { count: came ?? '< 5' })}</p></section>`,
)}`
}

export function posterPage(
  { words }: Frame,
  poster: {
    centre: { name: string; address: string }
    link: string
    lines: readonly { key: string; direction: string; text: string }[]
  },
): Html {
  const { centre, link, lines } = poster
  return html`<p class="hint no-print">${words.posterHint}</p>
<section class="poster" lang="de">
<h1>${centre.name}</h1>
<p>${centre.address}</p>
${raw(qrSvg(link, link))}
<p><bdi dir="ltr">${link}</bdi></p>
<ul>${lines.map(
    ({ key, direction, text }) => html`<li lang="${key}" dir="${direction}">${text}</li>`,
  )}</ul>
</section>`
}
