// Who lends their voice, and what they agree to before.

import { html } from 'hono/html'
import type { VoiceRoom } from '../../flows/staff/voices.ts'
import type { Frame } from '../frame/frame.ts'
import { formToken, type Html } from '../frame/layout.ts'
import type { Word, Words } from '../frame/words.ts'
import { voiceName } from './names.ts'

const CONSENT = [
  'consentWhat',
  'consentWho',
  'consentCities',
  'consentName',
  'consentBack',
  'consentLeft',
] as const satisfies readonly Word[]

/** The text somebody agrees to, as it is shown. */
export const consentText = (words: Words): string => CONSENT.map((word) => words[word]).join('\n')

export function speakerPage(frame: Frame, { voice }: VoiceRoom, id: string): Html {
  const { words } = frame
  return html`<p><a href="/staff/voices/${voice}">${voiceName(voice)}</a></p>
<form class="card narrow" method="post" action="/staff/voices/${voice}/speaker">${formToken(frame)}
<input type="hidden" name="id" value="${id}">
<h1>${words.speakerNew}</h1><p class="hint">${words.speakerHint}</p>
<label for="name">${words.speakerName}</label><input id="name" name="name" required maxlength="100" autocomplete="off">
<h2>${words.consentTitle}</h2>${CONSENT.map((word) => html`<p>${words[word]}</p>`)}
<label class="check"><input type="checkbox" name="agreed" value="yes" required>${words.consentAgreed}</label>
<div class="actions"><button>${words.consentGo}</button></div></form>`
}
