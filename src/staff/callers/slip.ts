// A slip to print: the appointment in the person's language, and one German sentence to show.

import { html } from 'hono/html'
import type { Slip } from '../../flows/staff/book-for-caller.ts'
import { isRightToLeft } from '../../i18n/terms.ts'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'
import { typed } from '../frame/parts.ts'
import { wordsOf } from '../frame/words.ts'
import { recordHref } from '../record/trail.ts'

// Whoever opens the door reads German, whatever the dashboard is shown in.
const GERMAN = wordsOf('de')

/** `isBooked`: the appointment has just been given. */
export function slipPage(frame: Frame, id: string, slip: Slip, isBooked: boolean): Html {
  const { words } = frame
  const direction = isRightToLeft(slip.language) ? 'rtl' : 'ltr'
  return html`<h1 class="no-print">${words.slip}</h1>
${isBooked ? html`<p class="note no-print" role="status" id="done" tabindex="-1">${words.slipBooked}</p>` : ''}<p class="hint no-print">${words.slipHint}</p>
<p class="actions no-print"><a class="button quiet" href="${recordHref(frame, id)}">${words.slipRecord}</a></p>
<section class="card slip" lang="${slip.language}" dir="${direction}">
${slip.lines.map((line) => html`<p><bdi dir="auto">${line}</bdi></p>`)}
<p><strong><bdi dir="ltr">${slip.ref}</bdi></strong></p>
<p lang="de" dir="ltr">${slip.german}</p>
<p lang="de" dir="ltr">${GERMAN.reading}: ${slip.reads}${slip.speaks === undefined ? '' : html` · ${GERMAN.spoken}: ${typed(slip.speaks)}`}</p>
</section>`
}
