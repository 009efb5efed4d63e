// The week as a table in colour: weekdays down, hours across. The figures stand in the fields.

import { html } from 'hono/html'
import type { WeekField } from '../../domain/figures/utilisation-hours.ts'
import type { FreeSeats } from '../../flows/staff/utilisation.ts'
import { weekdayName } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'

/** `level` from 0 to 4 colours the field. */
type Field = { weekday: number; hour: number | null; text: string; level: number }

/** How much of what can be booked is still free in the coming four weeks. */
export function comingWeek(frame: Frame, cells: readonly FreeSeats[]): Html {
  const { words } = frame
  if (cells.length === 0) return html`<p class="soft">${words.noTimes}</p>`
  const fields = cells.map(({ weekday, hour, free, of }) => ({
    weekday,
    hour,
    text: of === 0 ? '–' : `${free}/${of}`,
    level: of === 0 ? 0 : Math.round(((of - free) / of) * 4),
  }))
  return heatTable(frame, words.comingWeeks, fields)
}

/** How many of the bookable seats had this outcome, over the stretches that tell it. */
export function weekPicture(frame: Frame, fields: readonly WeekField[]): Html {
  const { words } = frame
  if (fields.length === 0) return html`<p class="soft">${words.weekPictureEmpty}</p>`
  const most = Math.max(...fields.map(({ sum, of }) => (of === 0 ? 0 : sum / of)))
  const told = fields.map(({ weekday, hour, sum, of, hidden }) => ({
    weekday,
    hour,
    text: textOf({ sum, of, hidden }),
    level: of === 0 || most === 0 ? 0 : Math.round((sum / of / most) * 4),
  }))
  return heatTable(frame, words.weekPicture, told)
}

/** 12/20; with a star where a stretch is not in it, and the star alone where none is. */
function textOf({ sum, of, hidden }: Omit<WeekField, 'weekday' | 'hour'>): string {
  const shown = of === 0 ? `${sum}` : `${sum}/${of}`
  if (hidden === 0) return shown
  return sum + of === 0 ? '*' : `${shown} *`
}

function heatTable({ words, language }: Frame, label: string, fields: readonly Field[]): Html {
  const order = (hour: number | null) => hour ?? 24
  const hours = [...new Set(fields.map(({ hour }) => hour))].sort((a, b) => order(a) - order(b))
  const days = [...new Set(fields.map(({ weekday }) => weekday))].sort((a, b) => a - b)
  const head = (hour: number | null) => (hour === null ? words.wholeDay : `${hour}–${hour + 1}`)
  const fieldAt = (weekday: number, hour: number | null) =>
    fields.find((field) => field.weekday === weekday && field.hour === hour)
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table class="heat">
<thead><tr><th scope="col">${words.weekday}</th>${hours.map((hour) => html`<th scope="col">${head(hour)}</th>`)}</tr></thead>
<tbody>${days.map(
    (weekday) =>
      html`<tr><th scope="row">${weekdayName(weekday, language)}</th>${hours.map((hour) => {
        const field = fieldAt(weekday, hour)
        if (!field) return html`<td class="number">–</td>`
        return html`<td class="number heat-${field.level}">${field.text}</td>`
      })}</tr>`,
  )}</tbody></table></div>`
}
