// Code and PIN of the others behind one cookie, where a device forgets them all.

import { html } from 'hono/html'
import type { Deps } from '../deps.ts'
import { pinText } from '../domain/people/pin.ts'
import type { Looked } from '../flows/conversation/look.ts'
import { codesOf } from '../flows/return/codes.ts'
import { type Html, type Words, wordsIn } from './frame.ts'

/**
 * What each of the others comes back by; the one who speaks has theirs on the page already.
 * @param pins whether their PINs stand there, too: not where the next person may read the page
 */
export async function othersHtml(
  deps: Deps,
  { language, party }: Extract<Looked, { of: 'talk' }>,
  { pins }: { pins: boolean },
): Promise<Html> {
  const words = wordsIn(deps, language)
  const others = party.filter(({ isMeant }) => !isMeant)
  const codes = await codesOf(deps, others, party)
  const shown = codes.map(
    ({ who, code, pin }) => html`<p>${words(who)}</p>
<p><bdi class="mono" dir="ltr">${code}</bdi></p>
${pins ? pinHtml(words, pin) : ''}`,
  )
  return shown.length === 0 ? '' : html`${shown}`
}

const pinHtml = (words: Words, pin: string): Html =>
  html`<p>${words('return.pin')}</p>
<p><bdi class="mono" dir="ltr">${pinText(pin)}</bdi></p>`
