// A template as a part of the city that is edited: one there is, or a new one.

import type { Deps } from '../../deps.ts'
import { templateLines } from '../../domain/dialog/show/template.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import {
  type Choosable,
  isShipped,
  leftBehind,
  type Template,
  templatesOf,
} from '../../domain/profile/templates.ts'
import { written } from '../../flows/outbox/staff-message.ts'
import { languageTerms } from '../../i18n/terms.ts'
import type { Section } from '../centres/centre-words.ts'
import type { Edit } from '../centres/edit.ts'
import type { Frame } from '../frame/frame.ts'
import type { Fields } from '../frame/route.ts'
import type { Words } from '../frame/words.ts'
import { TEMPLATE_WORDS, writtenHtml } from '../message/read.ts'
import { templateForm } from './form.ts'
import {
  areSame,
  fieldOf,
  fitsField,
  inOrder,
  shippedTexts,
  staleField,
  type Texts,
  textFields,
  textsFrom,
} from './texts.ts'
import { outdated } from './unfinished.ts'

const BACK = '/admin/templates'

/** By which name staff choose it. */
export const nameOf = (words: Words, { id, own }: Pick<Choosable, 'id' | 'own'>): string =>
  own?.name ?? (isShipped(id) ? words[TEMPLATE_WORDS[id]] : id)

/** A template; nothing where the city has none with this id. */
export function templateEdit(deps: Deps, words: Words, profile: Profile, id: string): Edit | null {
  const find = (city: Profile) => templatesOf(city).find((one) => one.id === id)
  const found = find(profile)
  if (!found) return null
  return {
    ...common(deps, words, profile, id),
    title: nameOf(words, found),
    path: `${BACK}/${id}`,
    fieldsOf: (city) => fieldsOf(deps, words, find(city) ?? found),
  }
}

/** A template to be added; `id` is drawn for it when its form is shown, so that a form sent twice adds one. */
export function newTemplateEdit(deps: Deps, words: Words, profile: Profile, id: string): Edit {
  return {
    ...common(deps, words, profile, null),
    title: words.templateNew,
    path: '/admin/new-template',
    fieldsOf: () => ({ new: id }),
  }
}

function common(deps: Deps, words: Words, profile: Profile, id: string | null) {
  const known = templatesOf(profile).map((one) => one.id)
  return {
    subject: id ?? 'templates',
    back: BACK,
    profileFrom: (fields, city) => profileFrom(deps, words, city, fields, id),
    fieldOf: ({ path: [list, , part, language] }) => {
      if (list !== 'templates' || part === undefined) return ''
      return part === 'texts' ? fieldOf(String(language ?? 'de')) : String(part)
    },
    form: (frame, shown) => templateForm(frame, shown, inOrder(deps), id),
    sections: (frame, city) =>
      sections(
        deps,
        frame,
        city,
        templatesOf(city).find((one) => (id === null ? !known.includes(one.id) : one.id === id)),
      ),
  } satisfies Partial<Edit>
}

function textsOf(deps: Deps, { id, own }: Choosable): Texts {
  return own?.texts ?? (isShipped(id) ? shippedTexts(deps, id) : {})
}

const fieldsOf = (deps: Deps, words: Words, template: Choosable): Fields => ({
  name: nameOf(words, template),
  ...textFields(textsOf(deps, template)),
  ...Object.fromEntries((template.own?.stale ?? []).map((key) => [staleField(key), 'yes'])),
  ...(template.off ? { off: 'yes' } : {}),
})

/** The profile with the template as the form has it; one as Lotse brings it is none of the city's. */
function profileFrom(
  deps: Deps,
  words: Words,
  city: Profile,
  fields: Fields,
  known: string | null,
): unknown {
  const id = known ?? fields['new'] ?? ''
  const { templates: before = [], ...rest } = city
  const name = (fields['name'] ?? '').trim()
  const texts = textsFrom(fields)
  const off = fields['off'] === 'yes' ? { off: true as const } : {}
  const isAsBrought =
    isShipped(id) &&
    (fields['gone'] === 'yes' ||
      (name === words[TEMPLATE_WORDS[id]] && areSame(texts, shippedTexts(deps, id))))
  const standing = templatesOf(city).find((template) => template.id === id)
  const was = { texts: standing ? textsOf(deps, standing) : {}, stale: standing?.own?.stale }
  const fits = Object.keys(texts).filter((key) => fields[fitsField(key)] === 'yes')
  const stale = leftBehind(was, texts, { fits, isCorrection: fields['corrected'] === 'yes' })
  const own = isAsBrought ? {} : { name, texts, ...(stale.length > 0 ? { stale } : {}) }
  const isGone = isAsBrought ? off.off === undefined : fields['gone'] === 'yes'
  const one: Template[] = isGone ? [] : [{ id, ...own, ...off }]
  const at = before.findIndex((template) => template.id === id)
  const templates =
    at < 0 ? [...before, ...one] : [...before.slice(0, at), ...one, ...before.slice(at + 1)]
  return templates.length > 0 ? { ...rest, templates } : rest
}

const HOUR = 3_600_000

/** As each language would see it, for an appointment of tomorrow at the first centre. */
function sections(
  deps: Deps,
  { words }: Frame,
  city: Profile,
  template: Choosable | undefined,
): Section[] {
  const now = deps.clock.now()
  const startsAt = Math.ceil((now + 24 * HOUR) / HOUR) * HOUR
  const filling = { centre: city.defaultCentre, startsAt, answers: {} }
  const texts = template ? textsOf(deps, template) : {}
  const isThere = Object.keys(texts).length > 0
  return [
    { label: words.name, lines: template ? [nameOf(words, template)] : [] },
    {
      label: words.templateState,
      lines: template
        ? [
            template.off ? words.templateOff : words.templateOffered,
            ...outdated(words, template.own?.stale ?? []),
          ]
        : [],
    },
    ...inOrder(deps).map((key): Section => {
      const name = languageTerms.reading(key)
      const label = texts[key] === undefined ? `${name} (${words.templatePreviewGerman})` : name
      if (!isThere) return { label, lines: [] }
      const lines = written(
        deps.i18n,
        templateLines(texts, filling, { profile: city }, key),
        key,
        now,
      )
      return { label, lines: lines.map(({ text }) => text), shown: writtenHtml(key, lines) }
    }),
  ]
}
