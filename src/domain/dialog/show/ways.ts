// By which ways a person hears of what changes, said as it is: nothing comes by itself to who has no chat.

import { phoneText } from '../../people/phone.ts'
import { openAppointment } from '../booking.ts'
import { type Button, button, type Line, line, type Screen, strong } from '../screen.ts'
import type { Facts, Talk } from '../talk.ts'

type Known = Pick<Facts, 'hasChat' | 'doors'>

/** Where no message arrives: that one has to look. */
export function lookLines({ hasChat }: Pick<Facts, 'hasChat'>): Line[] {
  return hasChat ? [] : [line('ways.look')]
}

/** The way to being told, where nothing comes by itself. */
export function waysRow({ hasChat }: Pick<Facts, 'hasChat'>): Button[][] {
  return hasChat ? [] : [[button('ways.button.ways', { do: 'open', page: 'ways' })]]
}

/** From a chat to a page in the browser. */
export function onPageRow({ hasChat, doors }: Known): Button[][] {
  return hasChat && doors.page ? [[button('ways.button.page', { do: 'tie', to: 'page' })]] : []
}

/** How one is told, and what can be added: a chat, or a number. */
export function showWays(facts: Facts, talk: Talk): Pick<Screen, 'lines' | 'rows'> {
  const { hasChat, doors } = facts
  const { phone } = talk
  const toChat = !hasChat && doors.chat
  return {
    lines: [
      strong('ways.title'),
      line(hasChat ? 'ways.by-chat' : 'ways.look'),
      ...(openAppointment(facts) && !hasChat ? [line('page.reminded')] : []),
      ...(phone ? [line('ways.by-phone'), { phone: phoneText(phone) }] : []),
    ],
    rows: [
      ...(toChat ? [[button('ways.button.chat', { do: 'tie', to: 'chat' }, 'primary')]] : []),
      ...onPageRow(facts),
      phone
        ? [button('ways.button.no-number', { do: 'number', keep: 'no' })]
        : [button('ways.button.number', { do: 'number', keep: 'yes' })],
      [button('pages.help.button.appointment', { do: 'appointment' })],
    ],
  }
}
