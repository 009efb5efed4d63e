// The first page of an administrator: what is open, each with the way to where it is mended.

import { html } from 'hono/html'
import type { OpenPoint } from '../../flows/staff/open-list.ts'
import { languageTerms } from '../../i18n/terms.ts'
import { UNSAID_WORDS } from '../centres/page.ts'
import { dayAndClock } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { type Html, note } from '../frame/layout.ts'
import { unfinished } from '../templates/unfinished.ts'

/** A point in words: what it is about, what is open, and where it is mended or how. */
type Told = { about: string; open: string; href?: string; how?: string }

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
    const { about, open, href, how } = told(frame, point)
    return html`<li class="entry"><h3><bdi>${about}</bdi></h3><p>${open}</p>${
      href
        ? html`<a class="button quiet" href="/staff${href}">${frame.words.openMend}<span class="away">: ${about}</span></a>`
        : html`<p class="hint">${how}</p>`
    }</li>`
  })}</ul></section>`
}

function told({ words }: Frame, point: OpenPoint): Told {
  switch (point.what) {
    case 'silence': {
      const open = words.say('openSilence', { when: dayAndClock(point.since) })
      return { about: words.openSilenceTitle, open, how: words.openSilenceHow }
    }
    case 'set-up':
      return { about: words.openSetUp, open: words.openSetUpWhat, href: '/undelivered' }
    case 'webhooks': {
      const open = words.say('openWebhooks', { count: point.count })
      return { about: words.navWebhooks, open, href: '/admin/webhooks' }
    }
    case 'undelivered': {
      const open = words.say('openUndelivered', { count: point.count })
      return { about: words.navUndelivered, open, href: '/undelivered' }
    }
    case 'centre': {
      const open = point.lacks.map((what) => words[UNSAID_WORDS[what]]).join(' · ')
      return { about: point.name, open, href: `/admin/centres/${point.id}` }
    }
    case 'mailbox': {
      const open = words.say('openMailbox', { centres: point.names.join(', ') })
      return { about: words.notices, open, href: '/notices' }
    }
    case 'no-mail':
      return { about: words.openNoMail, open: words.openNoMailWhat, how: words.openNoMailHow }
    case 'numbers': {
      const open = words.say('openNumbers', { numbers: point.names.join(', ') })
      return { about: words.openNumbersTitle, open, how: words.openInProfile }
    }
    case 'no-pool':
      return { about: words.pools, open: words.poolsNone, href: '/admin/pools' }
    case 'pool':
      return { about: point.name, open: words.openPool, href: `/admin/pools/${point.id}` }
    case 'template': {
      const open = unfinished(words, point.missing, point.stale)
      return { about: point.name, open, href: `/admin/templates/${point.id}` }
    }
    case 'controller': {
      const open = words.say('openController', { centres: point.names.join(', ') })
      return { about: words.openControllerTitle, open, how: words.openInProfile }
    }
    case 'imprint':
      return { about: words.openImprint, open: words.openImprintWhat, how: words.openInProfile }
    case 'privacy':
      return { about: words.openPrivacy, open: words.openPrivacyWhat, how: words.openInProfile }
    case 'languages': {
      const open = words.say('openLanguages', { languages: namesOf(point.languages) })
      return { about: words.openLanguagesTitle, open, how: words.openLanguagesHow }
    }
  }
}

const namesOf = (languages: readonly string[]) =>
  languages.map((key) => languageTerms.reading(key)).join(', ')
