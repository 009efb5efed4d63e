// "Did you mean …?": what was typed or shared is near to something that can be pressed.

import {
  type Answering,
  type Button,
  button,
  type Line,
  PERSON,
  type Screen,
  SOS,
} from '../screen.ts'
import type { Carried, LobbyPage, Tap } from '../tap.ts'
import { say, type Text } from '../text.ts'

/** Stands in front of the place where the person is; a press of one of the buttons answers there. */
export function showNear(asks: Text, near: readonly Answering[]): Screen {
  return {
    id: 'near',
    lines: [{ text: asks, strong: true }],
    rows: [
      ...near.map(({ style: _, ...plain }) => [plain]),
      [button('common.button.none-of-these', { do: 'here' })],
      [SOS, PERSON],
    ],
  }
}

type Agree = Extract<Tap, { do: 'agree' }>

/** The same before the consent; `none`: what leads on where it is none of them. */
export function showLobbyNear(near: readonly Answering[], asked: Screen, language: string): Screen {
  const taps = asked.rows.flat().flatMap((button) => ('tap' in button ? [button.tap] : []))
  const agree = taps.find((tap) => tap.do === 'agree')
  const { do: _, language: __, ...from } = agree ?? ({} as Partial<Agree>)
  const to = (key: string, page: LobbyPage): Button =>
    button(key, { do: 'lobby', language, page, ...from })
  return {
    id: 'lobby.near',
    lines: [{ text: say('notice.did-you-mean'), strong: true }],
    rows: [
      ...near.map(({ style: _, ...plain }) => [plain]),
      [to('common.button.none-of-these', 'consent'), to('common.button.sos', 'danger')],
    ],
    ...(asked.of ? { of: asked.of } : {}),
  }
}

/** Languages somebody may have meant by what they typed, each asked about in itself. */
export function showLanguagesNear(
  near: readonly Answering[],
  first: string,
  from: Carried,
): Screen {
  const asks = near.map(
    ({ language = first }): Line => ({ text: say('notice.did-you-mean'), language }),
  )
  const to = (key: string, page: LobbyPage): Button => ({
    label: say(key),
    language: first,
    tap: { do: 'lobby', language: first, page, ...from },
  })
  return {
    id: 'language-menu.near',
    lines: asks,
    rows: [
      ...near.map((button) => [button]),
      [to('common.button.back', 'languages'), to('common.button.sos', 'sos')],
    ],
  }
}
