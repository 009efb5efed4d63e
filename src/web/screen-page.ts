// A screen → a page: one heading, few words, large buttons.

import { html } from 'hono/html'
import type { Deps } from '../deps.ts'
import type { Field } from '../domain/dialog/field.ts'
import type { Screen } from '../domain/dialog/screen.ts'
import { asPage } from '../domain/dialog/show/on-page.ts'
import { encodeTap } from '../domain/dialog/tap-code.ts'
import { answersHtml } from './answers.ts'
import { FORM, labelHtml, lobbyForm, lobbyPath, rowsHtml, topButtons } from './buttons.ts'
import { isSensitive, limitsLink } from './exit-bar.ts'
import { FAULT, fieldHtml, voiceHtml } from './field.ts'
import { FORGET_PATH } from './forget.ts'
import { BRAND, directionOf, type Html, type Page, wordsIn } from './frame.ts'
import { headed, lineHtml } from './lines.ts'
import type { Player } from './player.ts'
import { placedHtml, sosHtml } from './top.ts'

/** What a page shows beside its screen. */
export type Beside = {
  language: string
  /** What its forms bring back; absent before the consent. */
  form?: string
  field?: Field | undefined
  typed?: string | undefined
  /** What goes along with a text before the consent: the page it was typed on. */
  from?: string
  /** What it sounds like. */
  player?: Player | undefined
  /** Files and sheets that belong to what is shown. */
  more?: Html
  /** What else can be done on a page before the consent. */
  foot?: Html
  /** On a kiosk: whose pages these are. */
  sitting?: string | undefined
}

const BOOKED = 'notice.time-is-yours'

/** The page of a screen. */
export function screenPage(deps: Deps, shownInChat: Screen, beside: Beside): Page {
  const screen = asPage(shownInChat)
  const { language, form, field, typed, from = '', player, more = '', foot = '', sitting } = beside
  const words = wordsIn(deps, language)
  const dir = (other: string) => directionOf(deps, other)
  const look = { words, dir, sitting }
  const isDanger = isSensitive(screen)
  const { above, title, rest } = headed(screen.lines, words, BRAND)
  const isMenu = rest.length > 0 && rest.every((line) => 'text' in line && line.language)
  const shown = rest.map((line) => lineHtml(line, words, dir))
  const notice = above.filter((line) => !('gap' in line))
  // A time that is safe stands above what is asked next, with what belongs to it.
  const isBooked = above.some((line) => 'text' in line && line.text.key === BOOKED)
  const files = isBooked && more !== '' ? html`<div class="rows">${more}</div>` : ''
  const said =
    notice.length === 0
      ? ''
      : html`<div class="notice" id="${FAULT}">${notice.map((line) => lineHtml(line, words, dir))}${files}</div>`
  const hidden = html`<input type="hidden" name="${form ? 'form' : 'from'}" value="${form ?? from}">`
  const action = form ? '/talk' : lobbyForm(sitting)
  // What is to be mended stands where it is said, in sight.
  const isMended = typed !== undefined
  // A kiosk is nobody's own, and what is recorded on it may stay in it.
  const speaks = field?.speaks && form && !sitting ? voiceHtml(words, hidden) : ''
  const typing = field && html`${fieldHtml(field, { words, action, hidden, typed })}${speaks}`
  return {
    language,
    title: isMended ? `⚠️ ${title}` : title,
    isSensitive: isDanger,
    isTyped: field !== undefined && field.as !== 'beside',
    top: topHtml(screen, { language, look, isTalk: form !== undefined }),
    content: html`${player?.isFirst ? player.html : ''}${isBooked ? said : ''}<h1>${title}</h1>
${isBooked ? '' : said}
${isMended ? typing : ''}
${player && !player.isFirst ? player.html : ''}
${isMenu ? '' : shown}
${isDanger ? limitsLink(words, language) : ''}
${isBooked ? '' : more}
${field && field.as !== 'beside' && !isMended ? typing : ''}
${answersHtml(screen, look)}
<div class="rows">${rowsHtml(screen, look)}</div>
${field?.as === 'beside' && !isMended ? typing : ''}
${isMenu ? html`<div class="small">${shown}</div>` : ''}
<form method="post" action="${action}" id="${FORM}">${hidden}</form>`,
    foot: form ? footHtml(words, { of: screen.of, isKiosk: sitting !== undefined }) : foot,
  }
}

/** Back, 🆘 and a person; where a screen leads to none of its own, the way there is for everybody. */
function topHtml(
  screen: Screen,
  {
    language,
    look,
    isTalk,
  }: { language: string; look: Parameters<typeof topButtons>[1]; isTalk: boolean },
): Html {
  const [back, sos, person] = topButtons(screen, look)
  const { words, sitting } = look
  const numbers = sosHtml(words, language)
  // On the menu of languages nobody has chosen one to be told in.
  const isMenu = screen.id.startsWith('language-menu')
  const centres = lobbyPath({ do: 'lobby', language, page: 'person' }, sitting)
  const place = isMenu
    ? ''
    : html`<a class="button" href="${centres}">${labelHtml(words('common.button.person'))}</a>`
  const page = encodeTap({ do: 'open', page: 'person' }, false, screen.of)
  const talk = html`<button class="button" form="${FORM}" name="t" value="${page}">${labelHtml(words('common.button.person'))}</button>`
  const other = isTalk ? (screen.id === 'person' ? '' : talk) : place
  return placedHtml(back ?? '', sos ?? numbers, person ?? other)
}

/** A kiosk forgets by itself and has a way of its own to finish. */
function footHtml(
  words: ReturnType<typeof wordsIn>,
  { of, isKiosk }: { of: string | undefined; isKiosk: boolean },
): Html {
  const languages = encodeTap({ do: 'languages' }, false, of)
  const all = encodeTap({ do: 'open', page: 'delete' }, false, of)
  return html`<button class="quiet" form="${FORM}" name="t" value="${languages}">${labelHtml(words('lobby.consent.button.languages'))}</button>
${isKiosk ? '' : html`<a class="quiet" href="${FORGET_PATH}">${words('page.forget.button')}</a>`}
<button class="quiet" form="${FORM}" name="t" value="${all}">${words('pages.my-data.button.delete')}</button>`
}
