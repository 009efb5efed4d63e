// What can be edited of a city: each part with its form, its fields and what it says in words.

import { html } from 'hono/html'
import type { Fault } from '../../domain/profile/faults.ts'
import type { Centre, Profile } from '../../domain/profile/profile.ts'
import type { Frame } from '../frame/frame.ts'
import type { Shown } from '../frame/inputs.ts'
import type { Html } from '../frame/layout.ts'
import type { Fields } from '../frame/route.ts'
import type { Word } from '../frame/words.ts'
import { carrierBoxes, carrierFields, carrierSection, carriersFrom } from './carriers.ts'
import { centreFrom, fieldOf, fieldsOf } from './centre-fields.ts'
import { centreForm } from './centre-form.ts'
import { centreSections, type Section } from './centre-words.ts'
import type { People } from './colleagues.ts'
import { RULE_FIELDS, rulesForm } from './rules-form.ts'

export type Edit = {
  /** What stands in the audit: a centre's id, or `calendar`. */
  subject: string
  title: string
  /** Below /staff. */
  path: string
  /** Where one comes from and goes to. */
  back: string
  /** Its form has rows, of which one may want more. */
  hasRows?: true
  fieldsOf: (profile: Profile) => Fields
  /** The profile with the fields in it, not checked yet; `month` is the present one, YYYY-MM. */
  profileFrom: (fields: Fields, profile: Profile, month: string) => unknown
  /** The field at which a fault is told; '' for the form as a whole. */
  fieldOf: (fault: Fault) => string
  /** Why a profile that is right may not come in the place of the one there is. */
  refuses?: (after: Profile, before: Profile) => Word | null
  /** Fields that such a profile must not lack; one that is empty then is told at its field. */
  needs?: readonly string[]
  form: (frame: Frame, shown: Shown, profile: Profile) => Html
  sections: (frame: Frame, profile: Profile) => Section[]
}

/** A centre; nothing where the city has none with this id. `people`: who has an account. */
export function centreEdit(profile: Profile, id: string, people: People): Edit | null {
  const at = profile.centres.findIndex((one) => one.id === id)
  const centre = profile.centres[at]
  if (!centre) return null
  const own = (city: Profile) => city.centres.find((one) => one.id === id) ?? centre
  return {
    subject: id,
    title: centre.name,
    path: `/admin/centres/${id}`,
    back: '/admin/centres',
    hasRows: true,
    fieldsOf: (city) => ({ ...fieldsOf(own(city)), ...carrierFields(own(city)) }),
    profileFrom: (fields, city, month) => ({
      ...city,
      centres: city.centres.map((one) => (one.id === id ? changed(one, fields, month) : one)),
    }),
    fieldOf: ({ path: [list, index, ...rest] }) =>
      list === 'centres' && index === at ? fieldOf(rest) : '',
    form: (frame, shown, city) =>
      html`${city.bodies?.length ? html`<section class="card">${carrierBoxes(frame, shown, city)}</section>` : ''}
${centreForm(frame, shown, { centre: own(city), numbers: city.calendar, people })}`,
    sections: (frame, city) => [
      carrierSection(frame, city, own(city)),
      ...centreSections(frame, city, own(city), people),
    ],
  }
}

function changed({ bodies, ...centre }: Centre, fields: Fields, month: string): unknown {
  const before = bodies ? { ...centre, bodies } : centre
  return { ...Object(centreFrom(fields, centre, month)), ...carriersFrom(fields, before) }
}

/** The calendar's numbers, which hold wherever a centre says nothing else. */
export function rulesEdit(title: string): Edit {
  return {
    subject: 'calendar',
    title,
    path: '/admin/rules',
    back: '/admin/centres',
    fieldsOf: ({ calendar }) =>
      Object.fromEntries(RULE_FIELDS.map(({ key }) => [key, String(calendar[key])])),
    profileFrom: (fields, city) => ({
      ...city,
      calendar: {
        ...city.calendar,
        ...Object.fromEntries(
          RULE_FIELDS.map(({ key }) => {
            const text = (fields[key] ?? '').trim()
            return [key, /^\d{1,6}$/.test(text) ? Number(text) : text]
          }),
        ),
      },
    }),
    fieldOf: ({ path }) => {
      if (path[0] === 'calendar') return String(path[1])
      return path.includes('counselling') ? 'seats' : ''
    },
    form: rulesForm,
    sections: ({ words }, { calendar }) =>
      RULE_FIELDS.map(({ key, word }) => ({ label: words[word], lines: [String(calendar[key])] })),
  }
}
