// Everything that is held about the person, readable, with the ways to take it back.

import { phoneText } from '../../people/phone.ts'
import { pinText } from '../../people/pin.ts'
import { wholeQuestionnaire } from '../../questionnaire/questionnaire.ts'
import { answerText, nameOf } from '../../questionnaire/wording.ts'
import { openAppointment } from '../booking.ts'
import {
  type Button,
  button,
  FOOTER,
  GAP,
  type Line,
  line,
  type Screen,
  strong,
} from '../screen.ts'
import type { Facts, Talk } from '../talk.ts'
import { say, type Value } from '../text.ts'
import { partyRow } from './party.ts'
import { remindRow } from './reminded.ts'
import { newPinRow } from './returning.ts'
import { wishLines } from './wishes.ts'

const PURPOSES: Record<string, string> = {
  details: 'pages.my-data.details',
  reminders: 'pages.my-data.reminders',
}

export function showMyData(talk: Talk, facts: Facts): Screen {
  const open = openAppointment(facts)
  const lines: Line[] = [
    strong('pages.my-data.title'),
    item('pages.my-data.language', { key: `language-name.${talk.language}` }),
    ...answers(talk, facts),
  ]
  if (talk.phone) lines.push(item('pages.my-data.phone', phoneText(talk.phone)))
  if (talk.ref) lines.push(item('pages.my-data.code', talk.ref))
  if (talk.ref && facts.pin) lines.push(line('return.pin'), { mono: pinText(facts.pin) })
  if (open) lines.push(item('pages.my-data.appointment', { when: open.startsAt }))
  for (const { scope, givenAt } of facts.consents) {
    const what: Value = { key: PURPOSES[scope] ?? 'pages.my-data.appointment' }
    lines.push(line('pages.my-data.consent', { when: { when: givenAt }, what }))
  }
  if (facts.waiting) lines.push(line('waiting.title'), ...wishLines(facts.waiting, facts))
  lines.push(GAP, line('pages.my-data.chat'), line('pages.my-data.notes'))
  return {
    id: 'my-data',
    lines,
    rows: [...rows(talk, facts), ...(facts.party.length > 1 ? partyRow(facts) : []), FOOTER],
  }
}

function answers(talk: Talk, { profile }: Facts): Line[] {
  return wholeQuestionnaire(profile, talk.cityQuestions ?? []).flatMap((q) => {
    const value = answerText(q, talk.answers[q.id], profile)
    return value === undefined ? [] : [named(nameOf(q), value)]
  })
}

const item = (key: string, value: Value): Line => named({ key }, value)

function named(name: Value, value: Value): Line {
  return { text: say('pages.my-data.item', { name, value }) }
}

function rows(talk: Talk, facts: Facts): Button[][] {
  const rows: Button[][] = [[button('pages.my-data.button.export', { do: 'export' })]]
  const open = openAppointment(facts)
  if (open?.remind || talk.agreed.reminders) {
    const off = { do: 'withdraw', scope: 'reminders' } as const
    rows.push([button('pages.my-data.button.reminders-off', off)])
  }
  if (open) rows.push(...remindRow(open, facts))
  if (facts.waiting) rows.push([button('waiting.button.stop', { do: 'stop-waiting' })])
  // Told after the time, or with the consent that reading is hard.
  if (talk.agreed.details || talk.answers.needs) {
    rows.push([button('pages.my-data.button.withdraw', { do: 'withdraw', scope: 'details' })])
  }
  // With an appointment it stands there.
  if (talk.ref && !open) rows.push(...newPinRow(facts))
  rows.push([button('pages.my-data.button.hide', { do: 'hide' })])
  rows.push([button('pages.my-data.button.delete', { do: 'open', page: 'delete' })])
  return rows
}
