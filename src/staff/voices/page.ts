// Voices: the list of all, one with its chapters and speakers, and the clips of a chapter.

import { html } from 'hono/html'
import type { StaffMember } from '../../domain/people/accounts.ts'
import { mayEver } from '../../domain/people/rights.ts'
import { type Chapter, type Count, countOf } from '../../domain/spoken/studio.ts'
import type { VoiceRoom } from '../../flows/staff/voices.ts'
import { shortDay } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { formToken, type Html } from '../frame/layout.ts'
import type { Words } from '../frame/words.ts'
import { chapterName, howMany, STATE_WORDS, speakerName, voiceName, writingOf } from './names.ts'
import { sharePanel } from './share-page.ts'

const COLOURS = { done: 'green', waiting: 'yellow', stale: 'orange', missing: 'plain' } as const

/** All voices of the city. */
export function voicesPage(
  { words }: Frame,
  voices: readonly { voice: string; count: Count }[],
): Html {
  return html`<h1>${words.navVoices}</h1><p class="hint">${words.voicesHint}</p>
${countTable(
  words,
  words.navVoices,
  words.voice,
  voices.map(({ voice, count }) => ({
    href: `/staff/voices/${voice}`,
    name: voiceName(voice),
    count,
  })),
)}`
}

/** One voice: what to do next, how far each chapter is, who speaks. */
export function voicePage(frame: Frame, staff: StaffMember, room: VoiceRoom): Html {
  const { words } = frame
  const { voice, chapters, recordings } = room
  const count = countOf(chapters.flatMap(({ clips }) => clips))
  const others = recordings.filter(
    ({ state, recordedBy }) => state === 'recorded' && recordedBy !== staff.id,
  )
  const isWhole = count.missing + count.stale === 0
  return html`<p><a href="/staff/voices">${words.navVoices}</a></p><h1>${voiceName(voice)}</h1>
<p>${words.say('voiceHeard', { done: count.done, all: count.all })}</p>
<p class="actions">${isWhole ? '' : html`<a class="button" href="/staff/voices/${voice}/clip">${words.recordNext}</a>`}
${others.length === 0 ? '' : html`<a class="button quiet" href="/staff/voices/${voice}/listen">${words.say('listenTo', { count: others.length })}</a>`}</p>
${countTable(
  words,
  words.chapters,
  words.chapter,
  chapters.map(({ key, count }) => ({
    href: `/staff/voices/${voice}/chapters/${key}`,
    name: chapterName(words, key),
    count,
  })),
)}
<section class="card apart"><h2>${words.speakers}</h2>${speakerList(frame, staff, room)}
<p><a class="button quiet" href="/staff/voices/${voice}/speaker">${words.speakerNew}</a></p></section>
${mayEver(staff, 'manage-voices') ? sharePanel(frame, voice) : ''}`
}

function countTable(
  words: Words,
  caption: string,
  first: string,
  rows: readonly { href: string; name: string; count: Count }[],
): Html {
  return html`<table><caption class="away">${caption}</caption>
<thead><tr><th scope="col">${first}</th><th scope="col">${words.clipDone}</th></tr></thead>
<tbody>${rows.map(
    ({ href, name, count }) => html`<tr><th scope="row"><a href="${href}">${name}</a></th>
<td>${howMany(words, count)}${open(words, count)}</td></tr>`,
  )}</tbody></table>`
}

/** What somebody could do about it: listen to what waits, read anew what has changed. */
const open = (words: Words, { waiting, stale }: Count): Html =>
  html`${waiting > 0 ? html`<br><span class="soft">${words.say('countWaiting', { count: waiting })}</span>` : ''}${stale > 0 ? html`<br><span class="soft">${words.say('countStale', { count: stale })}</span>` : ''}`

function speakerList(frame: Frame, staff: StaffMember, { speakers, recordings }: VoiceRoom): Html {
  const { words } = frame
  if (speakers.length === 0) return html`<p class="soft">${words.speakersNone}</p>`
  return html`${speakers.map((speaker) => {
    const count = recordings.filter((one) => one.speaker === speaker.id).length
    const name = speakerName(words, speaker)
    const mayRemove = speaker.addedBy === staff.id || mayEver(staff, 'manage-voices')
    const since = words.say('speakerSince', { day: shortDay(speaker.consentedAt) })
    return html`<div class="entry"><p><strong><bdi>${name}</bdi></strong><br>
<span class="soft">${words.say('speakerCount', { count })} · ${since}</span></p>
${
  mayRemove
    ? html`<details><summary>${words.speakerRemove}<span class="away"> ${name}</span></summary>
<p>${words.speakerRemoveHint}</p><form method="post" action="/staff/speakers/${speaker.id}/remove">${formToken(frame)}<button class="danger">${words.speakerRemove}<span class="away"> ${name}</span></button></form></details>`
    : ''
}</div>`
  })}`
}

/** The clips of a chapter, with their words. */
export function chapterPage({ words }: Frame, { voice }: VoiceRoom, chapter: Chapter): Html {
  const { lang, dir } = writingOf(voice)
  return html`<p><a href="/staff/voices/${voice}">${voiceName(voice)}</a></p>
<h1>${chapterName(words, chapter.key)}</h1><p>${howMany(words, chapter.count)}</p>
<ul class="plain">${chapter.clips.map(
    ({ clip, state }) =>
      html`<li class="card"><a href="/staff/voices/${voice}/clip?key=${encodeURIComponent(clip.key)}"><span lang="${lang}" dir="${dir}">${clip.words}</span></a> <span class="badge ${COLOURS[state]}">${words[STATE_WORDS[state]]}</span></li>`,
  )}</ul>`
}
