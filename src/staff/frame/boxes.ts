// A group of boxes to tick, with what is wrong with the whole of it.

import { html } from 'hono/html'
import { faultText, type Shown, tick } from './inputs.ts'
import type { Html } from './layout.ts'
import type { Fields } from './place.ts'
import type { Word } from './words.ts'

/** What is ticked in a group, always in the same order. */
export function ticked(fields: Fields, name: string): string[] {
  const values = Object.entries(fields).flatMap(([key, value]) =>
    key.startsWith(`${name}.`) && value === 'yes' ? [key.slice(name.length + 1)] : [],
  )
  return values.sort()
}

/** The fields of a group in which these are ticked. */
export function tickedFields(name: string, values: readonly string[]): Fields {
  return Object.fromEntries(values.map((value) => [`${name}.${value}`, 'yes']))
}

/** The group itself, `as` it is laid out; its legend is there for readers of screens alone where `isNamed`. */
export function boxes(
  shown: Shown,
  name: string,
  legend: string,
  choices: readonly (readonly [value: string, label: string])[],
  how: { as?: 'days' | 'languages'; isNamed?: boolean; fault?: Word; hint?: string } = {},
): Html {
  const { as = 'days', isNamed = false, fault, hint } = how
  const told = shown.faults.has(name) ? html` aria-describedby="fault-${name}"` : ''
  return html`<fieldset${told}><legend${isNamed ? html` class="away"` : ''}>${legend}</legend>${hint ? html`<p class="hint">${hint}</p>` : ''}
<div class="${as}">${choices.map(([value, label]) => tick(shown, `${name}.${value}`, label))}</div></fieldset>${faultText(shown, name, fault)}`
}
