// What happened with a request: notes, messages, answers, calls, referrals, the latest first.

import { html } from 'hono/html'
import type { CareEntry } from '../../domain/people/care.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { languageTerms } from '../../i18n/terms.ts'
import { dayAndClock } from '../frame/dates.ts'
import { quoted } from '../frame/folded.ts'
import type { Frame } from '../frame/frame.ts'
import { formToken, type Html } from '../frame/layout.ts'
import { typed } from '../frame/parts.ts'
import { sentHtml } from '../message/read.ts'
import { doneAt } from './done.ts'
import { agreedWords } from './refer-form.ts'
import { voiceHtml } from './voice.ts'
import type { WorkView } from './work-view.ts'

export function historyPanel(frame: Frame, view: WorkView): Html {
  const { words } = frame
  return html`<section class="card" id="history"><h2>${words.notes}</h2>
${doneAt(frame, 'history', view.done)}${unread(frame, view)}
${view.entries.map(
  (entry) =>
    html`<div class="entry"><p class="soft">${dayAndClock(entry.at)}${entry.by ? html` · <bdi>${entry.by}</bdi>` : ''}</p>${content(frame, view, entry)}</div>`,
)}
${view.entriesBehind > 0 ? html`<p class="soft">${words.say('entriesBehind', { count: view.entriesBehind })}</p>` : ''}
${view.entries.length + view.entriesBehind === 0 ? html`<p class="soft">${words.historyEmpty}</p>` : ''}</section>`
}

function content(frame: Frame, view: WorkView, entry: CareEntry): Html {
  const { words } = frame
  switch (entry.kind) {
    case 'note':
      return quoted(words, entry.text)
    case 'reply': {
      const language = entry.language ?? ''
      return html`<p>${words.reply} (${languageTerms.reading(language)})${entry.status === 'unread' ? html` <span class="badge yellow">${words.newReply}</span>` : ''}</p>
${spokenReply(frame, view, entry)}`
    }
    case 'message':
      return sentHtml(frame, entry)
    case 'call':
      return html`<p>${entry.status === 'reached' ? words.callWasReached : words.callWasMissed}</p>`
    case 'referral': {
      const passed = agreedWords(frame, entry.agreed)
      return html`<p>${words.referredTo}: <strong>${targetName(view.profile, entry.text)}</strong>${passed ? html` (${words.agreedTo}: ${passed})` : ''}</p>`
    }
  }
}

/** An answer by voice stands there without words. */
function spokenReply(frame: Frame, { intake, voices }: WorkView, { id, text }: CareEntry): Html {
  const voice = voices.find(({ input }) => input === id)
  return voice ? voiceHtml(frame, intake.id, voice) : quoted(frame.words, text)
}

/** Until when is said along, so that what comes while the page is open stays new. */
function unread(frame: Frame, { entries, intake }: WorkView): Html {
  const { words } = frame
  const latest = entries.find(({ status }) => status === 'unread')
  if (!latest || intake.body === null) return html``
  return html`<form class="no-print" method="post" action="/staff/intakes/${intake.id}/replies/read">${formToken(frame)}<p>${words.repliesUnread}</p><input type="hidden" name="until" value="${latest.at}"><div class="actions"><button>${words.replyRead}</button></div></form>`
}

function targetName({ bodies = [], offices = [], programmes = [] }: Profile, id: string): Html {
  return typed(
    [...bodies, ...offices, ...programmes].find((target) => target.id === id)?.name ?? id,
  )
}
