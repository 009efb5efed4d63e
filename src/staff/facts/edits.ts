// Each fact of the profile as a part of the city that is edited: with preview, faults at the field and what was typed.

import { html } from 'hono/html'
import type { Fault } from '../../domain/profile/faults.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import type { Edit } from '../centres/edit.ts'
import type { Fields } from '../frame/route.ts'
import type { Words } from '../frame/words.ts'
import {
  type FactField,
  factFields,
  factInputs,
  factLines,
  factsFrom,
  typedUnder,
  under,
} from './fields.ts'
import { CONTACT, CONTROLLER, DATA, DECLARATION, ENFORCEMENT, IMPRINT, STATUS } from './forms.ts'

export const BACK = '/admin/facts'

type Facts = Readonly<Record<string, unknown>>

/** An object of the profile: its own fields, and those of objects in it, under their name. */
type Group = { name: string; fields: readonly FactField[] }

type Place = {
  subject: string
  title: string
  path: string
  hint?: string
  groups: readonly Group[]
  /** Where it stands in the profile, as a fault names it. */
  at: readonly (string | number)[]
  get: (profile: Profile) => Facts | undefined
  put: (profile: Profile, facts: Facts | undefined) => unknown
}

const OWN = ''
const named = (group: string, key: string) => (group === OWN ? key : `${group}.${key}`)

const prefixed = ({ name, fields }: Group): readonly FactField[] =>
  name === OWN ? fields : under(name, fields)

const flat = (groups: readonly Group[], facts: Facts = {}): Facts =>
  Object.fromEntries(
    groups.flatMap(({ name, fields }) => {
      const of = (name === OWN ? facts : facts[name]) as Facts | undefined
      return fields.map(({ key }) => [named(name, key), of?.[key]])
    }),
  )

/** The object as it was typed; none where nothing was. */
function typed(groups: readonly Group[], sent: Fields, before: Facts = {}): Facts | undefined {
  const own = (name: string) => groups.find((group) => group.name === name)?.fields ?? []
  const under = groups.filter(({ name }) => name !== OWN)
  const rest = Object.fromEntries(
    Object.entries(before).filter(([key]) => !under.some(({ name }) => name === key)),
  )
  const whole: Record<string, unknown> = { ...factsFrom(own(OWN), sent, rest) }
  for (const { name, fields } of under) {
    const part = factsFrom(fields, typedUnder(name, sent), before[name] as Facts | undefined)
    if (Object.keys(part).length > 0)
      whole[name] = name === 'status' ? { confirmed: false, ...part } : part
  }
  const { status: _, ...said } = whole
  return Object.keys(said).length > 0 ? whole : undefined
}

function editOf({ subject, title, path, hint, groups, at, get, put }: Place): Edit {
  const fields = groups.flatMap(prefixed)
  return {
    subject,
    title,
    path,
    back: BACK,
    fieldsOf: (city) => factFields(fields, flat(groups, get(city))),
    profileFrom: (sent, city) => put(city, typed(groups, sent, get(city))),
    fieldOf: ({ path: [...steps] }: Fault) => {
      if (at.some((step, nth) => steps[nth] !== step)) return ''
      const [first, second] = steps.slice(at.length).map(String)
      const isUnder = groups.some(({ name }) => name === first)
      return isUnder ? named(first ?? '', second ?? '') : (first ?? '')
    },
    form: (_, shown) =>
      html`<section class="card">${hint ? html`<p class="hint">${hint}</p>` : ''}${factInputs(shown, fields)}</section>`,
    sections: ({ words }, city) => factLines(words, fields, flat(groups, get(city))),
  }
}

const WITH_STATUS = { name: 'status', fields: STATUS }

/** The profile with one of its objects, or without it. */
const withKey = (profile: object, key: string, facts: Facts | undefined): object => {
  const { [key]: _, ...rest } = profile as Record<string, unknown>
  return facts === undefined ? rest : { ...rest, [key]: facts }
}

/** Who answers for a centre (`of` centres) or a body (`of` bodies); nothing where there is none with this id. */
export function controllerEdit(
  words: Words,
  profile: Profile,
  of: 'centres' | 'bodies',
  id: string,
): Edit | null {
  const list = profile[of] ?? []
  const at = list.findIndex((one) => one.id === id)
  const found = list[at]
  if (!found) return null
  return editOf({
    subject: id,
    title: `${words.factsOf}: ${found.name}`,
    path: `${BACK}/${of}/${id}`,
    ...(of === 'centres' ? { hint: words.factsRun } : {}),
    groups: [{ name: OWN, fields: CONTROLLER }, WITH_STATUS],
    at: [of, at, 'controller'],
    get: (city) => city[of]?.find((one) => one.id === id)?.controller,
    put: (city, facts) => ({
      ...city,
      [of]: city[of]?.map((one) => (one.id === id ? withKey(one, 'controller', facts) : one)),
    }),
  })
}

const wholeOf = (
  key: 'imprint' | 'dataProtection' | 'accessibility',
  groups: Group[],
  path: string,
  title: string,
) =>
  editOf({
    subject: path,
    title,
    path: `${BACK}/${path}`,
    groups,
    at: [key],
    get: (city) => city[key],
    put: (city, facts) => withKey(city, key, facts),
  })

/** The facts of the city as a whole, by the end of their address. */
export const CITY_FACTS: Readonly<Record<string, (words: Words) => Edit>> = {
  imprint: ({ imprint }) =>
    wholeOf('imprint', [{ name: OWN, fields: IMPRINT }, WITH_STATUS], 'imprint', imprint),
  data: ({ factsData }) =>
    wholeOf('dataProtection', [{ name: OWN, fields: DATA }], 'data', factsData),
  accessibility: ({ accessibility }) =>
    wholeOf(
      'accessibility',
      [
        { name: OWN, fields: DECLARATION },
        { name: 'contact', fields: CONTACT },
        { name: 'enforcement', fields: ENFORCEMENT },
      ],
      'accessibility',
      accessibility,
    ),
}
