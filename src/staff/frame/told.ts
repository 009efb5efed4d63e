// How a person comes to know of what staff do with their appointment: said before it is done, and afterwards.

import { html } from 'hono/html'
import { phoneText } from '../../domain/people/phone.ts'
import { type Unreached, waysTo } from '../../domain/people/reach.ts'
import type { ShownIntake } from '../../domain/people/wall.ts'
import type { Frame } from './frame.ts'
import type { Html } from './layout.ts'
import type { Words } from './words.ts'

/** One sentence, with the number where nothing else tells them. */
export function toldHow(
  { words }: Frame,
  { reach, phone }: Pick<ShownIntake, 'reach' | 'phone'>,
): Html {
  const [way] = waysTo(reach)
  if (way === 'chat') return html`${words.personIsTold}`
  const call = phone
    ? html` ${words.toldCall} <a href="tel:${phone.replace(/[^+\d]/g, '')}"><bdi dir="ltr">${phoneText(phone)}</bdi></a>`
    : ''
  if (way === 'page') return html`${words.toldPage}${call}`
  return html`${phone ? words.toldNoMessage : words.toldNobody}${call}`
}

/** Of people who lose an appointment, those no message comes to by itself; how many are to be called is said in any case. */
export const unreachedLines = (words: Words, { toCall, onPage, nowhere }: Unreached): Html =>
  html`<p>${words.say('closeToCall', { count: toCall })}</p>${onPage > 0 ? html`<p>${words.say('closeOnPage', { count: onPage })}</p>` : ''}${nowhere > 0 ? html`<p>${words.say('closeNowhere', { count: nowhere })}</p>` : ''}`
