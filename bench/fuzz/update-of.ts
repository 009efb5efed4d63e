// An update as Telegram would deliver it, for what was drawn and what the chat shows.

import type { Shown as ShownInChat } from './light-telegram.ts'
import { nextPress, type Person, type Press } from './person.ts'
import type { Recipe } from './updates.ts'

type Shown = ShownInChat | undefined

const walkers = new Map<number, Person>()

/** What somebody would press who has come to book; who has what they came for comes again. */
function walked(chat: number, shown: Shown): Press {
  const walker = walkers.get(chat)
  const press = walker && !walker.done ? nextPress(walker, shown) : null
  if (walker && press) {
    walker.presses += 1
    return press
  }
  const plan: Person['plan'] = chat % 3 === 0 ? ['move'] : chat % 3 === 1 ? ['cancel'] : []
  walkers.set(chat, { chat, plan, presses: 0, retries: 0 })
  return { text: '/start' }
}

export function updateOf(recipe: Recipe, id: number, chat: number, shown: Shown): unknown {
  const who = { id: chat, first_name: `Marke${chat}x`, is_bot: false, language_code: 'xq' }
  const home = { id: chat, type: 'private', first_name: who.first_name }
  const message = (fields: object, where: object = home) => ({
    message_id: 10_000_000 + id,
    date: 1,
    from: who,
    chat: where,
    ...fields,
  })
  const tap = (data: string) => ({
    update_id: id,
    callback_query: {
      id: String(id),
      from: who,
      data,
      ...(shown ? { message: { ...message({}), message_id: shown.messageId } } : {}),
    },
  })
  switch (recipe.do) {
    case 'tap':
      return tap(shown?.taps[recipe.which % Math.max(1, shown.taps.length)] ?? '1~on')
    case 'walk': {
      const press = walked(chat, shown)
      return 'data' in press ? tap(press.data) : { update_id: id, message: message(press) }
    }
    case 'forge':
      return tap(recipe.data)
    case 'mutate': {
      const data = shown?.taps[recipe.which % Math.max(1, shown.taps.length)] ?? '1~on'
      const at = recipe.at % (data.length + 1)
      return tap(data.slice(0, at) + recipe.char + data.slice(at + 1))
    }
    case 'text':
      return { update_id: id, message: message({ text: recipe.text }) }
    case 'mark':
      return { update_id: id, message: message({ text: `Marke${chat}x` }) }
    case 'command':
      return { update_id: id, message: message({ text: `/${recipe.name}` }) }
    case 'message':
      return { update_id: id, message: message(recipe.fields) }
    case 'edited':
      return { update_id: id, edited_message: message({ text: recipe.text }) }
    case 'group': {
      const where = { id: -chat, type: 'group', title: 'x' }
      return { update_id: id, message: message({ text: recipe.text }, where) }
    }
    case 'member': {
      const new_chat_member = { status: recipe.status, user: who }
      return { update_id: id, my_chat_member: { chat: home, from: who, date: 1, new_chat_member } }
    }
    case 'noise': {
      const { update } = recipe
      return typeof update === 'object' && update !== null ? { update_id: id, ...update } : update
    }
    case 'body':
      return recipe.body
    case 'again':
      return {}
  }
}
