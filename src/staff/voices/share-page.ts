// A voice as a file: the way out and in, and what came of it.

import { html } from 'hono/html'
import type { TakenIn } from '../../flows/staff/share-voice.ts'
import type { Frame } from '../frame/frame.ts'
import { formToken, type Html } from '../frame/layout.ts'
import { voiceName } from './names.ts'

export function sharePanel(frame: Frame, voice: string): Html {
  const { words } = frame
  return html`<section class="card"><h2>${words.voiceShare}</h2><p class="hint">${words.voiceShareHint}</p>
<p><a class="button quiet" href="/staff/voices/${voice}/file">${words.voiceFile}</a></p>
<form method="post" enctype="multipart/form-data" action="/staff/voices/${voice}/file">${formToken(frame)}
<label for="voice">${words.voiceOpen}</label><input id="voice" name="voice" type="file" accept=".json,application/json" required>
<div class="actions"><button class="quiet">${words.voiceTakeIn}</button></div></form></section>`
}

/** What was taken of a file, and what was not. */
export function takenPage({ words }: Frame, taken: TakenIn): Html {
  const { voice, city, refused } = taken
  const unreadable = Object.values(refused).reduce((sum, count) => sum + count, 0)
  const lines = [
    ['voiceTakenStale', taken.stale],
    ['voiceTakenKnown', taken.known],
    ['voiceTakenComputer', taken.computer],
    ['voiceTakenRefused', unreadable],
  ] as const
  return html`<h1>${words.voiceTaken}</h1>
<section class="card"><p>${words.say('voiceTakenFrom', { voice: voiceName(voice), city })}</p>
<ul><li>${words.say('voiceTakenIn', { count: taken.taken })}</li>${lines
    .filter(([, count]) => count > 0)
    .map(([word, count]) => html`<li>${words.say(word, { count })}</li>`)}</ul>
<p><a class="button" href="/staff/voices/${voice}">${words.voiceTo}</a></p></section>`
}
