// The declaration on accessibility as Decision (EU) 2018/1523 asks for it. German alone: it is the city's
// word before the law (§ 10b BGG NRW), and no translation of it would be.

import { html } from 'hono/html'
import type { Accessibility, Declared } from '../domain/profile/statements.ts'
import type { Html } from './frame.ts'

const CONFORMS: Record<Declared['conformance'], string> = {
  full: 'Diese Seiten sind mit den Anforderungen vollständig vereinbar.',
  partial:
    'Diese Seiten sind mit den Anforderungen teilweise vereinbar. Die Ausnahmen stehen unten.',
  none: 'Diese Seiten sind mit den Anforderungen nicht vereinbar. Die Gründe stehen unten.',
}

const ASSESSED: Record<Declared['assessedBy'], string> = {
  self: 'Sie beruht auf einer Selbstbewertung.',
  'third-party': 'Sie beruht auf einer Bewertung durch Dritte.',
}

/** All of it, for the pages under `host`. */
export function declaration(given: Declared, host: string): Html {
  const { responsible, declaredOn, assessedBy, conformance, notAccessible = [] } = given
  const [year, month, day] = declaredOn.split('-')
  return html`<h2>Erklärung zur Barrierefreiheit</h2>
<p>${responsible} will diese Seiten so gestalten, dass alle sie benutzen können. Das verlangen das Behindertengleichstellungsgesetz Nordrhein-Westfalen (BGG NRW) und die Barrierefreie-Informationstechnik-Verordnung Nordrhein-Westfalen (BITV NRW), mit denen die Richtlinie (EU) 2016/2102 umgesetzt ist. Die Erklärung gilt für ${host}.</p>
<h2>Stand der Vereinbarkeit</h2>
<p>${CONFORMS[conformance]}</p>
${notAccessible.length > 0 ? html`<h2>Nicht barrierefreie Inhalte</h2><ul>${notAccessible.map((one) => html`<li>${one}</li>`)}</ul>` : ''}
<h2>Erstellung dieser Erklärung</h2>
<p>Diese Erklärung ist vom ${day}.${month}.${year}. ${ASSESSED[assessedBy]}</p>
<h2>Barrieren melden</h2>
<p>Etwas ist nicht barrierefrei? Oben auf dieser Seite steht ein Formular dafür. Oder schreiben Sie ${responsible}, oder rufen Sie an: Mail-Adresse und Nummer stehen auch dort. Die Antwort kommt in zwei bis höchstens sechs Wochen, wenn nötig als Zwischennachricht (§ 5 Absatz 2 BITV NRW).</p>
${enforcement(given)}`
}

/** Who helps where the answer does not; nothing where nobody has entered it. */
export function enforcement({ enforcement: body }: Accessibility): Html {
  if (!body) return ''
  const { name, mail, phone, url } = body
  return html`<h2>Ombudsverfahren</h2>
<p>Bekommen Sie auf eine Meldung keine Antwort, die Ihnen hilft? Dann können Sie sich hierhin wenden:</p>
<p>${name}</p>
${mail ? html`<p><a href="mailto:${mail}">${mail}</a></p>` : ''}${phone ? html`<p><a href="tel:${phone.replace(/[^\d+]/g, '')}">${phone}</a></p>` : ''}${url ? html`<p><a href="${url}" rel="noopener noreferrer">${url}</a></p>` : ''}`
}
