// Form fields with what is wrong with them beside them, read out with the field.

import { html } from 'hono/html'
import type { Ends } from '../../domain/profile/ends.ts'
import type { Html } from './layout.ts'
import type { Fields } from './place.ts'
import type { Word, Words } from './words.ts'

/** What a form shows: its fields as they were typed, and the fields with a fault. */
export type Shown = { words: Words; fields: Fields; faults: ReadonlySet<string> }

const FAULTS: Record<string, Word> = {
  opens: 'faultTimes',
  closes: 'faultTimes',
  weekdays: 'faultDays',
  anchor: 'faultDate',
  dates: 'faultDate',
  validFrom: 'faultDate',
  validUntil: 'faultDate',
  date: 'faultDate',
  last: 'faultDate',
  from: 'faultTimes',
  until: 'faultTimes',
  centre: 'faultChoose',
  nth: 'faultNth',
}
const TEXTS = ['reason']

/** The sentence beside a field with a fault. */
export function faultText({ words, faults }: Shown, name: string, own?: Word): Html | '' {
  if (!faults.has(name)) return ''
  const key = name.split('.').at(-1) ?? ''
  const row = /^\d+$/.test(key) ? 'faultRule' : TEXTS.includes(key) ? 'faultRequired' : undefined
  const word = own ?? row ?? FAULTS[key] ?? 'faultRequired'
  return html`<p class="fault" id="fault-${name}">${words[word]}</p>`
}

const told = ({ faults }: Shown, name: string) =>
  faults.has(name) ? html` aria-invalid="true" aria-describedby="fault-${name}"` : ''

/** How a field differs from a line of text, and what is said where it has a fault. */
type How = { type?: 'date' | 'time'; fault?: Word }

/** A labelled input. */
export function input(shown: Shown, name: string, label: string, how: How = {}): Html {
  const { type = 'text', fault } = how
  return html`<div><label for="${name}">${label}</label><input id="${name}" name="${name}" type="${type}" value="${shown.fields[name] ?? ''}" autocomplete="off"${told(shown, name)}>${faultText(shown, name, fault)}</div>`
}

/** The same for a whole number, which says between which it lies. */
export function number(
  shown: Shown,
  name: string,
  label: string,
  [least, most]: Ends,
  fault?: Word,
): Html {
  const { words, faults, fields } = shown
  const why = fault ? words[fault] : words.say('faultNumber', { least, most })
  return html`<div><label for="${name}">${label} <small>(${least}–${most})</small></label><input id="${name}" name="${name}" inputmode="numeric" value="${fields[name] ?? ''}" autocomplete="off"${told(shown, name)}>${faults.has(name) ? html`<p class="fault" id="fault-${name}">${why}</p>` : ''}</div>`
}

/** A labelled box of several lines. */
export function lines(shown: Shown, name: string, label: string, { fault }: How = {}): Html {
  return html`<label for="${name}">${label}</label><textarea id="${name}" name="${name}"${told(shown, name)}>${shown.fields[name] ?? ''}</textarea>${faultText(shown, name, fault)}`
}

/** One of the choices of a list; selected where it is the chosen one. */
export function option(value: string, label: string, chosen?: string | null): Html {
  return html`<option value="${value}"${value === chosen ? html` selected` : ''}>${label}</option>`
}

/** A labelled list to choose one of; `choices` by what is sent, with its label. */
export function choice(
  shown: Shown,
  name: string,
  label: string,
  choices: readonly (readonly [value: string, label: string])[],
): Html {
  const chosen = shown.fields[name] ?? ''
  return html`<div><label for="${name}">${label}</label><select id="${name}" name="${name}"${told(shown, name)}>${choices.map(([value, text]) => option(value, text, chosen))}</select>${faultText(shown, name)}</div>`
}

/** A box to tick. */
export function tick({ fields }: Shown, name: string, label: string): Html {
  const on = fields[name] === 'yes' ? html` checked` : ''
  return html`<label class="check"><input type="checkbox" name="${name}" value="yes"${on}>${label}</label>`
}
