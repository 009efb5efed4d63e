// Recordings of others, to listen to and to let out.

import { html } from 'hono/html'
import type { Recording } from '../../domain/spoken/recording.ts'
import type { VoiceRoom } from '../../flows/staff/voices.ts'
import type { Frame } from '../frame/frame.ts'
import { formToken, type Html } from '../frame/layout.ts'
import { player } from './clip-page.ts'
import { LOUDNESS_WORDS, speakerName, voiceName, writingOf } from './names.ts'

const AT_ONCE = 20

/** The next recordings of a voice that `listener` did not make, in the order of a talk. */
export function listenPage(frame: Frame, room: VoiceRoom, listener: string): Html {
  const { words } = frame
  const { voice, book } = room
  const waits = ({ key, hash, state, recordedBy }: Recording) =>
    state === 'recorded' && recordedBy !== listener && book.clips.get(key)?.hash === hash
  const waiting = new Map(room.recordings.filter(waits).map((one) => [one.key, one]))
  const next = [...book.clips.keys()].flatMap((key) => waiting.get(key) ?? [])
  return html`<p><a href="/staff/voices/${voice}">${voiceName(voice)}</a></p>
<h1>${words.listenTitle}</h1><p class="hint">${words.listenHint}</p>
${next.length === 0 ? html`<p class="card soft">${words.listenNone}</p>` : ''}
${next.slice(0, AT_ONCE).map((one) => card(frame, room, one))}
${next.length > AT_ONCE ? html`<p class="soft">${words.say('listenMore', { count: next.length - AT_ONCE })}</p>` : ''}`
}

function card(frame: Frame, { voice, book, speakers }: VoiceRoom, one: Recording): Html {
  const { words } = frame
  const { lang, dir } = writingOf(voice)
  const clip = book.clips.get(one.key)
  const speaker = speakers.find(({ id }) => id === one.speaker)
  return html`<section class="card"><h2 lang="${lang}" dir="${dir}">${clip?.words ?? one.key}</h2>${player(one.id)}
<p class="soft">${speaker ? html`<bdi>${speakerName(words, speaker)}</bdi> · ` : ''}${words[LOUDNESS_WORDS[one.loudness]]}</p>
<div class="actions"><form method="post" action="/staff/recordings/${one.id}/release">${formToken(frame)}<button>${words.clipRelease}<span class="away" lang="${lang}"> ${clip?.words ?? ''}</span></button></form>
<a class="button quiet" href="/staff/voices/${voice}/clip?key=${encodeURIComponent(one.key)}">${words.clipAnew}</a></div></section>`
}
