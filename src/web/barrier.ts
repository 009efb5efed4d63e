// The form for telling of a barrier, without a talk, a cookie or a script, and what is said once it has arrived.

import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Deps } from '../deps.ts'
import type { HeardKinds } from '../domain/danger/cry-list.ts'
import { say } from '../domain/dialog/text.ts'
import {
  type BarrierFaults,
  LONGEST_BARRIER,
  LONGEST_REACH,
  readBarrier,
} from '../domain/people/barrier-report.ts'
import { tellBarrierUnknown } from '../flows/report-barrier.ts'
import { type Html, type Page, type Words, wordsIn } from './frame.ts'
import { numbersHtml } from './kept.ts'
import { pageSound } from './page-sound.ts'
import { sentBy } from './sent.ts'
import { topOf } from './top.ts'

/** The page it stands on, and where it is sent to. */
export const BARRIER_PATH = '/accessibility'

/** What was typed and not taken, to be mended where it was typed; `heard`: it is a cry for help, too. */
export type Again = {
  text: string
  reach: string
  drawn: string
  faults: BarrierFaults
  heard: HeardKinds | undefined
}

/** Keeps what was sent and says so; or what was typed, with what is wrong with it. */
export async function takeBarrier(
  c: Context,
  deps: Deps,
  language: string,
): Promise<{ page: Page } | { again: Again }> {
  const { text = '', reach = '', drawn = '' } = await sentBy(c)
  // Somebody may cry for help there as anywhere else; what they wrote is kept all the same.
  const heard = deps.i18n.hear(`${text} ${reach}`)?.kinds
  const read = readBarrier({ text, reach })
  if ('faults' in read) return { again: { text, reach, drawn, faults: read.faults, heard } }
  await tellBarrierUnknown(deps, { drawn, channel: 'web', language, barrier: read.barrier })
  return { page: await toldOfPage(deps, language, heard) }
}

async function toldOfPage(
  deps: Deps,
  language: string,
  heard: HeardKinds | undefined,
): Promise<Page> {
  const words = wordsIn(deps, language)
  const back = `${BARRIER_PATH}?lang=${language}`
  return {
    language,
    title: words('barrier.sent'),
    isSensitive: heard !== undefined,
    top: topOf(words, language, { back }),
    content: html`${await headHtml(deps, language, heard, words('barrier.sent'))}
${await pageSound(deps, language, { of: 'barrier', danger: heard })}
<p>${words('barrier.next')}</p>
<a class="button main" href="/?lang=${language}">${words('common.button.continue')}</a>`,
    foot: '',
  }
}

/** The heading of a page; below the numbers for danger where somebody cried for help. */
export async function headHtml(
  deps: Deps,
  language: string,
  heard: HeardKinds | undefined,
  title: string,
): Promise<Html> {
  const numbers = await numbersHtml(deps, language, heard, true)
  return numbers ? html`${numbers}<h2>${title}</h2>` : html`<h1>${title}</h1>`
}

/** Two fields; what was typed and not taken stands in them, and what is wrong beside. */
export function barrierForm(
  deps: Pick<Deps, 'i18n' | 'clock' | 'newId'>,
  language: string,
  again?: Again,
): Html {
  const words = wordsIn(deps, language)
  const { text = '', reach = '', drawn = deps.newId(), faults = {} } = again ?? {}
  return html`<h2 id="barrier">${words('barrier.title')}</h2>
<form method="post" action="${BARRIER_PATH}?lang=${language}" accept-charset="utf-8">
<input type="hidden" name="drawn" value="${drawn}">
<label for="text">${words('barrier.what')}</label>${faultHtml(words, 'text', faults.text)}
<textarea id="text" name="text" dir="auto" rows="5" required${about('text', faults.text)}>${text}</textarea>
<label for="reach">${words('barrier.reach')}</label>${faultHtml(words, 'reach', faults.reach)}
<input id="reach" name="reach" dir="ltr" value="${reach}" autocomplete="email"${about('reach', faults.reach)}>
<button class="button main">${words('page.field.button.send')}</button>
</form>`
}

const MOST = { text: LONGEST_BARRIER, reach: LONGEST_REACH }

function faultHtml(
  words: Words,
  field: keyof BarrierFaults,
  fault: 'empty' | 'long' | undefined,
): Html {
  if (!fault) return ''
  const long = say('notice.too-long', { most: String(MOST[field]) })
  const why = words(fault === 'empty' ? 'barrier.empty' : long)
  return html`<p class="fault" id="${field}-fault">⚠️ ${why}</p>`
}

const about = (field: keyof BarrierFaults, fault: string | undefined): Html =>
  fault ? html` aria-invalid="true" aria-describedby="${field}-fault"` : ''
