// Code and PIN of those behind one cookie, where a device forgets them all.

import { html } from 'hono/html'
import type { Deps } from '../deps.ts'
import { pinText } from '../domain/people/pin.ts'
import type { Looked } from '../flows/conversation/look.ts'
import { codesOf, type OwnCode } from '../flows/return/codes.ts'
import { type Html, type Words, wordsIn } from './frame.ts'

type Known = Pick<Extract<Looked, { of: 'talk' | 'lobby' }>, 'language' | 'party'>

/**
 * What each of the others comes back by; the one who speaks has theirs on the page already.
 * @param pins whether their PINs stand there, too: not where the next person may read the page
 */
export async function othersHtml(
  deps: Deps,
  { language, party }: Known,
  { pins }: { pins: boolean },
): Promise<Html> {
  const words = wordsIn(deps, language)
  const others = party.filter(({ isMeant }) => !isMeant)
  const codes = await codesOf(deps, others, party)
  return listed(codes.map((own) => codeHtml(words, own, { pins, isNamed: true })))
}

/** What each of them comes back by, named where they are several; nothing where nobody has sent anything yet. */
export async function allCodesHtml(deps: Deps, { language, party }: Known): Promise<Html> {
  const words = wordsIn(deps, language)
  const codes = await codesOf(deps, party, party)
  const isNamed = codes.length > 1
  return listed(codes.map((own) => codeHtml(words, own, { pins: true, isNamed })))
}

const listed = (shown: readonly Html[]): Html => (shown.length === 0 ? '' : html`${shown}`)

const codeHtml = (
  words: Words,
  { who, code, pin }: OwnCode,
  { pins, isNamed }: { pins: boolean; isNamed: boolean },
): Html => html`<p>${words(isNamed ? who : { key: 'booking.appointment.code' })}</p>
<p><bdi class="mono" dir="ltr">${code}</bdi></p>
${pins ? pinHtml(words, pin) : ''}`

const pinHtml = (words: Words, pin: string): Html =>
  html`<p>${words('return.pin')}</p>
<p><bdi class="mono" dir="ltr">${pinText(pin)}</bdi></p>`
