// One entry of a list that maps Lotse's own to somebody else's: what its two kinds, case systems and funding lines, share.

import { html } from 'hono/html'
import { changesBetween } from '../../domain/profile/changes.ts'
import { checkProfile, type Profile } from '../../domain/profile/profile.ts'
import type { Section } from '../centres/centre-words.ts'
import type { Edit } from '../centres/edit.ts'
import type { Frame } from '../frame/frame.ts'
import { input, type Shown, tick } from '../frame/inputs.ts'
import type { Html } from '../frame/layout.ts'
import type { Fields } from '../frame/route.ts'
import type { Words } from '../frame/words.ts'
import { rowsIn } from './rows.ts'

export const BACK = '/admin/mappings'

type Entry = { id: string; name: string }

/** A kind of mapping: a list of the profile, whose entries have rows under `rows`. */
export type Kind<E extends Entry> = {
  key: 'caseSystems' | 'funding'
  rows: 'fields' | 'rows'
  path: string
  /** What the list begins with: where the city has none, those of Lotse that count until then. */
  list: (city: Profile) => readonly E[]
  fieldsOf: (entry: E) => Fields
  /** What a new one begins with. */
  fresh: (city: Profile) => Fields
  /** Not checked yet; `before`: the same entry as it is. */
  entryFrom: (fields: Fields, before: E | undefined) => object
  form: (frame: Frame, shown: Shown, city: Profile) => Html
  sections: (words: Words, city: Profile, entry: E | undefined) => Section[]
  /** What can stand in the second column, with what it means. */
  known: (frame: Frame, city: Profile) => readonly (readonly [code: string, term: string])[]
  title: (words: Words) => string
}

/** One there is (`id`), or a new one (`null`); nothing where there is none with this id. */
export function mappingEdit<E extends Entry>(
  kind: Kind<E>,
  words: Words,
  profile: Profile,
  id: string | null,
): Edit | null {
  const there = kind.list(profile)
  const found = there.find((one) => one.id === id)
  if (id !== null && !found) return null
  const known = there.map((one) => one.id)
  const find = (city: Profile) =>
    kind.list(city).find((one) => (id === null ? !known.includes(one.id) : one.id === id))
  return {
    subject: id ?? kind.key,
    title: found?.name ?? kind.title(words),
    path: id === null ? `${BACK}/new-${kind.path}` : `${BACK}/${kind.path}/${id}`,
    back: BACK,
    fieldsOf: (city) => (found ? kind.fieldsOf(find(city) ?? found) : kind.fresh(city)),
    profileFrom: (fields, city) => withEntry(kind, city, fields, id),
    fieldOf: ({ path: [list, , part] }) => {
      if (list !== kind.key || part === undefined) return ''
      if (part === kind.rows) return 'rows'
      return part === 'id' ? 'key' : String(part)
    },
    form: (frame, shown, city) => form(kind, frame, shown, city, id),
    sections: (_, city) => kind.sections(words, city, find(city)),
  }
}

/** With the entry in its place, or at the end; a new one that is sent twice is there once. */
function withEntry<E extends Entry>(
  kind: Kind<E>,
  city: Profile,
  fields: Fields,
  known: string | null,
): unknown {
  const { [kind.key]: _, ...others } = city
  const before = kind.list(city)
  const id = known ?? (fields['key'] ?? '').trim()
  const standing = before.find((one) => one.id === id)
  const made = { id, ...kind.entryFrom(fields, known === null ? undefined : standing) }
  if (known === null && standing && changesBetween(standing, made).length === 0) return city
  const list =
    known === null
      ? [...before, made]
      : before.flatMap((one) => (one.id !== id ? one : fields['gone'] === 'yes' ? [] : made))
  return list.length > 0 ? { ...others, [kind.key]: list } : others
}

function form<E extends Entry>(
  kind: Kind<E>,
  frame: Frame,
  shown: Shown,
  city: Profile,
  id: string | null,
): Html {
  const { words } = frame
  const { fields, faults } = shown
  const told = faults.has('rows') ? html` aria-invalid="true" aria-describedby="fault-rows"` : ''
  return html`<section class="card">
${id === null ? input(shown, 'key', words.mappingKey, { fault: 'faultCentreKey' }) : ''}
${input(shown, 'name', words.name, { fault: 'faultRequired' })}
${kind.form(frame, shown, city)}
${id === null ? '' : tick(shown, 'gone', words.mappingRemove)}</section>
<section class="card"><h2><label for="rows">${words.mappingRows}</label></h2><p class="hint">${words.mappingHint}</p>
<textarea id="rows" name="rows" rows="${Math.min(40, (fields['rows'] ?? '').split('\n').length + 2)}"${told}>${fields['rows'] ?? ''}</textarea>${
    faults.has('rows')
      ? html`<p class="fault" id="fault-rows">${faultOfRows(kind, words, fields, city, id)}</p>`
      : ''
  }
<details><summary>${words.mappingKnown}</summary><dl class="facts">${kind
    .known(frame, city)
    .map(
      ([code, term]) => html`<dt><code>${code}</code></dt><dd>${term}</dd>`,
    )}</dl></details></section>`
}

/** Which lines as they were typed are none. */
function faultOfRows<E extends Entry>(
  kind: Kind<E>,
  words: Words,
  fields: Fields,
  city: Profile,
  id: string | null,
): string {
  const checked = checkProfile(withEntry(kind, city, fields, id))
  const typed = rowsIn(fields['rows'] ?? '')
  const lines = 'faults' in checked ? checked.faults.map(({ path }) => typed[Number(path[3])]) : []
  const numbers = [...new Set(lines.flatMap((one) => one?.line ?? []))].sort((a, b) => a - b)
  return words.say('faultMappingLines', { lines: numbers.join(', ') || '–' })
}
