// Where each centre hears of new requests, and the code that links a group.

import { html } from 'hono/html'
import type { NoticeKind } from '../../domain/people/notices.ts'
import type { CentreNotices } from '../../flows/staff/notices.ts'
import { dayAndClock } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { alert, formToken, type Html } from '../frame/layout.ts'

export function noticesPage(
  frame: Frame,
  centres: readonly CentreNotices[],
  ways: { sendsMail: boolean; isInTelegram: boolean; tellsGroups: boolean },
): Html {
  const { words } = frame
  const { sendsMail, isInTelegram, tellsGroups } = ways
  const off = isInTelegram ? words.noticeGroupSwitch : words.noticeGroupOff
  return html`<h1>${words.notices}</h1><p class="hint">${words.noticesHint}</p>
${isInTelegram ? html`<p class="hint">${words.noticeSupervision}</p>` : ''}
${centres.map(
  (centre) => html`<section class="card"><h2>${centre.name}</h2>
<h3>${words.noticeMail}</h3>
${sendsMail ? mailbox(frame, centre) : html`<p class="soft">${words.noticeMailOff}</p>`}
<h3>${words.noticeGroup}</h3>
${tellsGroups ? group(frame, centre) : html`<p class="soft">${off}</p>${centre.group ? html`${alert(words.noticeGroupSilent)}${end(frame, centre, 'group')}` : ''}`}
</section>`,
)}`
}

function group(frame: Frame, centre: CentreNotices): Html {
  const { words } = frame
  const linked = centre.group
  return html`<p>${linked ? words.say('noticeLinked', { at: dayAndClock(linked.setAt) }) : words.noticeGroupNone}</p>
<div class="row-actions">${form(frame, centre, 'code', html`<button class="quiet">${words.noticeCode}${away(centre)}</button>`)}${
    linked ? end(frame, centre, 'group') : ''
  }</div>`
}

function mailbox(frame: Frame, centre: CentreNotices): Html {
  const { words } = frame
  const field = `mail-${centre.id}`
  return html`${form(
    frame,
    centre,
    'mail',
    html`<label for="${field}">${words.email}</label><input id="${field}" name="address" type="email" required maxlength="254" value="${centre.mail?.address ?? ''}">
<div class="actions"><button class="quiet">${words.save}${away(centre)}</button></div>`,
  )}${centre.mail ? end(frame, centre, 'mail') : html`<p class="soft">${words.noticeMailNone}</p>`}`
}

function end(frame: Frame, centre: CentreNotices, kind: NoticeKind): Html {
  return form(
    frame,
    centre,
    'end',
    html`<input type="hidden" name="kind" value="${kind}"><button class="quiet">${frame.words.noticeEnd}${away(centre)}</button>`,
  )
}

const away = ({ name }: CentreNotices) => html`<span class="away"> ${name}</span>`

function form(frame: Frame, { id }: CentreNotices, action: string, content: Html): Html {
  return html`<form method="post" action="/staff/notices/${id}/${action}">${formToken(frame)}${content}</form>`
}

/** The code for the only time it is seen; with the bot's name also as a link that picks the group. */
export function groupCodePage({ words }: Frame, code: string, bot: string | null): Html {
  const link = bot ? `https://t.me/${bot}?startgroup=${code}` : null
  return html`<h1>${words.noticeCodeTitle}</h1>
<section class="card"><p>${words.noticeCodeHint}</p>
<p>${words.noticeCommand}: <code class="key">/start${bot ? `@${bot}` : ''} ${code}</code></p>
${link ? html`<p>${words.noticeCodeLink}<br><a href="${link}" rel="noreferrer">${link}</a></p>` : ''}
<p><a class="button quiet" href="/staff/notices">${words.back}</a></p></section>`
}
