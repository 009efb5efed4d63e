// Everything that is held about the person, readable, with the ways to take it back.

import { phoneText } from '../../people/phone.ts'
import { pinText } from '../../people/pin.ts'
import { wholeQuestionnaire } from '../../questionnaire/questionnaire.ts'
import { answerText, nameOf } from '../../questionnaire/wording.ts'
import { openAppointment } from '../booking.ts'
import { type Button, button, FOOTER, type Line, line, type Screen, strong } from '../screen.ts'
import type { Facts, Talk } from '../talk.ts'
import type { Tap } from '../tap.ts'
import { say, type Value } from '../text.ts'
import { partyRow } from './party.ts'
import { remindRow } from './reminded.ts'
import { newPinRow } from './returning.ts'
import { wishLines } from './wishes.ts'

const PURPOSES: Record<string, string> = {
  details: 'pages.my-data.details',
  reminders: 'pages.my-data.reminders',
}

// What was answered stands on screens of its own, so much on each, and so does what was agreed to.
const MOST_ANSWERS = 6
const ANSWERS = 'answers'
const AGREED = 'agreed'

/** What is held, in sections: the appointment and how to find it, the answers, what was agreed to. */
export function showMyData(talk: Talk, facts: Facts, section?: string): Screen {
  const rows = facts.party.length > 1 ? partyRow(facts) : []
  if (section === AGREED) return shown(showAgreed(talk, facts))
  if (section?.startsWith(ANSWERS)) return shown(showAnswers(talk, facts, section))
  const first = showFirst(talk, facts)
  return shown({ ...first, rows: [...first.rows, ...rows] })
}

type Section = Pick<Screen, 'lines' | 'rows'>

const shown = ({ lines, rows }: Section): Screen => ({
  id: 'my-data',
  lines: [strong('pages.my-data.title'), ...lines],
  rows: [...rows, FOOTER],
})

function showFirst(talk: Talk, facts: Facts): Section {
  const open = openAppointment(facts)
  const lines: Line[] = [item('pages.my-data.language', { key: `language-name.${talk.language}` })]
  if (talk.phone) lines.push(item('pages.my-data.phone', phoneText(talk.phone)))
  if (talk.ref) lines.push(item('pages.my-data.code', talk.ref))
  if (talk.ref && facts.pin) lines.push(line('return.pin'), { mono: pinText(facts.pin) })
  if (open) lines.push(item('pages.my-data.appointment', { when: open.startsAt }))
  lines.push(line('pages.my-data.chat'))
  return { lines, rows: firstRows(talk, facts) }
}

/** What was answered, what is waited for, and that staff have notes of their own. */
function showAnswers(talk: Talk, facts: Facts, section: string): Section {
  const { waiting } = facts
  const wished = waiting ? [line('waiting.title'), ...wishLines(waiting, facts)] : []
  const all = [...answers(talk, facts), ...wished, line('pages.my-data.notes')]
  const nth = Number(section.slice(ANSWERS.length)) || 0
  const from = nth * MOST_ANSWERS < all.length ? nth : 0
  const next = (from + 1) * MOST_ANSWERS
  const isLast = next >= all.length
  return {
    lines: all.slice(from * MOST_ANSWERS, next),
    rows: isLast
      ? waiting
        ? [[button('waiting.button.stop', { do: 'stop-waiting' })]]
        : []
      : [[button('common.button.more', toSection(`${ANSWERS}${from + 1}`))]],
  }
}

/** What was agreed to and when, with what takes it back. */
function showAgreed(talk: Talk, facts: Facts): Section {
  const open = openAppointment(facts)
  const rows: Button[][] = []
  if (open?.remind || talk.agreed.reminders) {
    const off = { do: 'withdraw', scope: 'reminders' } as const
    rows.push([button('pages.my-data.button.reminders-off', off)])
  }
  if (open) rows.push(...remindRow(open, facts))
  // Told after the time, or with the consent that reading is hard.
  if (talk.agreed.details || talk.answers.needs) {
    rows.push([button('pages.my-data.button.withdraw', { do: 'withdraw', scope: 'details' })])
  }
  const lines = facts.consents.map(({ scope, givenAt }) => {
    const what: Value = { key: PURPOSES[scope] ?? 'pages.my-data.appointment' }
    return line('pages.my-data.consent', { when: { when: givenAt }, what })
  })
  return { lines, rows }
}

const toSection = (section: string): Tap => ({ do: 'open', page: 'my-data', section })

function answers(talk: Talk, { profile }: Facts): Line[] {
  return wholeQuestionnaire(profile, talk.cityQuestions ?? []).flatMap((q) => {
    const value = answerText(q, talk.answers[q.id], { profile, language: talk.language })
    return value === undefined ? [] : [named(nameOf(q), value)]
  })
}

const item = (key: string, value: Value): Line => named({ key }, value)

function named(name: Value, value: Value): Line {
  return { text: say('pages.my-data.item', { name, value }) }
}

function firstRows(talk: Talk, facts: Facts): Button[][] {
  return [
    [button('page.answers', toSection(ANSWERS))],
    [button('pages.my-data.button.agreed', toSection(AGREED))],
    [button('pages.my-data.button.export', { do: 'export' })],
    // With an appointment it stands there.
    ...(talk.ref && !openAppointment(facts) ? newPinRow(facts) : []),
    [button('pages.my-data.button.hide', { do: 'hide' })],
    [button('pages.my-data.button.delete', { do: 'open', page: 'delete' })],
  ]
}
