// The rows of a form in which hours are entered: days of the week, times, and what is rarer folded.

import { html } from 'hono/html'
import { intervalSchema, openingRuleSchema } from '../../domain/calendar/rules.ts'
import { endsOf } from '../../domain/profile/ends.ts'
import { weekdayName } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import { faultText, input, number, option, type Shown, tick } from '../frame/inputs.ts'
import type { Html } from '../frame/layout.ts'
import type { Fields } from '../frame/route.ts'
import { LISTS } from './centre-fields.ts'
import { type Around, counsellingRows } from './counselling-form.ts'
import { rowsOf } from './rows.ts'

const DAYS = [1, 2, 3, 4, 5, 6, 7]
const RARE = ['interval', 'nth', 'dates', 'validFrom', 'validUntil']
const QUOTAS = ['slotMinutes', 'seats', 'walkInSeats', 'staffSeats']

/** Telephone hours, or hours without an appointment. */
export function hoursRows(frame: Frame, shown: Shown, list: 'phoneHours' | 'walkIn'): Html {
  const { words } = frame
  const count = rowsOf(shown.fields, list).length
  return html`${rows(count + LISTS[list]).map((row) => {
    const at = `${list}.${row}`
    const legend = row < count ? words.say('hoursNumber', { number: row + 1 }) : words.hoursNew
    return html`<fieldset class="rule"><legend>${legend}</legend>
${faultText(shown, at)}${days(frame, shown, at)}${times(shown, at)}
${row < count ? tick(shown, `${at}.gone`, words.ruleGone) : ''}</fieldset>`
  })}`
}

/** The hours that can be booked. */
export function openingRows(frame: Frame, shown: Shown, around: Around): Html {
  const { words } = frame
  const count = rowsOf(shown.fields, 'openings').length
  return html`${rows(count + LISTS.openings).map((row) => {
    const at = `openings.${row}`
    const legend = row < count ? words.say('ruleNumber', { number: row + 1 }) : words.ruleNew
    return html`<fieldset class="rule"><legend>${legend}</legend>
<input type="hidden" name="${at}.id" value="${shown.fields[`${at}.id`] ?? ''}">
${faultText(shown, at)}${days(frame, shown, at)}${times(shown, at)}
${rare(shown, at)}
${counsellingRows(frame, shown, at, around)}
${row < count ? tick(shown, `${at}.gone`, words.ruleGone) : ''}</fieldset>`
  })}`
}

const rule = openingRuleSchema.shape

function rare(shown: Shown, at: string): Html {
  const { words, fields } = shown
  const every = fields[`${at}.every`] ?? 'week'
  return html`<details${isRare(shown, at) ? html` open` : ''}><summary>${words.moreAboutRule}</summary>
<label for="${at}.every">${words.repeats}</label>
<select id="${at}.every" name="${at}.every">${option('week', words.everyWeek, every)}${option('month', words.everyMonth, every)}${option('date', words.everyDate, every)}</select>
<div class="filters">${number(shown, `${at}.interval`, words.interval, endsOf(intervalSchema))}${input(shown, `${at}.anchor`, words.anchor, { type: 'date' })}
${input(shown, `${at}.nth`, words.nth)}${input(shown, `${at}.dates`, words.dates)}</div>
<div class="filters">${input(shown, `${at}.validFrom`, words.validFrom, { type: 'date' })}${input(shown, `${at}.validUntil`, words.validUntil, { type: 'date' })}</div>
<div class="filters">${number(shown, `${at}.slotMinutes`, words.slotMinutes, endsOf(rule.slotMinutes))}${number(shown, `${at}.seats`, words.seatsAtOnce, endsOf(rule.seats))}
${number(shown, `${at}.walkInSeats`, words.walkInSeats, endsOf(rule.walkInSeats))}${number(shown, `${at}.staffSeats`, words.staffSeats, endsOf(rule.staffSeats))}</div>
</details>`
}

/** What is folded away opens where it says something, or is wrong. */
function isRare({ fields, faults }: Shown, at: string): boolean {
  const keys = [...RARE, ...QUOTAS].map((key) => `${at}.${key}`)
  return keys.some((key) => (fields as Fields)[key] || faults.has(key))
}

function days({ language, words }: Frame, shown: Shown, at: string): Html {
  return html`<fieldset class="days"><legend class="away">${words.weekday}</legend>${DAYS.map((day) => tick(shown, `${at}.day${day}`, weekdayName(day, language)))}</fieldset>${faultText(shown, `${at}.weekdays`)}`
}

function times(shown: Shown, at: string): Html {
  const { words } = shown
  return html`<div class="filters">${input(shown, `${at}.opens`, words.opensAt, { type: 'time' })}${input(shown, `${at}.closes`, words.closesAt, { type: 'time' })}</div>`
}

const rows = (count: number) => Array.from({ length: count }, (_, row) => row)
