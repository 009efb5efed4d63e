// A centre to be added: its first lines, then what every centre has. It leads through the same preview as a change.

import { html } from 'hono/html'
import { changesBetween } from '../../domain/profile/changes.ts'
import type { Centre, Profile } from '../../domain/profile/profile.ts'
import { factInputs, factLines, factsFrom, typedUnder, under } from '../facts/fields.ts'
import { CONTROLLER as CONTROLLER_FIELDS } from '../facts/forms.ts'
import type { Frame } from '../frame/frame.ts'
import { input, type Shown } from '../frame/inputs.ts'
import type { Html } from '../frame/layout.ts'
import type { Fields } from '../frame/route.ts'
import { carrierBoxes, carrierSection, carriersFrom } from './carriers.ts'
import { centreFrom, fieldOf, fieldsOf } from './centre-fields.ts'
import { centreForm } from './centre-form.ts'
import { centreSections, type Section } from './centre-words.ts'
import type { People } from './colleagues.ts'
import type { Edit } from './edit.ts'

const EMPTY: Centre = {
  ...{ id: '', name: '', short: '', code: '', address: '' },
  ...{ phones: [], phoneHours: [], walkIn: [], openings: [] },
  hoursStatus: { confirmed: false },
}

const CONTROLLER = under('controller', CONTROLLER_FIELDS)

/** What must be said of who answers, where people come already. */
export const CONTROLLER_NEEDS = ['name', 'contact', 'dataProtectionOfficer'].map(
  (key) => `controller.${key}`,
)

// `id` is the change itself in these forms, and what is called `code` is not kept while somebody signs in.
const NAMED: Record<string, string> = { id: 'centre', code: 'letters', bodies: 'bodies' }

/** A centre to be added to a city. `people`: who has an account. */
export function newCentreEdit(profile: Profile, title: string, people: People): Edit {
  const known = profile.centres.map(({ id }) => id)
  const find = (city: Profile) => city.centres.find(({ id }) => !known.includes(id)) ?? EMPTY
  return {
    subject: 'centres',
    title,
    path: '/admin/new-centre',
    back: '/admin/centres',
    hasRows: true,
    fieldsOf: () => fieldsOf(EMPTY),
    profileFrom: withCentre,
    fieldOf: ({ path: [list, index, ...rest] }) => {
      if (list !== 'centres' || index !== known.length) return ''
      const [key = '', part] = rest
      if (key === 'controller') return `controller.${part}`
      return NAMED[key] ?? fieldOf(rest)
    },
    form: (frame, shown, city) => form(frame, shown, city, people),
    sections: (frame, city) => [
      ...firstLines(frame, city, find(city)),
      ...centreSections(frame, city, find(city), people),
    ],
  }
}

/** With the centre at the end; sent a second time, as it is. */
function withCentre(fields: Fields, city: Profile, month: string): unknown {
  const text = (key: string) => (fields[key] ?? '').trim()
  const first = { ...EMPTY, id: text('centre'), code: text('letters').toUpperCase() }
  const controller = factsFrom(CONTROLLER_FIELDS, typedUnder('controller', fields))
  const made = {
    ...Object(centreFrom(fields, first, month)),
    ...carriersFrom(fields, EMPTY),
    ...(Object.keys(controller).length > 0 && { controller }),
  }
  const there = city.centres.find(({ id }) => id === first.id)
  if (there && changesBetween(there, made).length === 0) return city
  return { ...city, centres: [...city.centres, made] }
}

function form(frame: Frame, shown: Shown, city: Profile, people: People): Html {
  const { words } = frame
  const { calendar: numbers } = city
  return html`<p class="hint">${words.newCentreHint}</p>
<section class="card">
${input(shown, 'centre', words.centreKey, { fault: 'faultCentreKey' })}
${input(shown, 'letters', words.centreCode, { fault: 'faultCentreCode' })}
${carrierBoxes(frame, shown, city)}</section>
<section class="card"><h2>${words.openControllerTitle}</h2><p class="hint">${words.factsRun}</p>
${factInputs(shown, CONTROLLER)}</section>
${centreForm(frame, shown, { centre: EMPTY, numbers, people })}`
}

function firstLines(frame: Frame, city: Profile, centre: Centre): Section[] {
  const { words } = frame
  const { id, code, controller } = centre
  return [
    { label: words.centreKey, lines: id ? [id] : [] },
    { label: words.centreCode, lines: code ? [code] : [] },
    carrierSection(frame, city, centre),
    {
      label: words.openControllerTitle,
      lines: factLines(words, CONTROLLER_FIELDS, controller).flatMap(({ lines }) => lines),
    },
  ]
}
