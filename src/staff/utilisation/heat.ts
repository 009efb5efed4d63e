// The week as a table in colour: weekdays down, hours across. The figures stand in the fields.

import { html } from 'hono/html'
import {
  type HourSeats,
  MEASURES,
  type Measure,
  percent,
  type WeekField,
  weekFields,
} from '../../domain/figures/seats.ts'
import type { FreeSeats } from '../../flows/staff/coming-seats.ts'
import { weekdayName } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'

/** `level` from 0 to 4 colours the field; `weekday` or `hour` is `null` in sums. */
type Field = {
  weekday: number | null
  hour: number | null
  text: string
  more: string
  level: number
}

/** How much of what can be booked is still free in the coming four weeks. */
export function comingWeek(frame: Frame, cells: readonly FreeSeats[]): Html {
  const { words } = frame
  if (cells.length === 0) return html`<p class="soft">${words.noTimes}</p>`
  const fields = cells.map(({ weekday, hour, free, of }) => ({
    ...{ weekday, hour, text: of === 0 ? '–' : `${free}`, more: of === 0 ? '' : `/${of}` },
    level: of === 0 ? 0 : Math.round(((of - free) / of) * 4),
  }))
  return heatTable(frame, words.comingWeeks, fields)
}

/** How much of the seats had this outcome over whole stretches of four weeks, with the sums of days and hours. */
export function weekPicture(frame: Frame, hours: readonly HourSeats[], measure: Measure): Html {
  const { words } = frame
  const fields = weekFields(hours)
  if (fields.length === 0) return html`<p class="soft">${words.weekPictureEmpty}</p>`
  const single = fields.filter(({ weekday, hour }) => weekday !== null && hour !== null)
  // Shares of the bookable seats are coloured as they are, the rest beside the largest of it.
  const isOfSeats = MEASURES[measure] === 'bookable'
  const most = isOfSeats ? 1 : Math.max(0, ...single.map((field) => sizeOf(field, measure)))
  const told = fields.map((field): Field => {
    const whole = MEASURES[measure]
    const share = whole === null ? null : percent(field[measure], field[whole])
    const isSum = field.weekday === null || field.hour === null
    return {
      ...{ weekday: field.weekday, hour: field.hour },
      text: share === null ? `${field[measure]}` : `${share} %`,
      more: share === null || whole === null ? '' : ` ${field[measure]}/${field[whole]}`,
      level: isSum || most === 0 ? 0 : Math.round((sizeOf(field, measure) / most) * 4),
    }
  })
  return heatTable(frame, words.weekPicture, told)
}

function sizeOf(field: WeekField, measure: Measure): number {
  const whole = MEASURES[measure]
  if (whole === null) return field[measure]
  return field[whole] === 0 ? 0 : Math.min(1, field[measure] / field[whole])
}

function heatTable({ words, language }: Frame, label: string, fields: readonly Field[]): Html {
  const inOrder = (all: readonly (number | null)[]) =>
    [...new Set(all)].sort((a, b) => (a ?? 24) - (b ?? 24))
  const hours = inOrder(fields.map(({ hour }) => hour))
  const days = inOrder(fields.map(({ weekday }) => weekday))
  const fieldAt = (weekday: number | null, hour: number | null) =>
    fields.find((field) => field.weekday === weekday && field.hour === hour)
  const cell = (weekday: number | null, hour: number | null) => {
    const field = fieldAt(weekday, hour)
    if (!field) return html`<td class="number">–</td>`
    const kind = weekday === null || hour === null ? 'sum' : `heat-${field.level}`
    return html`<td class="number ${kind}">${field.text}${field.more ? html`<small>${field.more}</small>` : ''}</td>`
  }
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table class="heat">
<thead><tr><th scope="col">${words.weekday}</th>${hours.map((hour) => html`<th scope="col" class="number">${hour === null ? words.wholeDay : `${hour}–${hour + 1}`}</th>`)}</tr></thead>
<tbody>${days.map(
    (weekday) =>
      html`<tr><th scope="row">${weekday === null ? words.allDays : weekdayName(weekday, language)}</th>${hours.map((hour) => cell(weekday, hour))}</tr>`,
  )}</tbody></table></div>`
}
