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
import { type ReaderWords, readerHtml } from './reader-words.ts'

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

/** The same in the language of the voice. */
export const keyOfNotKept = (not: NotKept): string | undefined => OWN_NOT_KEPT[not]

const OWN_NOT_KEPT: Partial<Record<NotKept, string>> = {
  empty: 'told.empty',
  'not-mp3': 'told.other',
  'wrong-format': 'told.other',
  'too-long': 'told.too-long',
  'too-large': 'told.too-long',
}

/** What the script says, so that it has no words of its own. */
const TOLD = {
  record: 'record',
  stop: 'stop',
  busy: 'busy',
  again: 'again',
  good: 'told.good',
  quiet: 'told.quiet',
  clipped: 'told.clipped',
  silent: 'told.silent',
  long: 'told.too-long',
  unreadable: 'told.unreadable',
  noMicrophone: 'told.no-microphone',
} as const satisfies Record<string, string>

/** `before`: the clip that was kept just now. */
type Shown = VoiceRoom & {
  clip: Clip
  german: Book | undefined
  speaker: string
  before: string
  say: ReaderWords
}

export function clipPage(frame: Frame, room: Shown): Html {
  const { words } = frame
  const { voice, clip, chapters, recordings, say } = room
  const { lang, dir } = writingOf(voice)
  const chapter = chapters.find(({ key }) => key === chapterOf(clip))
  const own = recordings.filter(({ key }) => key === clip.key)
  const next = nextToRecord(chapters, clip.key)
  const link = next && new URLSearchParams({ key: next.key, speaker: room.speaker })
  return html`<p><a href="/staff/voices/${voice}">${voiceName(voice)}</a> · <a href="/staff/voices/${voice}/chapters/${chapterOf(clip)}">${chapterName(words, chapterOf(clip))}</a>
${chapter ? html`<span class="soft">${words.say('voiceDone', { done: chapter.count.done + chapter.count.waiting, all: chapter.count.all })}</span>` : ''}</p>
<h1 class="away">${words.clipTitle}</h1>
${room.before ? html`<p class="note" role="status">${readerHtml(say('kept'))} <a href="/staff/voices/${voice}/clip?${new URLSearchParams({ key: room.before, speaker: room.speaker }).toString()}">${words.clipBefore}</a></p>` : ''}
<div class="card"><p class="spoken" lang="${lang}" dir="${dir}">${clip.words}</p>
${clip.sentence ? html`<p class="hint">${readerHtml(say('part'))}</p><p class="hint" lang="${lang}" dir="${dir}">${clip.sentence}</p>` : ''}
${germanOf(words, room)}${clip.byPerson ? html`<p class="hint">${words.clipByPerson}</p>` : ''}</div>
${recordForm(frame, room)}
${own.map((one) => recordingCard(frame, room, one))}
${link ? html`<p class="actions"><a class="button quiet" href="/staff/voices/${voice}/clip?${link.toString()}">${readerHtml(say('next'))}</a></p>` : html`<p class="note">${words.clipAll}</p>`}
<script type="module" src="/staff/studio/script.js"></script>`
}

function germanOf(words: Words, { clip, german, voice }: Shown): Html | '' {
  const meant = clip.german ?? german?.clips.get(clip.key.replace(/#\d+$/, ''))?.words
  const sentence = meant ?? german?.clips.get(clip.key)?.sentence
  // What a language calls itself has no German beside it.
  if (!sentence || voice === 'de' || clip.key.endsWith('.own-name')) return ''
  return html`<p class="hint">${words.clipGerman} <span lang="de">${sentence}</span></p>`
}

function recordForm(
  frame: Frame,
  { voice, clip, speakers, recordings, speaker, say }: Shown,
): Html {
  const { words } = frame
  const own = speakers.filter(mayRecord)
  if (own.length === 0) {
    return html`<p class="card"><a href="/staff/voices/${voice}/speaker">${words.speakerNew}</a></p>`
  }
  const latest = recordings.toSorted((a, b) => b.recordedAt - a.recordedAt)[0]?.speaker
  const told = Object.fromEntries(Object.entries(TOLD).map(([key, word]) => [key, say(word)]))
  return html`<form class="card" method="post" enctype="multipart/form-data" action="/staff/voices/${voice}/clip" data-studio="${JSON.stringify(told)}">${formToken(frame)}
<input type="hidden" name="key" value="${clip.key}"><input type="hidden" name="loudness" value="unmeasured">
<label for="speaker">${words.speaker}</label><select id="speaker" name="speaker">${own.map((one) => option(one.id, speakerName(words, one), speaker || latest))}</select>
<p class="actions"><button type="button" class="record" data-record hidden>${readerHtml(say('record'))}</button></p>
<details data-upload open><summary>${readerHtml(say('upload'))}</summary><label for="sound">${words.studioFile}</label>
<input id="sound" name="sound" type="file" accept="audio/*" capture>
<noscript><p class="hint">${words.studioNoScript}</p></noscript></details>
<p role="status" data-told></p><audio controls hidden data-heard></audio>
<div class="actions"><button data-keep>${readerHtml(say('keep'))}</button></div></form>`
}

function recordingCard(frame: Frame, { clip, speakers, say }: Shown, one: Recording): Html {
  const { words } = frame
  const speaker = speakers.find(({ id }) => id === one.speaker)
  const state =
    one.hash !== clip.hash ? 'clipOutdated' : one.state === 'released' ? 'clipDone' : 'clipWaiting'
  return html`<section class="card"><h2>${words[state]}</h2>${player(one.id)}
<p class="soft">${speaker ? html`<bdi>${speakerName(words, speaker)}</bdi> · ` : ''}${words[LOUDNESS_WORDS[one.loudness]]}</p>
<form method="post" action="/staff/recordings/${one.id}/remove">${formToken(frame)}<button class="danger">${readerHtml(say('remove'))}</button></form></section>`
}

/** A recording to listen to. */
export const player = (id: string): Html =>
  html`<p>${raw(`<audio controls preload="none" src="/staff/recordings/${encodeURIComponent(id)}/sound"></audio>`)}</p>`
