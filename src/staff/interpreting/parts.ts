// What several sections of the page of interpreters show of an appointment, an order and a pool.

import { html } from 'hono/html'
import type { InterpreterOrder } from '../../domain/interpreting/order.ts'
import { phoneText } from '../../domain/people/phone.ts'
import type { InterpretingMode, Pool } from '../../domain/profile/interpreting.ts'
import { centreOf, type Profile } from '../../domain/profile/profile.ts'
import { topics as topicQuestion } from '../../domain/questionnaire/first-questions.ts'
import type { MailState } from '../../flows/outbox/pool-mails.ts'
import { termsOf } from '../frame/answered.ts'
import { clock, longDay } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'
import { cell, typed } from '../frame/parts.ts'
import { MODE_WORDS } from '../frame/terms.ts'

type Talk = {
  centre: string
  startsAt: number
  endsAt: number
  gender: 'woman' | 'man' | null
  language: string
}

/** Date, time and length, place, language and wish: the cells that every section begins with. */
export function talkCells(frame: Frame, talk: Talk, profile: Profile): Html {
  const { words, language } = frame
  const { startsAt, endsAt, gender } = talk
  const minutes = Math.round((endsAt - startsAt) / 60_000)
  const wish = gender ? html`<br><small>${words[WISH_WORDS[gender]]}</small>` : ''
  return html`<th scope="row" class="time">${longDay(startsAt, language)}<br>${clock(startsAt)}–${clock(endsAt)} <small class="soft">${words.say('lengthMinutes', { count: minutes })}</small></th>
${cell(words.centre, centreOf(profile, talk.centre)?.name ?? talk.centre)}
${cell(words.orderLanguage, html`${typed(talk.language)}${wish}`)}`
}

/** The heads of those cells. */
export const talkHeads = ({ words }: Frame): Html =>
  html`<th scope="col">${words.time}</th><th scope="col">${words.centre}</th><th scope="col">${words.orderLanguage}</th>`

const WISH_WORDS = { woman: 'wishesWoman', man: 'wishesMan' } as const

/** The pool of an order; where it has been removed or renamed, the name by which it was asked is said, too. */
export function orderedFrom(
  frame: Frame,
  { pool: id, poolName, mode }: InterpreterOrder,
  profile: Profile,
): Html {
  const { words } = frame
  const pool = profile.interpreting?.find((one) => one.id === id)
  if (!pool)
    return html`<strong>${typed(poolName)}</strong>, ${words[MODE_WORDS[mode]]}<br><small class="badge orange">${words.poolRemoved}</small>`
  const was =
    pool.name === poolName
      ? ''
      : html`<br><small class="soft">${words.say('poolWas', { name: poolName })}</small>`
  return html`${poolLine(frame, id, mode, profile)}${was}`
}

/** A pool by its name, how its interpreter takes part, and where it is reached. */
export function poolLine(
  frame: Frame,
  id: string,
  mode: InterpretingMode,
  { interpreting }: Profile,
): Html {
  const pool = interpreting?.find((one) => one.id === id)
  return html`<strong>${typed(pool?.name ?? id)}</strong>, ${frame.words[MODE_WORDS[mode]]}${pool ? html`<br>${contact(pool)}` : ''}`
}

function contact({ contact: { phone, mail, url } }: Pool): Html {
  const parts = [
    phone
      ? html`<a href="tel:${phone.replace(/[^+\d]/g, '')}"><bdi dir="ltr">${phoneText(phone)}</bdi></a>`
      : null,
    mail ? html`<a href="mailto:${mail}"><bdi dir="ltr">${mail}</bdi></a>` : null,
    url
      ? html`<a href="${url}" rel="noreferrer"><bdi dir="ltr">${new URL(url).host}</bdi></a>`
      : null,
  ].filter((part) => part !== null)
  return html`<small>${parts.map((part, at) => html`${at > 0 ? ' · ' : ''}${part}`)}</small>`
}

/** What a pool does not interpret; what is known of this talk has been left out already. */
export function excluded({ words }: Frame, { excludes }: Pool, profile: Profile): Html {
  if (!excludes || excludes.length === 0) return html``
  const topics = termsOf(topicQuestion, { topics: [...excludes] }, profile).join(', ')
  return html`<br><small class="soft">${words.say('orderExcludes', { topics })}</small>`
}

const MAIL_WORDS = { failed: 'mailFailed', 'no-mail': 'mailNone' } as const

/** What becomes of a mail that orders or cancels by itself; nothing where staff do it. */
export function mailLine(
  { words }: Frame,
  state: MailState | undefined,
  leaving: 'mailOrders' | 'mailCancels',
): Html {
  if (state === undefined) return html``
  if (state === 'leaving') return html`<br><small>${words[leaving]}</small>`
  return html`<br><small class="badge orange">${words[MAIL_WORDS[state]]}</small>`
}

/** Whether a pool takes a wish for a woman or a man; nothing where it does, or nobody wishes. */
export function wishTaken(
  { words }: Frame,
  { genderWish }: Pool,
  wish: 'woman' | 'man' | null,
): Html {
  if (wish === null || genderWish === true) return html``
  const said = genderWish === false ? words.poolTakesNoWish : words.poolWishUnknown
  return html`<br><small class="soft">${said}</small>`
}

/** That a pool is asked without the wish of the person, since it refused it; nothing where none was given up. */
export function withoutWish({ words }: Frame, givenUp: 'woman' | 'man' | null): Html {
  if (givenUp === null) return html``
  const said = givenUp === 'woman' ? words.withoutWishWoman : words.withoutWishMan
  return html`<br><small>${said}</small>`
}
