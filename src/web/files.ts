// Files beside a page: the appointment for the calendar in the phone, and everything held as a file.

import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Deps } from '../deps.ts'
import type { Attachment } from '../flows/conversation/attachments.ts'
import { sealFile } from '../flows/conversation/carried.ts'
import { labelHtml } from './buttons.ts'
import { type Html, wordsIn } from './frame.ts'

const appointmentPath = (whom: string) => `/talk/appointment.ics?of=${whom}`

/** Answers with a file, which the browser keeps or opens while the page stays. */
export function download(c: Context, { name, type, content }: Attachment): Response {
  return c.body(content, 200, {
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '')}"`,
    'Cache-Control': 'no-store',
  })
}

/** The way to the appointment as a file for the calendar. */
export function calendarLink(
  deps: Deps,
  language: string,
  { file: { caption, name }, whom }: { file: Attachment; whom: string },
): Html {
  const label = labelHtml(`📅 ${wordsIn(deps, language)(caption)}`)
  return html`<a class="button" href="${appointmentPath(whom)}" download="${name}">${label}</a>`
}

/** The same where it was called off, under the sentence that says what it is for. */
export const calledOffLink = (
  deps: Deps,
  language: string,
  { file, whom }: { file: Attachment; whom: string },
): Html => linkHtml(deps, language, file, appointmentPath(whom))

/** Where the sheet to print is: with the sign of whom it is about, since somebody else may speak by then. */
export const printPath = (whom: string) => `/talk/print?of=${whom}`

/** Links to files of somebody who is nobody any more: each carries its own. */
export async function fileLinks(
  deps: Deps,
  language: string,
  files: readonly Attachment[],
): Promise<Html> {
  const links = files.map(async (file) =>
    linkHtml(deps, language, file, `/talk/file.ics?of=${await sealFile(deps, file)}`),
  )
  return html`${await Promise.all(links)}`
}

function linkHtml(deps: Deps, language: string, { caption, name }: Attachment, href: string): Html {
  const words = wordsIn(deps, language)
  return html`<p>${words(caption)}</p>
<a class="button" href="${href}" download="${name}">${labelHtml(`📅 ${name}`)}</a>`
}
