// The own account: who one is here, and in which language the pages are.

import { html } from 'hono/html'
import { type Frame, roleWord, type StaffMember } from '../frame.ts'
import { formToken, type Html } from '../layout.ts'

export function accountPage(
  frame: Frame,
  staff: StaffMember,
  centres: readonly string[],
  body: string | null,
): Html {
  const { words } = frame
  const option = (value: 'de' | 'en', label: string) =>
    html`<option value="${value}"${staff.language === value ? html` selected` : ''}>${label}</option>`
  return html`<h1>${words.account}</h1>
<div class="card">
<dl class="facts">
<dt>${words.name}</dt><dd>${staff.name}</dd>
<dt>${words.email}</dt><dd>${staff.email}</dd>
<dt>${words.role}</dt><dd>${roleWord(words, staff.role)}</dd>
<dt>${words.centres}</dt><dd>${centres.join(', ') || '–'}</dd>
<dt>${words.body}</dt><dd>${body ?? '–'}</dd>
</dl>
</div>
<form class="card" method="post" action="/staff/account">
${formToken(frame)}
<label for="language">${words.language}</label>
<select id="language" name="language">${option('de', words.german)}${option('en', words.english)}</select>
<div class="actions"><button>${words.save}</button></div>
</form>`
}
