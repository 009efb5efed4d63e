// The form about a pool of interpreters. What is left empty is unknown.

import { html } from 'hono/html'
import { endsOf } from '../../domain/profile/ends.ts'
import { MODES, poolSchema } from '../../domain/profile/interpreting.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { topics } from '../../domain/questionnaire/first-questions.ts'
import { boxes } from '../frame/boxes.ts'
import type { Frame } from '../frame/frame.ts'
import { choice, input, number, type Shown, tick } from '../frame/inputs.ts'
import type { Html } from '../frame/layout.ts'
import { MODE_WORDS } from '../frame/terms.ts'
import { languageBoxes } from './language-fields.ts'
import { NOTHING } from './pool-fields.ts'
import { POOL_NUMBERS } from './pool-words.ts'

export function poolForm({ words }: Frame, shown: Shown, profile: Profile): Html {
  const { fields } = shown
  const isNew = fields['pool'] !== undefined
  const count = (profile.interpreting ?? []).length + (isNew ? 1 : 0)
  const places = Array.from({ length: count }, (_, at) => [`${at + 1}`, `${at + 1}.`] as const)
  const wish = [
    ['', words.poolUnknown],
    ['yes', words.poolYes],
    ['no', words.poolNo],
  ] as const
  return html`<section class="card">${isNew ? html`<input type="hidden" name="pool" value="${fields['pool']}">` : ''}
<p class="hint">${words.poolHint}</p>
${input(shown, 'name', words.name, { fault: 'faultRequired' })}
${boxes(
  shown,
  'modes',
  words.poolModes,
  MODES.map((mode) => [mode, words[MODE_WORDS[mode]]]),
  { fault: 'faultModes' },
)}
${tick(shown, 'onCall', words.poolOnCall)}
${languageBoxes(shown, 'speaks', { label: words.poolSpeaks, fault: 'faultPoolSpeaks', isOpen: isNew })}
${boxes(
  shown,
  'at',
  words.poolCentres,
  profile.centres.map(({ id, name }) => [id, name]),
)}
<div class="filters">${choice(shown, 'genderWish', words.poolGenderWish, wish)}${choice(shown, 'place', words.poolPlace, places)}</div></section>
<section class="card"><h2>${words.poolRules}</h2>
<div class="filters">${POOL_NUMBERS.map(({ key, word }) => number(shown, key, words[word], endsOf(poolSchema.shape[key])))}</div>
${boxes(
  shown,
  'excludes',
  words.poolLeavesOut,
  [
    [NOTHING, words.poolExcludesNothing],
    ...topics.options.list.map(({ code, term }) => [code, term] as const),
  ],
  { as: 'languages', fault: 'faultExcludes', hint: words.poolExcludesHint },
)}</section>
<section class="card"><h2>${words.poolContact}</h2>
${input(shown, 'mail', words.email, { fault: 'emailMisread' })}
${tick(shown, 'byMail', words.poolByMail)}
${input(shown, 'phone', words.poolPhone, { fault: 'faultPhones' })}
${input(shown, 'url', words.poolUrl, { fault: 'faultHttps' })}
${input(shown, 'source', words.poolSource)}
${tick(shown, 'confirmed', words.poolConfirmed)}
${isNew ? '' : tick(shown, 'gone', words.poolGone)}</section>`
}
