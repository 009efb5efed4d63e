// Before the consent: nothing is stored, so every button carries the language itself.

import type { CryKind } from '../../danger/cry-list.ts'
import { type Button, button, type Line, line, type Screen, strong } from '../screen.ts'
import type { Facts } from '../talk.ts'
import type { Carried, LobbyPage } from '../tap.ts'
import { say, withIcon } from '../text.ts'
import { centreLines, openLines, whoLines } from './centres.ts'
import { callRows, dangerLines } from './danger.ts'
import { showLanguageMenu } from './languages.ts'
import { responsibleLines } from './responsible.ts'
import { broughtLines } from './topic.ts'

/**
 * The numbers for danger before the consent; with `heard`, what was typed brought them: nothing of it
 * is kept.
 */
export function showLobbyDanger(
  language: string,
  facts: Facts,
  { danger: _, ...from }: Carried = {},
  heard?: CryKind,
  via: LobbyPage = 'consent',
): Screen {
  const to = (key: string, page: LobbyPage, also: Carried & { via?: LobbyPage } = {}): Button =>
    button(key, { do: 'lobby', language, page, ...from, ...also })
  return {
    id: 'lobby.danger',
    keep: true,
    lines: dangerLines(facts, language, heard),
    rows: [
      ...callRows(facts, language, heard),
      [to('danger.button.walk-in', 'centres', { via: 'danger' })],
      [to('danger.button.time', 'consent', { danger: heard ?? 'pressed' })],
      ...(heard ? [[to('danger.button.all', 'danger')]] : []),
      [to(heard ? 'danger.button.not-meant' : 'common.button.back', via)],
    ],
  }
}

/** What this is, who reads it, what is stored; agree, do not agree, read more; and what is open to all. */
export function showLobby(
  page: LobbyPage,
  language: string,
  facts: Facts,
  { via = 'consent', ...from }: Carried & { via?: LobbyPage } = {},
): Screen {
  const to = (key: string, target: LobbyPage): Button =>
    button(key, { do: 'lobby', language, page: target, ...from })
  // Back from there leads here.
  const aside = (key: string, target: LobbyPage): Button =>
    button(key, { do: 'lobby', language, page: target, ...from, via: page })
  const agree: Button = button('lobby.consent.button.agree', { do: 'agree', language, ...from })
  const green: Button = { ...agree, style: 'success' }
  const back = to('common.button.back', via)
  const sos = aside('common.button.sos', 'danger')
  const addresses = aside('lobby.declined.button.centres', 'centres')
  switch (page) {
    case 'languages':
      return showLanguageMenu(facts, from)
    case 'consent': {
      const reading = say('questions.needs.option.cannot-read')
      const isSaid = from.reads === 'little'
      const [first, ...rest] = consentLines(facts, from.reads)
      const hard: Button = {
        label: withIcon(reading, READING),
        tap: { do: 'lobby', language, page, ...from, reads: 'little' },
      }
      return {
        id: isSaid ? 'consent.reading' : 'consent',
        lines: [first, ...broughtLines(from.topic), ...rest].flatMap((one) => one ?? []),
        rows: [
          [green],
          [
            to('lobby.consent.button.decline', 'declined'),
            aside('lobby.consent.button.more', 'more'),
          ],
          [isSaid ? addresses : hard],
          [to('lobby.consent.button.languages', 'languages'), sos],
        ],
      }
    }
    case 'more':
      return {
        id: 'consent.more',
        lines: privacyLines(facts, language),
        rows: [[green], [aside('lobby.responsible.title', 'responsible')], [back, sos]],
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
          [to('lobby.erased.button.again', 'consent')],
          [to('lobby.consent.button.languages', 'languages'), sos],
        ],
      }
    case 'centres':
      return {
        id: 'lobby.centres',
        lines: [
          strong('centres.title'),
          ...openLines(facts),
          ...centreLines(facts, 'all', language),
        ],
        rows: [[back, sos]],
      }
    case 'danger':
      return showLobbyDanger(language, facts, from, undefined, via)
    case 'sos':
      return showLanguageMenu(facts, from, 'danger')
  }
}

/** What a person reads before they agree; shorter, and where to go instead, where reading is hard. */
export function consentLines(
  { profile }: Pick<Facts, 'profile'>,
  reads?: Carried['reads'],
): Line[] {
  const reading = say('questions.needs.option.cannot-read')
  return [
    ...(reads
      ? [strong('common.chosen', { option: reading }), line('lobby.declined.come')]
      : [line('lobby.consent.what', { city: profile.city })]),
    line('lobby.consent.who-reads'),
    line('lobby.consent.stored'),
    line('lobby.consent.telegram'),
    ...(reads ? [] : [line('lobby.consent.decide')]),
    line('lobby.consent.ask'),
  ]
}

// As at the question it answers.
const READING = '📖'

/** Who reads what is said here, what is stored, and where it can be seen and deleted. */
export function privacyLines(facts: Facts, language: string): Line[] {
  return [
    strong('lobby.privacy.title'),
    line('lobby.privacy.who-reads'),
    ...whoLines(facts, language),
    line('lobby.privacy.stored'),
    line('lobby.privacy.telegram'),
    line('lobby.privacy.never'),
    line('lobby.privacy.delete'),
  ]
}

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
