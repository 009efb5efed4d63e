// Pages that can be opened from anywhere: a person, help, hours, numbers, privacy, deleting.

import { isMinorAlone } from '../../questionnaire/triage.ts'
import { openAppointment } from '../booking.ts'
import { BACK, button, FOOTER, GAP, line, type Screen, SOS, strong } from '../screen.ts'
import type { Facts, Place, Talk } from '../talk.ts'
import type { Page } from '../tap.ts'
import { barrierLines } from './accessibility.ts'
import { moreOfAppointment } from './appointment.ts'
import { showCentre } from './centre.ts'
import { centreOf } from './centres.ts'
import { safePlaceLines } from './danger.ts'
import { hiddenLines } from './lobby.ts'
import { partyRow } from './party.ts'
import { showPerson, showWalkIn } from './person.ts'
import { privacyAfter, privacyLines } from './privacy.ts'
import { programmeLines } from './programmes.ts'
import { responsibleLines } from './responsible.ts'
import { codeLines } from './returning.ts'
import { showWay } from './way.ts'
import { lookLines, showWays, waysRow } from './ways.ts'

type Shown = Pick<Screen, 'lines' | 'rows' | 'pin'>

type OwnPage = Exclude<Page, 'my-data' | 'referral' | 'danger' | 'minor'>

/** One page; the way back leads to where the person was. */
export function showPage(talk: Talk, page: OwnPage, facts: Facts, section?: string): Screen {
  const { rows, ...shown } = PAGES[page](facts, talk, section)
  const footer = page === 'person' ? [BACK, SOS] : FOOTER
  return { id: page, ...shown, rows: [...rows, footer] }
}

const PAGES: Record<OwnPage, (facts: Facts, talk: Talk, section?: string) => Shown> = {
  person: showPerson,
  help: (facts) => ({
    lines: [
      strong('pages.help.title'),
      line('pages.help.what'),
      line('pages.help.free'),
      line('pages.help.decide'),
      line('pages.help.commands'),
    ],
    rows: [
      [button('pages.help.button.appointment', { do: 'appointment' }, 'primary')],
      ...partyRow(facts),
      [
        button('pages.help.button.language', { do: 'languages' }),
        button('pages.help.button.my-data', { do: 'open', page: 'my-data' }),
      ],
      [
        button('pages.help.button.numbers', { do: 'open', page: 'danger' }),
        button('pages.help.button.privacy', { do: 'open', page: 'privacy' }),
      ],
    ],
  }),
  'walk-in': showWalkIn,
  centre: (facts, talk, section) => showCentre(facts, talk.language, section),
  way: showWay,
  privacy: (facts, talk, section) => {
    const next = privacyAfter(section)
    const more = { do: 'open', page: 'privacy', section: next ?? '' } as const
    return {
      lines: privacyLines(facts, talk.language, section),
      rows: [
        [button('danger.button.on', { do: 'on' }, 'primary')],
        [button('lobby.responsible.title', { do: 'open', page: 'responsible' })],
        [
          button('pages.help.button.my-data', { do: 'open', page: 'my-data' }),
          ...(next ? [button('lobby.consent.button.more', more)] : []),
        ],
        // The first section fills a small phone.
        ...(section ? [[button('barrier.title', { do: 'open', page: 'barrier' })]] : []),
      ],
    }
  },
  responsible: (facts) => ({
    lines: responsibleLines(facts),
    rows: [[button('pages.help.button.privacy', { do: 'open', page: 'privacy' })]],
  }),
  ways: showWays,
  'appointment-more': (facts, talk) => moreOfAppointment(talk, facts),
  programmes: (facts, talk) => ({ lines: programmeLines(talk, facts), rows: [] }),
  delete: () => ({
    lines: [
      strong('pages.delete.title'),
      line('pages.delete.what'),
      line('pages.delete.appointment'),
    ],
    rows: [
      [button('pages.delete.button.yes', { do: 'delete-yes' })],
      [button('pages.my-data.button.hide', { do: 'hide' })],
    ],
  }),
  replied: ({ written, profile, party }) => ({
    lines: [
      strong('message.reply.title'),
      ...(written
        ? [line('message.reply.who', { centre: centreOf({ profile }, written.centre).name })]
        : []),
      line('centres.sent.when'),
      line('message.reply.no-emergency'),
      line('message.reply.more'),
    ],
    rows: [
      [button('danger.button.on', { do: 'on' }, 'primary')],
      [button('centres.person.button.numbers', { do: 'open', page: 'danger' })],
      ...(party.length > 1 ? partyRow({ party, profile }) : []),
    ],
  }),
  barrier: () => ({
    lines: barrierLines(),
    rows: [],
  }),
  'barrier-sent': () => ({
    lines: [strong('barrier.sent'), line('barrier.next')],
    rows: [[button('danger.button.on', { do: 'on' }, 'primary')]],
  }),
  hidden: () => ({
    lines: hiddenLines(),
    rows: [[button('danger.button.on', { do: 'on' })]],
  }),
}

/** Where a telephone number can be typed for a call-back. */
export function showPhone({ needed }: Extract<Place, { at: 'phone' }>): Screen {
  if (needed) return showNumber()
  return {
    id: 'phone',
    lines: [
      strong('centres.phone-number.title'),
      line('centres.phone-number.hint'),
      line('voice.hint'),
    ],
    rows: [[button('centres.person.button.chat', { do: 'call-back', by: 'chat' })], FOOTER],
  }
}

/** Where a number can be typed for when something changes: nobody has to. */
function showNumber(): Screen {
  return {
    id: 'phone.needed',
    lines: [
      strong('ways.number.title'),
      line('ways.number.why'),
      line('ways.number.german'),
      line('ways.number.sealed'),
      GAP,
      line('ways.number.how'),
    ],
    rows: [[button('common.button.skip', { do: 'back' })], FOOTER],
  }
}

/** The request has reached staff. A child who is alone need not wait for them: there is a safe place before. */
export function showSent(talk: Talk, facts: Facts): Screen {
  const next = openAppointment(facts)
    ? button('pages.help.button.appointment', { do: 'appointment' }, 'primary')
    : button('booking.appointment.button.times', { do: 'on' }, 'primary')
  return {
    id: 'sent',
    lines: [
      strong('centres.sent.title'),
      ...(talk.ref ? codeLines(talk.ref, facts) : []),
      line('centres.sent.when'),
      ...lookLines(facts),
      ...(isMinorAlone(talk.answers) ? [GAP, ...safePlaceLines(facts)] : []),
    ],
    rows: [[next], ...waysRow(facts), ...partyRow(facts), FOOTER],
  }
}
