// A page that says one thing.

import { html } from 'hono/html'
import type { Html } from './layout.ts'

export function messagePage(title: string, text: string, more: Html | '' = ''): Html {
  return html`<div class="card narrow"><h1>${title}</h1><p>${text}</p>${more}</div>`
}
