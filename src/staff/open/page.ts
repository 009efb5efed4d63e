// The first page of an administrator: what is open, each with the way to where it is mended.

import { html } from 'hono/html'
import type { OpenPoint } from '../../flows/staff/open-list.ts'
import { dayAndClock } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { type Html, note } from '../frame/layout.ts'
import { told } from './told.ts'

export function openPage(
  frame: Frame,
  { pressing, toEnter }: { pressing: readonly OpenPoint[]; toEnter: readonly OpenPoint[] },
  now: number,
): Html {
  const { words } = frame
  const none = pressing.length + toEnter.length === 0
  return html`<h1>${words.navOpen}</h1>
<p class="soft">${words.say('openAsOf', { when: dayAndClock(now) })}</p>
${none ? note(words.openNothing) : ''}
${section(frame, words.openPressing, pressing)}${section(frame, words.openToEnter, toEnter)}`
}

function section(frame: Frame, title: string, points: readonly OpenPoint[]): Html {
  if (points.length === 0) return html``
  return html`<section class="card"><h2>${title}</h2><ul class="plain">${points.map((point) => {
    const { about, open, href, how } = told(frame.words, point)
    return html`<li class="entry"><h3><bdi>${about}</bdi></h3><p>${open}</p>${
      href
        ? html`<a class="button quiet" href="/staff${href}">${frame.words.openMend}<span class="away">: ${about}</span></a>`
        : html`<p class="hint">${how}</p>`
    }</li>`
  })}</ul></section>`
}
