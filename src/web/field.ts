// Where something can be typed: large where it is asked for, folded away beside buttons.

import { html } from 'hono/html'
import type { Field } from '../domain/dialog/field.ts'
import type { Html, Words } from './frame.ts'

/** The notice above a page, which says what is wrong with what was typed. */
export const FAULT = 'notice'

/**
 * A form of its own, so that the key for "enter" sends what was typed and presses no button. No browser keeps to a
 * limit: it would cut off without a word what is pasted. What is too long comes back to be shortened.
 */
export function fieldHtml(
  { as }: Field,
  {
    words,
    action,
    hidden,
    typed,
  }: {
    words: Words
    action: string
    hidden: Html
    /** What was typed and is to be mended, which {@link FAULT} says. */
    typed?: string | undefined
  },
): Html {
  const was = typed ?? ''
  const about = typed === undefined ? '' : html` aria-invalid="true" aria-describedby="${FAULT}"`
  const send = html`<button class="button main">${words('page.field.button.send')}</button>`
  const form = (inner: Html) =>
    html`<form method="post" action="${action}" accept-charset="utf-8">${hidden}${inner}${send}</form>`
  if (as === 'beside') {
    return html`<details${typed === undefined ? '' : html` open`}><summary>${words('page.field.beside')}</summary>
${form(html`<input name="text" dir="auto" value="${was}"${about} aria-label="${words('page.field.beside')}" required autocomplete="off">`)}</details>`
  }
  const label = words(as === 'phone' ? 'page.field.phone' : 'page.field.words')
  const input =
    as === 'lines'
      ? html`<textarea name="text" id="text" dir="auto" rows="4"${about} required>${was}</textarea>`
      : as === 'phone'
        ? html`<input name="text" id="text" type="tel" dir="ltr" autocomplete="tel" value="${was}"${about} required>`
        : html`<input name="text" id="text" dir="auto" value="${was}"${about} required autocomplete="off">`
  return form(html`<label for="text">${label}</label>${input}`)
}

/** Where it is sent to: alone of all forms it may be large. */
export const VOICE_PATH = '/talk/voice'

/** A form of its own: nothing else on the page waits for a file. */
export const voiceHtml = (words: Words, hidden: Html): Html =>
  html`<form method="post" action="${VOICE_PATH}" enctype="multipart/form-data">${hidden}<label for="voice">🎤 ${words('voice.field')}</label><input type="file" name="voice" id="voice" accept="audio/*" capture required><button class="button">${words('page.field.button.send')}</button></form>`
