// A press on 🔊 under a message that Lotse sent on its own accord: that message is heard, not where the talk is.

import type { Deps } from '../../deps.ts'
import { isFinal } from '../../domain/appointment/told.ts'
import type { LoadedPerson } from '../../domain/dialog/kept-talk.ts'
import { listenerIn } from '../../domain/dialog/listening.ts'
import type { City } from '../city.ts'
import { hearing } from '../outbox/aloud.ts'
import { sentScreen } from '../outbox/sent-screen.ts'
import type { Incoming, Reply } from './step.ts'
import { hasChat, talkOf } from './talk-rows.ts'

const NUMBER = /^\d{1,15}$/

/**
 * The message, to be heard; `undefined` where that is not what was pressed, or it no longer holds: then where the
 * person is, is heard. Changes nothing. Two statements and those of the message.
 */
export async function hearMessage(
  deps: Deps,
  city: City,
  { input, address }: Incoming,
  person: LoadedPerson,
): Promise<Reply | undefined> {
  const number = input.kind === 'tap' && input.tap.do === 'hear' ? input.tap.message : undefined
  if (!number || !NUMBER.test(number)) return undefined
  const { party } = person
  const people = party.map(({ id }) => id)
  const message = await deps.store.outbox.sent(people, Number(number))
  if (!message) return undefined
  const talk = person.intake && talkOf(person, person.intake)
  const language = talk?.language ?? person.language
  const to = party.map((one) => ({ ...one, isMeant: one.id === message.personId }))
  const reader = { language, party: to, hasChat: hasChat(deps, person, address.channel) }
  const screen = await sentScreen(deps, city, message, reader)
  if (!screen) return undefined
  return {
    language,
    screen,
    attachments: [],
    personId: message.personId,
    told: person.told.filter(({ verdict }) => !isFinal(verdict)).map((one) => one.message),
    hears: {
      ...listenerIn(talk ?? { language, answers: {} }),
      tap: hearing(message.id),
    },
  }
}
