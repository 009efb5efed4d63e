// The rows of a rule in which who counsels there is entered: at which seat, when, in which languages.

import { html } from 'hono/html'
import { seatsOf } from '../../domain/calendar/planned.ts'
import type { OpeningRule } from '../../domain/calendar/rules.ts'
import type { Ends } from '../../domain/profile/ends.ts'
import type { Centre, Profile } from '../../domain/profile/profile.ts'
import type { Frame } from '../frame/frame.ts'
import { choice, faultText, input, number, type Shown, tick } from '../frame/inputs.ts'
import type { Html } from '../frame/layout.ts'
import type { Fields } from '../frame/route.ts'
import type { Words } from '../frame/words.ts'
import { colleaguesAt, type People } from './colleagues.ts'
import { languageBoxes } from './language-fields.ts'
import { rowsOf } from './rows.ts'

/** How many empty rows a rule offers for new entries. */
const NEW = 2

/** What the rows have to know beside the form itself. */
export type Around = { centre: Centre; numbers: Profile['calendar']; people: People }

/** The entries of a rule at `at`, folded away; open where something is wrong in them. */
export function counsellingRows(frame: Frame, shown: Shown, at: string, around: Around): Html {
  const { words } = frame
  const list = `${at}.who`
  const count = rowsOf(shown.fields, list).length
  const isWrong = [...shown.faults].some((name) => name === list || name.startsWith(`${list}.`))
  const said =
    count > 0 ? words.say('whoEntries', { count }) : `${words.whoCounsels}: ${words.whoUnknown}`
  const free = seatsOf(ruleOf(shown.fields, at, around), around.numbers)
  const seats = seatsInWords(words, free)
  const all = [...free.seats, ...free.staffSeats, ...free.walkInSeats]
  const ends = [all[0] ?? 1, all.at(-1) ?? 1] as const
  return html`<details${isWrong ? html` open` : ''}><summary>${said}</summary>
<p class="hint">${words.whoHint}</p><p class="hint">${words.say('whoSeats', { seats })}</p>${faultText(shown, list, 'faultRows')}
${Array.from({ length: count + NEW }, (_, row) => entry(frame, shown, { name: `${list}.${row}`, isNew: row >= count, row, ends }, around))}
</details>`
}

/** `ends`: the first and the last seat of the rule. */
type Row = { name: string; row: number; isNew: boolean; ends: Ends }

function entry(
  { words }: Frame,
  shown: Shown,
  { name, row, isNew, ends }: Row,
  { centre, people }: Around,
): Html {
  const legend = isNew ? words.whoNew : words.say('whoNumber', { number: row + 1 })
  const colleagues = colleaguesAt(people, centre.id, words, shown.fields[`${name}.staffId`])
  const day = { type: 'date', fault: 'faultDate' } as const
  return html`<fieldset class="rule"><legend>${legend}</legend>${faultText(shown, name)}
<div class="filters">${number(shown, `${name}.seat`, words.whoSeat, ends, 'faultSeat')}${choice(
    shown,
    `${name}.gender`,
    words.whoGender,
    [
      ['', words.whoNotSaid],
      ['woman', words.whoWoman],
      ['man', words.whoMan],
    ],
  )}${choice(shown, `${name}.staffId`, words.whoAccount, [['', words.whoNotSaid], ...colleagues])}</div>
${languageBoxes(shown, `${name}.speaks`, {
  label: words.whoSpeaks,
  fault: 'faultSpeaks',
  german: words.germanAlone,
  isOpen: false,
})}
<div class="filters">${input(shown, `${name}.from`, words.whoFrom, day)}${input(shown, `${name}.until`, words.whoUntil, day)}</div>
${isNew ? '' : tick(shown, `${name}.gone`, words.ruleGone)}</fieldset>`
}

/** As far as it decides on seats: what is typed, and what the form does not show. */
function ruleOf(fields: Fields, at: string, { centre }: Around) {
  const old = centre.openings.find(({ id }) => id === fields[`${at}.id`])
  const typed = (['seats', 'walkInSeats', 'staffSeats'] as const).flatMap((key) => {
    const text = (fields[`${at}.${key}`] ?? '').trim()
    return /^\d{1,2}$/.test(text) ? [[key, Number(text)]] : []
  })
  const own: Pick<OpeningRule, 'seats' | 'walkInSeats' | 'staffSeats'> = Object.fromEntries(typed)
  return { ...own, ...(old?.firstSeat === undefined ? {} : { firstSeat: old.firstSeat }) }
}

function seatsInWords(words: Words, seats: ReturnType<typeof seatsOf>): string {
  const kinds = [
    [words.seatsForAll, seats.seats],
    [words.seatsForStaff, seats.staffSeats],
    [words.seatsForWalkIn, seats.walkInSeats],
  ] as const
  return kinds
    .flatMap(([kind, numbers]) => (numbers.length > 0 ? [`${numbers.join(', ')} ${kind}`] : []))
    .join(' · ')
}
