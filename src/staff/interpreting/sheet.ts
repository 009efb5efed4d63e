// Orders as a pool gets them on paper or as a table, in German whatever language staff read.

import { html } from 'hono/html'
import type { InterpreterOrder } from '../../domain/interpreting/order.ts'
import {
  MODES_IN_GERMAN,
  type OrderText,
  orderFacts,
} from '../../domain/interpreting/order-text.ts'
import type { InterpretingMode } from '../../domain/profile/interpreting.ts'
import { centreOf, type Profile } from '../../domain/profile/profile.ts'
import type { SeenInterpreting } from '../../flows/staff/interpreting.ts'
import { clock, shortDay } from '../frame/dates.ts'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'
import { typed } from '../frame/parts.ts'
import { orderedText, wantedText } from './order-text.ts'

type Line = { what: string; pool: string; name: string; text: OrderText; by: string }

/** What is to be ordered and to be cancelled, in this order. */
function linesOf({ needed, toCancel, profile }: SeenInterpreting): Line[] {
  return [
    ...needed.map(({ talk, needs, number }) => {
      const [ask] = needs.asks
      const by = shortDay(Date.parse(`${needs.orderBy.date}T12:00:00Z`))
      const { id: pool, name } = ask.pool
      return { what: 'zu bestellen', pool, name, text: wantedText(talk, number, ask), by }
    }),
    ...toCancel.map(({ order }) => lineOf('abzubestellen', order, profile)),
  ]
}

/** Of a pool that has been removed, by the name it was asked by. */
function lineOf(what: string, order: InterpreterOrder, { interpreting }: Profile): Line {
  const { pool, poolName } = order
  const name = interpreting?.find(({ id }) => id === pool)?.name ?? poolName
  return { what, pool, name, text: orderedText(order), by: '' }
}

/** One sheet for each pool. */
export function orderSheet({ words }: Frame, seen: SeenInterpreting): Html {
  const { profile } = seen
  const byPool = [...Map.groupBy(linesOf(seen), ({ pool }) => pool)]
  return html`<h1 class="no-print">${words.orderSheet}</h1>
<p class="hint no-print">${words.printHint}</p>
${byPool.length === 0 ? html`<p class="card soft">${words.interpretingEmpty}</p>` : ''}
${byPool.map(
  ([
    pool,
    lines,
  ]) => html`<section lang="de" aria-label="${lines[0]?.name ?? pool}"><h2>${typed(lines[0]?.name ?? pool)}</h2>
${lines.map(
  ({ what, text }) => html`<div class="card"><h3>Sprachmittlung ${what}</h3>
<dl class="facts">${orderFacts(text, profile).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl></div>`,
)}</section>`,
)}`
}

const HEADS = [
  ...[
    'Stand',
    'Bestellnummer',
    'Gesprächssprache',
    'Tag',
    'Beginn',
    'Ende',
    'Minuten',
    'Beratungsstelle',
  ],
  ...['Adresse', 'Art', 'Wunsch', 'Pool', 'Bestellen bis'],
]
const WISHES = { woman: 'Frau', man: 'Mann' } as const
const STATES = { ordered: 'bestellt', confirmed: 'bestätigt' } as const

/** Everything that is asked of pools, one row each, below German headings. */
export function orderRows(seen: SeenInterpreting): (string | number)[][] {
  const { profile, underway } = seen
  const waiting = underway.map(({ order }) =>
    lineOf(order.state === 'confirmed' ? STATES.confirmed : STATES.ordered, order, profile),
  )
  const rows = [...linesOf(seen), ...waiting].map(({ what, name, text, by }) => {
    const { number, language, startsAt, endsAt, centre, gender } = text
    const at = centreOf(profile, centre)
    const mode: InterpretingMode = text.mode
    return [
      ...[what, number, language, shortDay(startsAt), clock(startsAt), clock(endsAt)],
      ...[Math.round((endsAt - startsAt) / 60_000), at?.name ?? centre, at?.address ?? ''],
      ...[MODES_IN_GERMAN[mode], gender ? WISHES[gender] : '', name, by],
    ]
  })
  return [HEADS, ...rows]
}
