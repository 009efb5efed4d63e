// A centre as flat form fields and back. Fields are named by their place: `openings.0.closes`.

import type { Centre } from '../../domain/profile/profile.ts'
import type { Fields } from '../frame/route.ts'
import { counsellingFieldOf, counsellingFields, counsellingFrom } from './counselling-fields.ts'
import { PLAIN_FIELDS, plainFrom, plainLines } from './plain-fields.ts'
import { numberedThrough, rowsOf } from './rows.ts'

/** The three lists of hours, and how many empty rows each offers for new ones. */
export const LISTS = { openings: 2, phoneHours: 1, walkIn: 1 } as const

const NUMBERS = ['slotMinutes', 'seats', 'walkInSeats', 'staffSeats'] as const
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]

/** The fields that show a centre as it is. */
export function fieldsOf(centre: Centre): Fields {
  const fields: Record<string, string> = Object.fromEntries(
    PLAIN_FIELDS.map(({ key }) => [key, plainLines(centre, key).join('\n')]),
  )
  if (centre.hoursStatus.confirmed) fields['confirmed'] = 'yes'
  const put = (key: string, value: string | number | undefined) => {
    if (value !== undefined) fields[key] = String(value)
  }
  const putDays = (at: string, days: readonly number[]) => {
    for (const day of days) fields[`${at}.day${day}`] = 'yes'
  }
  for (const list of ['phoneHours', 'walkIn'] as const) {
    centre[list].forEach(({ weekdays, opens, closes }, index) => {
      const at = `${list}.${index}`
      putDays(at, weekdays)
      put(`${at}.opens`, opens)
      put(`${at}.closes`, closes)
    })
  }
  centre.openings.forEach((rule, index) => {
    const at = `openings.${index}`
    const { repeat } = rule
    for (const key of ['id', 'opens', 'closes', 'validFrom', 'validUntil', ...NUMBERS] as const) {
      put(`${at}.${key}`, rule[key])
    }
    put(`${at}.every`, repeat.every)
    if (repeat.every === 'week') {
      putDays(at, repeat.weekdays)
      put(`${at}.interval`, repeat.interval)
      put(`${at}.anchor`, repeat.anchor)
    }
    if (repeat.every === 'month') {
      putDays(at, [repeat.weekday])
      put(`${at}.nth`, repeat.nth.join(', '))
    }
    if (repeat.every === 'date') put(`${at}.dates`, repeat.dates.join(', '))
    Object.assign(fields, counsellingFields(at, rule.counselling))
  })
  return fields
}

/** The same fields without empty rows and those that are to go, numbered through. */
export function tidied(fields: Fields): Fields {
  const tidy = Object.keys(LISTS).reduce(numberedThrough, fields)
  return rowsOf(tidy, 'openings').reduce(
    (all, row) => numberedThrough(all, `openings.${row}.who`),
    tidy,
  )
}

/**
 * The centre that tidied fields describe, not checked yet: what is no number stays text, so that the
 * profile's own check says so. What the form does not show is kept from `before`.
 */
export function centreFrom(fields: Fields, before: Centre, month: string): unknown {
  const confirmed = fields['confirmed'] === 'yes'
  const newly = confirmed && !before.hoursStatus.confirmed
  return {
    ...before,
    ...plainFrom(fields),
    phoneHours: rowsOf(fields, 'phoneHours').map((row) => hoursFrom(fields, `phoneHours.${row}`)),
    walkIn: rowsOf(fields, 'walkIn').map((row) => hoursFrom(fields, `walkIn.${row}`)),
    hoursStatus: { ...before.hoursStatus, confirmed, ...(newly ? { asOf: month } : {}) },
    openings: rowsOf(fields, 'openings').map((row) => ruleFrom(fields, `openings.${row}`, before)),
  }
}

function hoursFrom(fields: Fields, at: string): unknown {
  const text = (key: string) => (fields[`${at}.${key}`] ?? '').trim()
  return { weekdays: daysFrom(fields, at), opens: text('opens'), closes: text('closes') }
}

function ruleFrom(fields: Fields, at: string, { openings }: Centre): unknown {
  const text = (key: string) => (fields[`${at}.${key}`] ?? '').trim()
  const old = openings.find(({ id }) => id === text('id'))
  const { site, firstSeat } = old ?? {}
  const given = (key: string, value: unknown) => (text(key) === '' ? {} : { [key]: value })
  const counselling = counsellingFrom(fields, at)
  return {
    id: old?.id ?? freeId(openings, at),
    repeat: repeatFrom(fields, at),
    opens: text('opens'),
    closes: text('closes'),
    ...given('validFrom', text('validFrom')),
    ...given('validUntil', text('validUntil')),
    ...Object.assign({}, ...NUMBERS.map((key) => given(key, numberOf(text(key))))),
    ...(site ? { site } : {}),
    ...(firstSeat === undefined ? {} : { firstSeat }),
    ...(counselling.length > 0 ? { counselling } : {}),
  }
}

function repeatFrom(fields: Fields, at: string): unknown {
  const text = (key: string) => (fields[`${at}.${key}`] ?? '').trim()
  const days = daysFrom(fields, at)
  switch (text('every')) {
    case 'month':
      return { every: 'month', weekday: days[0], nth: listOf(text('nth')).map(numberOf) }
    case 'date':
      return { every: 'date', dates: listOf(text('dates')) }
    default: {
      const interval = text('interval')
      const anchor = text('anchor')
      const often = interval === '' ? {} : { interval: numberOf(interval) }
      return { every: 'week', weekdays: days, ...often, ...(anchor === '' ? {} : { anchor }) }
    }
  }
}

function freeId(openings: Centre['openings'], at: string): string {
  const taken = new Set(openings.map(({ id }) => id))
  const row = Number(at.split('.')[1])
  for (let n = 1 + row; ; n += 100) if (!taken.has(`rule-${n}`)) return `rule-${n}`
}

const daysFrom = (fields: Fields, at: string) =>
  WEEKDAYS.filter((day) => fields[`${at}.day${day}`] === 'yes')
const numberOf = (text: string) => (/^-?\d{1,4}$/.test(text) ? Number(text) : text)
const listOf = (text: string) => text.split(/[,;\s]+/).filter(Boolean)

/** The field at which a fault of the centre is told; its path begins inside the centre. */
export function fieldOf(path: readonly (string | number)[]): string {
  const [list, row, ...rest] = path
  if (typeof row !== 'number' || PLAIN_FIELDS.some(({ key }) => key === list)) {
    return String(list ?? '')
  }
  if (rest[0] === 'counselling') return counsellingFieldOf(`${list}.${row}`, rest.slice(1))
  const key = rest.filter((step) => step !== 'repeat')[0]
  if (key === undefined) return `${list}.${row}`
  return `${list}.${row}.${key === 'weekday' ? 'weekdays' : key}`
}
