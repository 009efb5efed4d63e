// What stands on the page of somebody who has no chat: worded when they look, and read with the next press.

import type { Deps } from '../../deps.ts'
import type { LoadedPerson } from '../../domain/dialog/kept-talk.ts'
import { button, type Screen } from '../../domain/dialog/screen.ts'
import { asPage } from '../../domain/dialog/show/on-page.ts'
import { about } from '../../domain/dialog/show/party.ts'
import type { City } from '../city.ts'
import { MESSAGE_KINDS } from './message-kinds.ts'

type Reader = Pick<LoadedPerson, 'language' | 'party'>

/** A kept message as it is by now; without a screen it says nothing that still holds. */
type Standing = { id: number; screen: Screen | null }

/**
 * The oldest message to somebody behind the address that was not read yet, with the way on; `null` where there
 * is none. Writes nothing: who looks has not pressed anything.
 */
export async function unreadFor(deps: Deps, city: City, reader: Reader): Promise<Screen | null> {
  for await (const { screen } of standing(deps, city, reader)) if (screen) return screen
  return null
}

/** Notes that a message was read, with those that say the same, or nothing that holds any more. May run twice. */
export async function noteRead(deps: Deps, city: City, reader: Reader, id: number): Promise<void> {
  const all: Standing[] = []
  for await (const one of standing(deps, city, reader)) all.push(one)
  const said = ({ screen }: Standing) => JSON.stringify(screen?.lines)
  const read = all.find((one) => one.id === id && one.screen)
  const same = all.filter((one) => read && one.screen && said(one) === said(read))
  const over = all.filter(({ screen }) => !screen)
  const ids = (list: readonly Standing[]) => list.map((one) => one.id)
  if (same.length + over.length === 0) return
  await deps.store.outbox.markRead(ids(same), ids(over), deps.clock.now())
}

async function* standing(deps: Deps, city: City, reader: Reader): AsyncGenerator<Standing> {
  const { language, party } = reader
  const now = deps.clock.now()
  for (const kept of await deps.store.outbox.kept(party.map(({ id }) => id))) {
    const { id, personId, kind } = kept
    const theirs = party.map((one) => ({ ...one, isMeant: one.id === personId }))
    const message = { ...kept, language, party: theirs, hasChat: false }
    const composed = await MESSAGE_KINDS[kind]?.(deps, city, message, now)
    const isShown = composed && 'screen' in composed && !('group' in composed)
    const words = isShown && composed.toAll ? 'in-buttons' : 'in-words'
    yield { id, screen: isShown ? about(asPage(onPage(composed.screen, id)), theirs, words) : null }
  }
}

/** With the way on before the last row; whatever is pressed, it is read. */
function onPage(screen: Screen, id: number): Screen {
  const on = [button('ways.button.read', { do: 'here' }, 'primary')]
  const rows = [...screen.rows.slice(0, -1), on, ...screen.rows.slice(-1)]
  return { ...screen, rows, unread: id }
}
