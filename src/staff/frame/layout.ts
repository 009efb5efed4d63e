// The page around every staff page.

import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { StaffMember } from '../../domain/people/accounts.ts'
import { mayEver } from '../../domain/people/rights.ts'
import { dayAndClock } from './dates.ts'
import { type Frame, type Link, roleWord } from './frame.ts'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** The whole document. `title` is read out first by screen readers, so it names the page itself. */
export function page(frame: Frame, title: string, content: Html): Html {
  const { words, staff, language } = frame
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${frame.live && frame.live.count > 0 ? `(${frame.live.count}) ` : ''}${title} · ${words.product}</title>
<link rel="stylesheet" href="/staff/style.css">
<link rel="icon" href="/staff/icon.svg" type="image/svg+xml">${
    staff
      ? html`
<script src="/staff/typing.js" defer></script>`
      : ''
  }${
    frame.live
      ? html`
<script src="/staff/live.js" defer></script>`
      : ''
  }
</head>
<body>
<a class="skip" href="#content">${words.skipToContent}</a>
<header class="top">
<a class="brand" href="/staff">${words.product}</a>
${staff ? counting(frame, staff) : ''}
${staff && mayEver(staff, 'see-records') ? finder(frame) : ''}
</header>
${frame.demo ? html`<aside class="demo" aria-label="Demo">${words.demo}</aside>` : ''}
${frame.trial ? html`<aside class="demo" aria-label="${words.trialTitle}">${words.trial}</aside>` : ''}
<main id="content" tabindex="-1">
${frame.said ? saidHtml(words[frame.said]) : ''}${content}
${frame.live ? live(frame, frame.live) : ''}</main>
<footer class="version">${words.product} ${frame.version} ${standing(frame)}</footer>
</body>
</html>`
}

/** What every page has to lead to: the pages for everybody say it for the desk, too; what of it keeps staff out is told inside. */
const standing = ({ words, language, staff }: Frame): Html =>
  html`${staff ? html`· <a href="/staff/barriers/new">${words.barrierTell}</a> ` : ''}${STANDING.map(([path, word]) => html`· <a href="${path}?lang=${language}">${words[word]}</a> `)}`

const STANDING = [
  ['/imprint', 'imprint'],
  ['/privacy', 'dataProtection'],
  ['/accessibility', 'accessibility'],
] as const

/** The first page of whoever has signed in; every role has one. */
export function homeOf({ links }: Frame, staff: StaffMember): string {
  return links.find(({ action }) => mayEver(staff, action))?.href ?? '/staff/account'
}

async function counting(frame: Frame, staff: StaffMember): Promise<HtmlEscapedString> {
  const counts = { ...(await frame.countsLater?.()), ...frame.counts }
  return await navigation({ ...frame, counts }, staff)
}

// On a phone what is needed every day stays in sight, the rest opens over the page. A browser that knows no popover
// shows all of it.
function navigation(frame: Frame, staff: StaffMember): Html {
  const { words, links } = frame
  const own = links.filter(({ action }) => mayEver(staff, action))
  const [daily, others] = [own.filter(isDaily), own.filter((link) => !isDaily(link))]
  return html`<nav aria-label="${words.mainNavigation}">${daily.length > 0 ? html`<ul data-part="daily">${daily.map((link) => item(frame, link))}</ul>` : ''}
<button class="quiet menu" type="button" popovertarget="menu">${words.menu}</button>
<div id="menu" popover>${others.length > 0 ? html`<ul>${others.map((link) => item(frame, link))}</ul>` : ''}${account(frame, staff)}</div></nav>`
}

/** When the page was made; with a script it is kept fresh, and says so. */
function live({ words }: Frame, { mark, madeAt, count }: NonNullable<Frame['live']>): Html {
  return html`<div class="live soft no-print" data-live="${mark}" data-count="${count}" data-more="${words.say('liveMore', { count })}" data-waits="${words.liveWaits}" data-ended="${words.liveEnded}">
<p><span data-part="made">${words.liveMade} ${dayAndClock(madeAt)}</span> <a data-reload href="">${words.liveReload}</a></p>
<button class="quiet" type="button" data-sound aria-pressed="false" hidden>${words.liveSound}</button>
<p class="said" data-said aria-live="polite"></p></div>`
}

const isDaily = ({ isDaily }: Link) => isDaily === true

const item = ({ words, path, counts }: Frame, { href, word }: Link): Html =>
  html`<li><a href="${href}"${current(path, href)}>${words[word]}${counted(counts?.[href])}</a></li>`

function finder(frame: Frame): Html {
  const { words } = frame
  return html`<form class="finder no-print" method="post" action="/staff/find" role="search" aria-label="${words.find}">${formToken(frame)}
<input name="find" aria-label="${words.findLabel}" placeholder="${words.findPlaceholder}" maxlength="60" autocomplete="off" autocapitalize="characters" spellcheck="false" enterkeyhint="search"><button class="quiet">${words.find}</button></form>`
}

const counted = (count = 0): Html | '' =>
  count > 0 ? html` <span class="badge yellow">${count}</span>` : ''

function current(path: string, href: string): Html | '' {
  const here = href === '/staff' ? path === href : path.startsWith(href)
  return here ? html` aria-current="page"` : ''
}

function account(frame: Frame, staff: StaffMember): Html {
  const { words } = frame
  return html`<div class="account">
<a class="who" href="/staff/account"><bdi>${staff.name}</bdi> <small>${roleWord(words, staff.role)}</small></a>
<form method="post" action="/staff/sign-out">${formToken(frame)}<button class="quiet">${words.signOut}</button></form>
</div>`
}

/** Every form of a signed-in page carries it; the guard refuses a form without. */
export function formToken({ formToken: token, list }: Frame): Html {
  return html`<input type="hidden" name="form" value="${token}">${list === '' ? '' : html`<input type="hidden" name="list" value="${list}">`}`
}

/** A message above a form; read out as soon as the page is there. */
export function alert(text: string): Html {
  return html`<p class="alert" role="alert">${text}</p>`
}

const saidHtml = (text: string): Html =>
  html`<p class="note" role="status" id="done" tabindex="-1">${text}</p>`

export function note(text: string): Html {
  return html`<p class="note" role="status">${text}</p>`
}
