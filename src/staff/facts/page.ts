// What people have to be told before they say anything: each fact with what is open of it.

import { html } from 'hono/html'
import { launchLacks } from '../../domain/profile/launch.ts'
import { controllersOf, type Profile } from '../../domain/profile/profile.ts'
import type { Controller } from '../../domain/profile/responsible.ts'
import { isDeclared } from '../../domain/profile/statements.ts'
import type { Frame } from '../frame/frame.ts'
import { type Html, note } from '../frame/layout.ts'
import type { Word } from '../frame/words.ts'
import { BACK } from './edits.ts'

type Row = { path: string; name: string; of: string; open: readonly Word[] }

export function factsPage({ words, language }: Frame, profile: Profile, isDone: boolean): Html {
  const { centres, bodies = [], dataProtection, accessibility } = profile
  const publishes = launchLacks(profile).every(({ what }) => what !== 'imprint')
  const isSaid = dataProtection?.recipients && dataProtection.outsideEu
  const whole = (path: string, name: string, isWhole: unknown): Row => ({
    ...{ path, name, of: '' },
    open: isWhole ? [] : ['openPoints'],
  })
  const rows: Row[] = [
    whole('imprint', words.imprint, publishes),
    whole('data', words.factsData, isSaid),
    whole('accessibility', words.accessibility, isDeclared(accessibility)),
    ...bodies.map(({ id, name, controller }) => ({
      ...{ path: `bodies/${id}`, name, of: words.factsOf },
      open: unsaid(controller),
    })),
    ...centres.map((centre) => ({
      ...{ path: `centres/${centre.id}`, name: centre.name, of: words.factsOf },
      open: unsaidAt(profile, centre),
    })),
  ]
  return html`<h1>${words.navFacts}</h1>
${isDone ? note(words.changeDone) : ''}
<p>${words.factsWhat}</p>
<p><a class="button quiet" href="/privacy?lang=${language}">${words.dataProtection}</a> <a class="button quiet" href="/imprint?lang=${language}">${words.imprint}</a></p>
<table class="cards"><caption class="away">${words.navFacts}</caption>
<thead><tr><th scope="col">${words.factsName}</th><th scope="col">${words.openPoints}</th></tr></thead>
<tbody>${rows.map(
    ({ path, name, of, open }) =>
      html`<tr><th scope="row"><a href="/staff${BACK}/${path}">${of ? `${of}: ` : ''}<bdi>${name}</bdi></a></th><td data-label="${words.openPoints}">${open.map((word) => words[word]).join(' · ') || words.complete}</td></tr>`,
  )}</tbody></table>`
}

/** What is open of any of those who answer for a centre; all of it where nobody does. */
function unsaidAt(profile: Profile, centre: Profile['centres'][number]): Word[] {
  const answering = controllersOf(profile, centre)
  return answering.length === 0 ? unsaid(undefined) : [...new Set(answering.flatMap(unsaid))]
}

function unsaid(controller: Controller | undefined): Word[] {
  const asked: [unknown, Word][] = [
    [controller?.contact, 'factsContact'],
    [controller?.dataProtectionOfficer, 'factsOfficer'],
    [controller?.supervisoryAuthority, 'factsAuthority'],
    [controller?.law, 'factsLaw'],
  ]
  return asked.flatMap(([value, word]) => (value ? [] : [word]))
}
