// Who lends their voice, and what they agree to before, in the language they read aloud.

import { html } from 'hono/html'
import type { VoiceRoom } from '../../flows/staff/voices.ts'
import type { Frame } from '../frame/frame.ts'
import { formToken, type Html } from '../frame/layout.ts'
import { voiceName } from './names.ts'
import { type ReaderWords, readerHtml } from './reader-words.ts'

const CONSENT = ['what', 'who', 'cities', 'name', 'back', 'left'] as const

/** The text somebody agrees to, as it is shown in the language they read aloud. */
export const consentText = (say: ReaderWords): string =>
  CONSENT.map((key) => say(`consent.${key}`)[0]?.text ?? '').join('\n')

export function speakerPage(
  frame: Frame,
  { voice }: VoiceRoom,
  { id, say }: { id: string; say: ReaderWords },
): Html {
  const { words } = frame
  return html`<p><a href="/staff/voices/${voice}">${voiceName(voice)}</a></p>
<form class="card narrow" method="post" action="/staff/voices/${voice}/speaker">${formToken(frame)}
<input type="hidden" name="id" value="${id}">
<h1>${words.speakerNew}</h1><p class="hint">${words.speakerHint}</p>
<label for="name">${words.speakerName}</label><input id="name" name="name" required maxlength="100" autocomplete="off">
<h2>${readerHtml(say('consent.title'))}</h2>${CONSENT.map((key) => html`<p>${readerHtml(say(`consent.${key}`))}</p>`)}
<label class="check"><input type="checkbox" name="agreed" value="yes" required><span>${readerHtml(say('consent.agreed'))}</span></label>
<div class="actions"><button>${readerHtml(say('consent.go'))}</button></div></form>`
}
