import { describe, expect, it } from 'vitest'
import { start, TOKEN } from './start.ts'

const CHAT = 7_000_001
const button = (extra: object) => ({ inline_keyboard: [[{ text: 'Yes', ...extra }]] })
const send = (extra: object) => ({ chat_id: CHAT, text: 'hi', ...extra })
const keyboard = (extra: object) => send({ reply_markup: button(extra) })

const REFUSED: [string, Record<string, unknown>, RegExp][] = [
  ['sendMessage', { chat_id: CHAT }, /message text is empty/],
  ['sendMessage', { text: 'hi' }, /chat_id is empty/],
  ['sendMessage', { chat_id: 1, text: 'hi' }, /chat not found/],
  ['sendMessage', { chat_id: '@channel', text: 'hi' }, /chat not found/],
  ['sendMessage', { chat_id: {}, text: 'hi' }, /"chat_id" must be of type Integer/],
  ['sendMessage', send({ text: 5 }), /"text" must be of type String/],
  ['sendMessage', send({ text: '' }), /text is empty/],
  ['sendMessage', send({ text: ' \n' }), /text must be non-empty/],
  ['sendMessage', send({ text: 'x'.repeat(4097) }), /message is too long/],
  ['sendMessage', send({ parse_mod: 'HTML' }), /unknown field "parse_mod"/],
  ['sendMessage', send({ parse_mode: 'Markdown' }), /unsupported parse_mode/],
  ['sendMessage', send({ text: 'a <b>b', parse_mode: 'HTML' }), /end tag .* start tag "b"/],
  [
    'sendMessage',
    send({ text: 'ä </b>', parse_mode: 'HTML' }),
    /Unexpected end tag at byte offset 3/,
  ],
  [
    'sendMessage',
    send({ text: '<b>b</i>', parse_mode: 'HTML' }),
    /expected "<\/b>", found "<\/i>"/,
  ],
  [
    'sendMessage',
    send({ text: '<div>b</div>', parse_mode: 'HTML' }),
    /Unsupported start tag "div"/,
  ],
  ['sendMessage', send({ text: '1 <', parse_mode: 'HTML' }), /Unclosed start tag/],
  ['sendMessage', send({ text: '<span>b</span>', parse_mode: 'HTML' }), /class "tg-spoiler"/],
  [
    'sendMessage',
    send({ entities: [{ type: 'bold', offset: 1, length: 2 }] }),
    /outside of the text/,
  ],
  ['sendMessage', send({ reply_parameters: { message_id: 99 } }), /replied not found/],
  ['sendMessage', send({ reply_markup: '{' }), /can't parse JSON/],
  ['sendMessage', send({ reply_markup: [] }), /object expected as reply markup/],
  ['sendMessage', send({ reply_markup: { inline_keyboard: [] } }), /must not be empty/],
  ['sendMessage', send({ reply_markup: { inline_keyboard: [[]] } }), /row must not be empty/],
  ['sendMessage', send({ reply_markup: { inline_keyboard: [{}] } }), /must be of type Array/],
  ['sendMessage', send({ reply_markup: { inline_keyboard: [['a']] } }), /must be of type Object/],
  [
    'sendMessage',
    send({ reply_markup: { inline_keyboard: [[{ url: 'a.de' }]] } }),
    /find field "text"/,
  ],
  ['sendMessage', keyboard({ text: ' ', callback_data: 'a' }), /text must be non-empty/],
  ['sendMessage', keyboard({}), /Text buttons are unallowed/],
  ['sendMessage', keyboard({ callback_data: 'a', url: 'https://a.de' }), /exactly one action/],
  ['sendMessage', keyboard({ callback_data: '' }), /BUTTON_DATA_INVALID/],
  ['sendMessage', keyboard({ callback_data: 'x'.repeat(65) }), /BUTTON_DATA_INVALID/],
  ['sendMessage', keyboard({ callback_data: 'ش'.repeat(33) }), /BUTTON_DATA_INVALID/],
  ['sendMessage', keyboard({ url: 'nowhere' }), /Wrong HTTP URL/],
  ['sendMessage', keyboard({ copy_text: { text: 'x'.repeat(257) } }), /1-256 characters/],
  ['sendMessage', keyboard({ copy_text: { text: '' } }), /1-256 characters/],
  ['sendMessage', keyboard({ callback_data: 'a', style: 'green' }), /invalid button style/],
  ['sendMessage', keyboard({ callback_data: 'a', colour: 'x' }), /unknown field .*colour/],
  [
    'sendMessage',
    send({
      reply_markup: { inline_keyboard: Array(101).fill([{ text: 'a', callback_data: 'a' }]) },
    }),
    /reply markup is too long/,
  ],
  ['sendMessage', send({ reply_markup: { keyboard: [['']] } }), /text must be non-empty/],
  ['editMessageText', { chat_id: CHAT, text: 'x' }, /message identifier is not specified/],
  ['editMessageText', { chat_id: CHAT, message_id: 99, text: 'x' }, /message to edit not found/],
  ['deleteMessage', { chat_id: CHAT, message_id: 99 }, /message to delete not found/],
  ['deleteMessage', { chat_id: CHAT }, /message identifier is not specified/],
  ['answerCallbackQuery', { callback_query_id: 'x' }, /query is too old .* invalid/],
  ['answerCallbackQuery', {}, /query is too old/],
  ['answerCallbackQuery', { callback_query_id: 'x', text: 'x'.repeat(201) }, /MESSAGE_TOO_LONG/],
  ['sendVenue', { chat_id: CHAT, latitude: 51.4 }, /longitude is empty/],
  ['sendVenue', { chat_id: CHAT, latitude: 151.4, longitude: 6.7 }, /wrong latitude/],
  [
    'sendVenue',
    { chat_id: CHAT, latitude: 51, longitude: 6, title: 'RSC' },
    /"address" is required/,
  ],
  ['sendVoice', { chat_id: CHAT }, /no voice in the request/],
  ['sendVoice', { chat_id: CHAT, voice: 'file-99' }, /wrong file identifier/],
  ['sendVoice', { chat_id: CHAT, voice: 'x', sound: 'y' }, /unknown field "sound"/],
  ['sendDocument', { chat_id: CHAT }, /no document in the request/],
  ['sendDocument', { chat_id: CHAT, document: 'file-99' }, /wrong file identifier/],
  ['sendDocument', { chat_id: CHAT, document: 'https://a.de/x' }, /failed to get HTTP URL/],
  [
    'sendDocument',
    { chat_id: CHAT, document: 'x', caption: 'x'.repeat(1025) },
    /caption is too long/,
  ],
  ['setMyCommands', {}, /"commands" is required/],
  ['setMyCommands', { commands: [{ command: 'Start', description: 'x' }] }, /BOT_COMMAND_INVALID/],
  [
    'setMyCommands',
    { commands: [{ command: 'x'.repeat(33), description: 'x' }] },
    /COMMAND_INVALID/,
  ],
  ['setMyCommands', { commands: [{ command: 'start', description: '' }] }, /DESCRIPTION_INVALID/],
  ['setMyCommands', { commands: [{ command: 'start' }] }, /find field "description"/],
  ['setMyCommands', { commands: Array(101).fill({ command: 'a', description: 'b' }) }, /TOO_MUCH/],
  ['setMyCommands', { commands: [], language_code: 'deu' }, /invalid language code/],
  ['setMyDescription', { description: 'x'.repeat(513) }, /description is too long/],
  [
    'setMyShortDescription',
    { short_description: 'x'.repeat(121) },
    /short description is too long/,
  ],
  ['setWebhook', { url: 'https://a.de/t', secret_token: 'no spaces' }, /unallowed characters/],
  ['setWebhook', { url: 'http://a.de/t' }, /HTTPS URL must be provided/],
  ['setWebhook', { url: 'nowhere' }, /invalid webhook URL/],
  ['setWebhook', { url: 'https://a.de/t', max_connections: 101 }, /between 1 and 100/],
  ['setWebhook', {}, /"url" is required/],
]

describe('The Bot API refuses', () => {
  it.each(REFUSED)('%s %j', async (method, params, description) => {
    const { call, acquaintance } = start()
    expect(acquaintance().chat.id).toBe(CHAT)
    const answer = await call(method, params)
    expect(answer).toMatchObject({ status: 400, ok: false, error_code: 400 })
    expect(answer.description).toMatch(/^Bad Request: /)
    expect(answer.description).toMatch(description)
  })

  it('a wrong token with 401 and an unknown method with 404', async () => {
    const { call } = start()
    expect(await call('getMe', {}, '1:wrong')).toMatchObject({ status: 401, error_code: 401 })
    expect(await call('sendPoem')).toMatchObject({
      status: 404,
      description: 'Not Found: method not found',
    })
    expect(await call('GETME')).toMatchObject({ status: 200, ok: true })
  })

  it('an edit that changes nothing, and one of a message that is not the bot’s own', async () => {
    const { call, world } = start()
    const person = world.person({ name: 'Amal' })
    const conversation = world.chats.find(person.chat.id)
    const hers = world.chats.post(conversation, person.user, { text: 'hello' })
    const chat_id = person.chat.id
    const reply_markup = button({ callback_data: 'yes' })
    const { result } = await call('sendMessage', {
      chat_id,
      text: '<b>hi</b>',
      parse_mode: 'HTML',
      reply_markup,
    })
    const { message_id } = result as { message_id: number }
    const same = {
      chat_id,
      message_id,
      text: 'hi',
      entities: [{ type: 'bold', offset: 0, length: 2 }],
      reply_markup,
    }
    expect((await call('editMessageText', same)).description).toMatch(/message is not modified/)
    expect((await call('editMessageText', { ...same, text: 'ho' })).ok).toBe(true)
    const bare = { ...same, reply_markup: { inline_keyboard: [] } }
    expect((await call('editMessageText', bare)).ok).toBe(true)
    expect(
      (await call('editMessageText', { ...same, message_id: hers.message_id })).description,
    ).toMatch(/message can't be edited/)
  })

  it('deleting a message that is older than 48 hours', async () => {
    const { call, acquaintance, advance } = start()
    const chat_id = acquaintance().chat.id
    const { result } = await call('sendMessage', { chat_id, text: 'hi' })
    const { message_id } = result as { message_id: number }
    advance(48 * 3_600_000 + 1000)
    expect((await call('deleteMessage', { chat_id, message_id })).description).toMatch(
      /message can't be deleted for everyone/,
    )
  })

  it('to write to who blocked the bot or never started it', async () => {
    const { call, acquaintance, world } = start()
    const stranger = world.person({ name: 'Azad' })
    expect(await call('sendMessage', { chat_id: stranger.chat.id, text: 'hi' })).toMatchObject({
      error_code: 403,
      description: "Forbidden: bot can't initiate conversation with a user",
    })
    const chat_id = acquaintance().chat.id
    world.chats.setBlocked(world.chats.find(chat_id), true)
    for (const [method, params] of Object.entries({
      sendMessage: { text: 'hi' },
      sendDocument: { document: 'file-1' },
      sendVoice: { voice: 'file-1' },
    })) {
      expect(await call(method, { chat_id, ...params })).toMatchObject({
        error_code: 403,
        description: 'Forbidden: bot was blocked by the user',
      })
    }
  })

  it('to write to a group it is no longer in', async () => {
    const { call, world } = start()
    const chat_id = world.group({ title: 'Family' }).chat.id
    expect((await call('sendMessage', { chat_id, text: 'hi' })).ok).toBe(true)
    world.chats.setBlocked(world.chats.find(chat_id), true)
    expect(await call('sendMessage', { chat_id, text: 'hi' })).toMatchObject({
      error_code: 403,
      description: 'Forbidden: bot is not a member of the group chat',
    })
  })

  it('an answer to a tap that comes after a minute', async () => {
    const { call, acquaintance, world, advance } = start()
    const chatId = acquaintance().chat.id
    const [early, late] = [world.openQuery(chatId, 1, 'a'), world.openQuery(chatId, 1, 'b')]
    expect(await call('answerCallbackQuery', { callback_query_id: early })).toMatchObject({
      ok: true,
    })
    advance(61_000)
    expect((await call('answerCallbackQuery', { callback_query_id: late })).description).toMatch(
      /query is too old/,
    )
  })

  it('a body it cannot read', async () => {
    const { api } = start()
    const post = async (type: string, body: string) =>
      (
        await api.request(`/bot${TOKEN}/getMe`, {
          method: 'POST',
          headers: { 'content-type': type },
          body,
        })
      ).status
    expect(await post('application/json', '{')).toBe(400)
    expect(await post('application/json', '[]')).toBe(400)
    expect(await post('text/plain', 'hello')).toBe(400)
    expect(await post('multipart/form-data; boundary=x', 'nonsense')).toBe(400)
  })
})
