// Before the consent: nothing is stored, so every button carries the language itself.

import type { HeardKinds } from '../../danger/cry-list.ts'
import { type Button, button, type Line, line, type Screen, strong } from '../screen.ts'
import type { Facts } from '../talk.ts'
import type { Carried, LobbyPage, Tap } from '../tap.ts'
import { say, withIcon } from '../text.ts'
import { ACCESSIBILITY, barrierLines, declarationLines } from './accessibility.ts'
import { centreAlone, centreNamed, choiceOfCentre } from './centre.ts'
import { openLines } from './centres.ts'
import { REST } from './choices.ts'
import { CRY, callRows, dangerLines, sectionLines } from './danger.ts'
import { showLanguageMenu } from './languages.ts'
import { anyPhoneLines } from './person.ts'
import { privacyAfter, privacyLines } from './privacy.ts'
import { responsibleLines } from './responsible.ts'
import { broughtLines } from './topic.ts'

/** The section of the consent where it is asked once more: with a person, and the way for who has a code. */
export const AGAIN = 'again'

/** Where "back" leads from a page, and which section of it is shown. */
type Aside = { via?: LobbyPage; section?: string }

/**
 * The numbers for danger before the consent; with `heard`, what was typed brought them: nothing of it
 * is kept.
 */
export function showLobbyDanger(
  language: string,
  facts: Facts,
  { danger: _, ...from }: Carried = {},
  heard?: HeardKinds,
  { via = 'consent', section }: Aside = {},
): Screen {
  const to = (key: string, page: LobbyPage, also: Carried & Aside = {}): Button =>
    button(key, { do: 'lobby', language, page, ...from, ...also })
  const call = callRows(facts, language, heard)
  const ways = [
    [to('danger.button.walk-in', 'centres', { via: 'danger' })],
    [to('danger.button.time', 'consent', { danger: heard ?? 'pressed' })],
  ]
  const hide = [to('danger.button.hide', 'hidden')]
  const screen = { id: 'lobby.danger', keep: true }
  if (heard) {
    const rows = [
      ...call,
      ...ways,
      hide,
      [to('danger.button.all', 'danger')],
      [to('danger.button.not-meant', via)],
    ]
    return { ...screen, lines: dangerLines(facts, language, heard), rows }
  }
  const back = section ? to('common.button.back', 'danger', { via }) : to('common.button.back', via)
  const next = section === CRY ? undefined : section === REST ? CRY : REST
  const more = next ? [[to('common.button.more', 'danger', { via, section: next })]] : []
  return {
    ...screen,
    lines: sectionLines(facts, language, section),
    rows: [...call, ...(section ? [] : [...ways, hide]), ...more, [back]],
  }
}

/** What this is, who reads it, what is stored; agree, do not agree, read more; and what is open to all. */
export function showLobby(
  page: LobbyPage,
  language: string,
  facts: Facts,
  { via = 'consent', section, ...from }: Carried & Aside = {},
): Screen {
  const at = (target: LobbyPage, also: Aside = {}): Tap =>
    ({ do: 'lobby', language, page: target, ...from, ...also }) as const
  const to = (key: string, target: LobbyPage): Button => button(key, at(target))
  // Back from there leads here.
  const aside = (key: string, target: LobbyPage): Button => button(key, at(target, { via: page }))
  const inPage = (other?: string): Tap => at(page, { via, ...(other ? { section: other } : {}) })
  const agree: Button = button('lobby.consent.button.agree', { do: 'agree', language, ...from })
  const green: Button = { ...agree, style: 'success' }
  const back = section ? button('common.button.back', inPage()) : to('common.button.back', via)
  const sos = aside('common.button.sos', 'danger')
  const addresses = aside('lobby.declined.button.centres', 'centres')
  // Who booked on a page or by telephone has a code, and is known here by nothing else.
  const code: Button[] = facts.publicUrl
    ? [{ label: say('return.button.have'), open: `${facts.publicUrl}/return?lang=${language}` }]
    : []
  const helped = [aside('common.button.person', 'person'), ...code]
  switch (page) {
    case 'languages':
      return showLanguageMenu(facts, from)
    case 'consent': {
      const reading = say('questions.needs.option.cannot-read')
      const isSaid = from.reads === 'little'
      const isAgain = section === AGAIN
      const [first, ...rest] = consentLines(facts, from.reads)
      const hard: Button = {
        label: withIcon(reading, READING),
        tap: { do: 'lobby', language, page, ...from, reads: 'little' },
      }
      return {
        id: isAgain ? 'consent.again' : isSaid ? 'consent.reading' : 'consent',
        lines: [
          ...(facts.isTrial ? [strong('facts.trial')] : []),
          ...[first, ...broughtLines(from.topic), ...rest].flatMap((one) => one ?? []),
        ],
        rows: [
          [green],
          [
            to('lobby.consent.button.decline', 'declined'),
            aside('lobby.consent.button.more', 'more'),
          ],
          isAgain ? helped : isSaid ? [aside('common.button.person', 'person'), addresses] : [hard],
          [to('lobby.consent.button.languages', 'languages'), sos],
        ],
      }
    }
    case 'more': {
      const next = privacyAfter(section)
      return {
        id: 'consent.more',
        lines: privacyLines(facts, language, section),
        rows: [
          [green],
          ...(next ? [[button('lobby.consent.button.more', inPage(next))]] : []),
          [aside('lobby.responsible.title', 'responsible')],
          ...(section === ACCESSIBILITY ? [[aside('barrier.title', 'barrier')]] : []),
          [back, sos],
        ],
      }
    }
    case 'responsible':
      return {
        id: 'consent.responsible',
        lines: responsibleLines(facts),
        rows: [[green], [back, sos]],
      }
    // A refusal is taken at its word: to agree after all is not what is pointed to.
    case 'declined':
      return {
        id: 'declined',
        lines: [strong('lobby.declined.title'), line('lobby.declined.come')],
        rows: [[addresses], [agree], [back, sos]],
      }
    case 'nothing':
      return {
        id: 'lobby.nothing',
        lines: [strong('lobby.nothing.title'), line('lobby.declined.come')],
        rows: [
          [addresses],
          helped,
          [to('lobby.erased.button.again', 'consent')],
          [to('lobby.consent.button.languages', 'languages'), sos],
        ],
      }
    case 'centres': {
      const one = centreNamed(facts.profile, section)
      const choice = one ? [] : choiceOfCentre(facts.profile, language, inPage, section)
      const open = section ? [] : openLines(facts)
      return {
        id: 'lobby.centres',
        lines: one ? centreAlone(facts, one, language) : [strong('centres.title'), ...open],
        rows: [...choice, [back, sos]],
      }
    }
    case 'person':
      return {
        id: 'lobby.person',
        lines: [strong('centres.person.title'), ...anyPhoneLines(facts, language)],
        rows: [...(code.length > 0 ? [code] : []), [addresses], [back, sos]],
      }
    case 'barrier':
      return {
        id: 'lobby.barrier',
        lines: [...barrierLines(), ...declarationLines(facts, language)],
        rows: [[back, sos]],
      }
    case 'barrier-sent':
      return {
        id: 'lobby.barrier-sent',
        lines: [strong('barrier.sent'), line('barrier.next')],
        rows: [[to('danger.button.on', 'consent')], [sos]],
      }
    case 'hidden':
      return {
        id: 'lobby.hidden',
        lines: hiddenLines(),
        rows: [[to('danger.button.on', 'consent')], [sos]],
      }
    case 'danger':
      return showLobbyDanger(language, facts, from, undefined, {
        via,
        ...(section ? { section } : {}),
      })
    case 'sos':
      return showLanguageMenu(facts, from, 'danger')
  }
}

/** What a person reads before they agree; shorter where reading is hard: whom to call instead is a button. */
export function consentLines(
  { profile }: Pick<Facts, 'profile'>,
  reads?: Carried['reads'],
): Line[] {
  const reading = say('questions.needs.option.cannot-read')
  return [
    reads
      ? strong('common.chosen', { option: reading })
      : line('lobby.consent.what', { city: profile.city }),
    line('lobby.consent.who-reads'),
    line('lobby.consent.stored'),
    line('lobby.consent.telegram'),
    ...(reads ? [] : [line('lobby.consent.decide')]),
    line('lobby.consent.ask'),
  ]
}

// As at the question it answers.
const READING = '📖'

/** After a chat was emptied: Telegram lets go of what is not older than two days, and of what can be found. */
export const hiddenLines = (): Line[] => [
  strong('pages.hidden.title'),
  line('pages.hidden.look'),
  line('lobby.erased.clear-chat'),
]

/** After everything was erased: how to clear the chat itself, and how to begin again. */
export function showErased(language: string): Screen {
  const lines: Line[] = [
    strong('lobby.erased.title'),
    line('lobby.erased.appointment'),
    line('lobby.erased.clear-chat'),
  ]
  return {
    id: 'erased',
    lines,
    rows: [
      [button('lobby.erased.button.again', { do: 'lobby', language, page: 'consent' })],
      [button('common.button.sos', { do: 'lobby', language, page: 'danger' })],
    ],
  }
}
