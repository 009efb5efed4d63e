import { describe, expect, it } from 'vitest'
import { readUpdate } from '../../src/telegram/read-update.ts'

const bot = { id: 7, is_bot: true, first_name: 'Other' }
const update = (message: object) => ({ update_id: 1, message }) as never

describe('another bot', () => {
  const alone = { id: 7, type: 'private', first_name: 'Other' }
  const group = { id: -1, type: 'supergroup', title: 'Familie' }

  it('gets no answer, or the two would answer each other without end', () => {
    const said = { message_id: 1, date: 1, from: bot, chat: alone, text: 'Hello' }
    expect(readUpdate(update(said))).toEqual({ kind: 'nothing' })
    const edited = { update_id: 1, edited_message: { ...said, edit_date: 2 } } as never
    expect(readUpdate(edited)).toEqual({ kind: 'nothing' })
    expect(readUpdate(update({ ...said, chat: group, text: '/start' }))).toMatchObject({
      addressed: false,
    })
  })

  it('is not who writes in a group in the name of the group', () => {
    const said = { message_id: 1, date: 1, from: bot, chat: group, sender_chat: group }
    expect(readUpdate(update({ ...said, text: '/start link_00' }))).toMatchObject({
      kind: 'group',
      addressed: true,
      code: 'link_00',
    })
  })
})

describe('a command', () => {
  const chat = { id: 7, type: 'private', first_name: 'Amal' }
  const from = { id: 7, is_bot: false, first_name: 'Amal' }
  const read = (text: string) =>
    readUpdate(update({ message_id: 1, date: 1, from, chat, text })) as { input?: object }

  it.each([
    ['/start', 'start'],
    ['/Start', 'start'],
    ['/HELP', 'help'],
    ['/appointment ', 'appointment'],
    [' /mydata', 'mydata'],
    ['/Delete@lotse_bot', 'delete'],
    ['／language', 'language'],
    ['/settings', 'language'],
    ['/Stop', 'mydata'],
    ['/cancel', 'appointment'],
    ['/menu', 'help'],
  ])('%j is %s', (text, command) => {
    expect(read(text).input).toEqual({ kind: 'command', command })
  })

  it('keeps what a link brought, whatever its case', () => {
    expect(read('/START ho-school')).toMatchObject({ source: 'ho-school' })
  })

  it.each(['/nonsense', '/constructor', '/__proto__'])('%s is none there is', (text) => {
    expect(read(text).input).toMatchObject({ kind: 'unreadable', what: 'other' })
  })

  it.each(['start', '7/8', '/ help'])('%s is words', (text) => {
    expect(read(text).input).toEqual({ kind: 'text', text })
  })
})
