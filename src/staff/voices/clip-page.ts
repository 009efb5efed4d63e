// One clip at the width of a phone: its words, recording them, listening, the next.

import { html, raw } from 'hono/html'
import type { Book, Clip } from '../../domain/spoken/clips.ts'
import type { Recording, Speaker } from '../../domain/spoken/recording.ts'
import { chapterOf, nextToRecord } from '../../domain/spoken/studio.ts'
import type { NotKept, VoiceRoom } from '../../flows/staff/voices.ts'
import type { Frame } from '../frame/frame.ts'
import { option } from '../frame/inputs.ts'
import { formToken, type Html } from '../frame/layout.ts'
import type { Word, Words } from '../frame/words.ts'
import { chapterName, LOUDNESS_WORDS, speakerName, voiceName, writingOf } from './names.ts'

const NOT_KEPT = {
  empty: 'soundEmpty',
  'not-mp3': 'soundOther',
  'wrong-format': 'soundOther',
  'too-long': 'soundLong',
  'too-large': 'soundLong',
  'no-speaker': 'soundNobody',
  computer: 'clipComputer',
} as const satisfies Record<NotKept, Word>

/** Why a recording was not kept, and what helps. */
export const whyNotKept = (words: Words, not: NotKept): string => words[NOT_KEPT[not]]

/** Whether a speaker can be recorded here. */
export const mayRecord = ({ origin, isComputer }: Speaker): boolean =>
  origin === null && !isComputer

/** What the script says, so that it has no words of its own. */
const TOLD = {
  record: 'studioRecord',
  stop: 'studioStop',
  busy: 'studioBusy',
  again: 'studioAgain',
  good: 'soundGood',
  quiet: 'soundQuiet',
  clipped: 'soundClipped',
  silent: 'soundSilent',
  long: 'soundLong',
  unreadable: 'studioUnreadable',
  noMicrophone: 'studioNoMicrophone',
} as const satisfies Record<string, Word>

/** `before`: the clip that was kept just now. */
type Shown = VoiceRoom & {
  clip: Clip
  german: Book | undefined
  speaker: string
  before: string
}

export function clipPage(frame: Frame, room: Shown): Html {
  const { words } = frame
  const { voice, clip, chapters, recordings } = room
  const { lang, dir } = writingOf(voice)
  const chapter = chapters.find(({ key }) => key === chapterOf(clip))
  const own = recordings.filter(({ key }) => key === clip.key)
  const next = nextToRecord(chapters, clip.key)
  const link = next && new URLSearchParams({ key: next.key, speaker: room.speaker })
  return html`<p><a href="/staff/voices/${voice}">${voiceName(voice)}</a> · <a href="/staff/voices/${voice}/chapters/${chapterOf(clip)}">${chapterName(words, chapterOf(clip))}</a>
${chapter ? html`<span class="soft">${words.say('voiceDone', { done: chapter.count.done + chapter.count.waiting, all: chapter.count.all })}</span>` : ''}</p>
<h1 class="away">${words.clipTitle}</h1>
${room.before ? html`<p class="note" role="status">${words.clipKept} <a href="/staff/voices/${voice}/clip?${new URLSearchParams({ key: room.before, speaker: room.speaker }).toString()}">${words.clipBefore}</a></p>` : ''}
<div class="card"><p class="spoken" lang="${lang}" dir="${dir}">${clip.words}</p>
${clip.sentence ? html`<p class="hint">${words.clipPart}</p><p class="hint" lang="${lang}" dir="${dir}">${clip.sentence}</p>` : ''}
${germanOf(words, room)}${clip.byPerson ? html`<p class="hint">${words.clipByPerson}</p>` : ''}</div>
${recordForm(frame, room)}
${own.map((one) => recordingCard(frame, room, one))}
${link ? html`<p class="actions"><a class="button quiet" href="/staff/voices/${voice}/clip?${link.toString()}">${words.clipNext}</a></p>` : html`<p class="note">${words.clipAll}</p>`}
<script type="module" src="/staff/studio/script.js"></script>`
}

function germanOf(words: Words, { clip, german, voice }: Shown): Html | '' {
  const meant = clip.german ?? german?.clips.get(clip.key.replace(/#\d+$/, ''))?.words
  const sentence = meant ?? german?.clips.get(clip.key)?.sentence
  // What a language calls itself has no German beside it.
  if (!sentence || voice === 'de' || clip.key.endsWith('.own-name')) return ''
  return html`<p class="hint">${words.clipGerman} <span lang="de">${sentence}</span></p>`
}

function recordForm(frame: Frame, { voice, clip, speakers, recordings, speaker }: Shown): Html {
  const { words } = frame
  const own = speakers.filter(mayRecord)
  if (own.length === 0) {
    return html`<p class="card"><a href="/staff/voices/${voice}/speaker">${words.speakerNew}</a></p>`
  }
  const latest = recordings.toSorted((a, b) => b.recordedAt - a.recordedAt)[0]?.speaker
  const told = Object.fromEntries(Object.entries(TOLD).map(([key, word]) => [key, words[word]]))
  return html`<form class="card" method="post" enctype="multipart/form-data" action="/staff/voices/${voice}/clip" data-studio="${JSON.stringify(told)}">${formToken(frame)}
<input type="hidden" name="key" value="${clip.key}"><input type="hidden" name="loudness" value="unmeasured">
<label for="speaker">${words.speaker}</label><select id="speaker" name="speaker">${own.map((one) => option(one.id, speakerName(words, one), speaker || latest))}</select>
<p class="actions"><button type="button" class="record" data-record hidden>${words.studioRecord}</button></p>
<details data-upload open><summary>${words.studioUpload}</summary><label for="sound">${words.studioFile}</label>
<input id="sound" name="sound" type="file" accept="audio/*" capture>
<noscript><p class="hint">${words.studioNoScript}</p></noscript></details>
<p role="status" data-told></p><audio controls hidden data-heard></audio>
<div class="actions"><button data-keep>${words.studioKeep}</button></div></form>`
}

function recordingCard(frame: Frame, { clip, speakers }: Shown, one: Recording): Html {
  const { words } = frame
  const speaker = speakers.find(({ id }) => id === one.speaker)
  const state =
    one.hash !== clip.hash ? 'clipOutdated' : one.state === 'released' ? 'clipDone' : 'clipWaiting'
  return html`<section class="card"><h2>${words[state]}</h2>${player(one.id)}
<p class="soft">${speaker ? html`<bdi>${speakerName(words, speaker)}</bdi> · ` : ''}${words[LOUDNESS_WORDS[one.loudness]]}</p>
<form method="post" action="/staff/recordings/${one.id}/remove">${formToken(frame)}<button class="danger">${words.clipRemove}</button></form></section>`
}

/** A recording to listen to. */
export const player = (id: string): Html =>
  html`<p>${raw(`<audio controls preload="none" src="/staff/recordings/${encodeURIComponent(id)}/sound"></audio>`)}</p>`
