// What did not arrive: by which way, why, how often, since when, and what is to be done.

import { html } from 'hono/html'
import type { RefusedGroup } from '../../domain/appointment/undelivered.ts'
import type { StaffMember } from '../../domain/people/accounts.ts'
import { type Action, mayEver } from '../../domain/people/rights.ts'
import { centreOf, type Profile } from '../../domain/profile/profile.ts'
import { BARRIER_NOTICE } from '../../flows/report-barrier.ts'
import { dayAndClock } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { formToken, type Html } from '../frame/layout.ts'
import { cell } from '../frame/parts.ts'
import type { Word } from '../frame/words.ts'

const WAY_WORDS = {
  person: 'wayPerson',
  group: 'wayGroup',
  mail: 'wayMail',
  webhook: 'wayWebhook',
  'set-up': 'waySetUp',
} as const satisfies Record<RefusedGroup['way'], Word>

const WHY_WORDS: readonly (readonly [RegExp, Word])[] = [
  [/^blocked$/, 'whyBlocked'],
  [/^no-chat$/, 'whyNoChat'],
  [/^deactivated$/, 'whyDeactivated'],
  [/^chat-not-found$/, 'whyChatGone'],
  [/^(moved|topic-gone)$/, 'whyGroupGone'],
  [/^(flood|server|connection)$/, 'whyNoAnswer'],
  [/^refused-403$/, 'whyForbidden'],
  [/^refused-4/, 'whyTelegram'],
  [/^(refused-5|mail-)/, 'whyMailServer'],
  [/^no-(mail|telegram)$/, 'whyDoorShut'],
]

type Todo = { word: Word; href?: string; action?: Action }

function todoOf({ way, kind, canTryAgain }: RefusedGroup): Todo {
  if (way === 'set-up') return { word: 'todoSetUp' }
  if (way === 'webhook')
    return { word: 'todoWebhook', href: '/staff/admin/webhooks', action: 'edit-tokens' }
  if (kind.startsWith('pool-'))
    return { word: 'todoPool', href: '/staff/interpreting', action: 'see-day' }
  if (way === 'group') return { word: 'todoGroup', href: '/staff/notices', action: 'edit-notices' }
  if (kind === BARRIER_NOTICE)
    return { word: 'todoBarrier', href: '/staff/admin/facts/accessibility', action: 'edit-city' }
  if (way === 'mail') return { word: 'todoMail', href: '/staff/notices', action: 'edit-notices' }
  return {
    word: canTryAgain ? 'todoPerson' : 'todoCall',
    href: '/staff/calls',
    action: 'see-records',
  }
}

export function undeliveredPage(
  frame: Frame,
  staff: StaffMember,
  groups: readonly RefusedGroup[],
  profile: Profile,
): Html {
  const { words } = frame
  const heads = [words.way, words.webhookWhy, words.count, words.since, words.todo]
  return html`<h1>${words.navUndelivered}</h1><p class="hint">${words.undeliveredHint}</p>
${
  groups.length === 0
    ? html`<p class="card soft">${words.undeliveredEmpty}</p>`
    : html`<table class="cards"><caption class="away">${words.navUndelivered}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${groups.map((group) => row(frame, staff, group, profile))}</tbody></table>`
}`
}

function row(frame: Frame, staff: StaffMember, group: RefusedGroup, profile: Profile): Html {
  const { words } = frame
  const { way, reason, centre, description, count, since, last } = group
  const why = WHY_WORDS.find(([code]) => code.test(reason))?.[1]
  const { word, href, action } = todoOf(group)
  const leads = href && action && mayEver(staff, action)
  const times = since === last ? dayAndClock(since) : `${dayAndClock(since)} – ${dayAndClock(last)}`
  return html`<tr>
<th scope="row">${words[WAY_WORDS[way]]}${centre ? html`<br><small>${centreOf(profile, centre)?.short ?? centre}</small>` : ''}</th>
${cell(words.webhookWhy, html`${why ? html`${words[why]}<br>` : ''}<code>${reason}</code>${description ? html`<br><small><bdi dir="ltr">${description}</bdi></small>` : ''}`)}
${cell(words.count, String(count))}
${cell(words.since, times)}
${cell(words.todo, html`${leads ? html`<a href="${href}">${words[word]}</a>` : words[word]}${way === 'set-up' ? '' : presses(frame, group)}`)}
</tr>`
}

function presses(frame: Frame, { way, kind, reason, centre, canTryAgain }: RefusedGroup): Html {
  const { words } = frame
  const press = (path: string, label: string) =>
    html`<form method="post" action="/staff/undelivered/${path}">${formToken(frame)}
${Object.entries({ way, kind, reason, centre: centre ?? '' }).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<button class="quiet">${label}<span class="away"> ${words[WAY_WORDS[way]]} ${reason}</span></button></form>`
  return html`<div class="row-actions no-print">${canTryAgain ? press('again', words.sendAgain) : ''}${press('heeded', words.heeded)}</div>`
}
