import { describe, expect, it } from 'vitest'
import { start, TOKEN } from './start.ts'

describe('The Bot API', () => {
  it('says who the bot is', async () => {
    const { call } = start()
    expect((await call('getMe')).result).toMatchObject({ is_bot: true, username: 'lotse_demo_bot' })
  })

  it('turns HTML into text and entities and gives message ids that grow', async () => {
    const { call, acquaintance } = start()
    const chat_id = acquaintance().chat.id
    const text = '<b>Wo &amp; wann</b>: <a href="https://a.de">hier</a>&#33;'
    const first = await call('sendMessage', { chat_id, text, parse_mode: 'HTML' })
    expect(first.result).toMatchObject({
      text: 'Wo & wann: hier!',
      entities: [
        { type: 'bold', offset: 0, length: 9 },
        { type: 'text_link', offset: 11, length: 4, url: 'https://a.de' },
      ],
      chat: { id: chat_id, type: 'private' },
      date: Date.UTC(2026, 9, 5, 10) / 1000,
    })
    const second = await call('sendMessage', { chat_id, text: 'x' })
    const id = ({ result }: typeof first) => (result as { message_id: number }).message_id
    expect(id(second)).toBeGreaterThan(id(first))
  })

  it.each([
    ['query', (chat: number) => [`?chat_id=${chat}&text=hi`, {}] as const],
    [
      'urlencoded',
      (chat: number) => ['', new URLSearchParams({ chat_id: `${chat}`, text: 'hi' })] as const,
    ],
    ['multipart', (chat: number) => ['', form({ chat_id: `${chat}`, text: 'hi' })] as const],
  ])('takes parameters as %s', async (_, request) => {
    const { api, acquaintance, world } = start()
    const chatId = acquaintance().chat.id
    const [query, body] = request(chatId)
    const init =
      body instanceof FormData || body instanceof URLSearchParams ? { method: 'POST', body } : {}
    const response = await api.request(`/bot${TOKEN}/sendMessage${query}`, init)
    expect(response.status).toBe(200)
    expect([...world.chats.find(chatId).messages.values()].at(-1)?.text).toBe('hi')
  })

  it('takes structures as JSON text in a form', async () => {
    const { api, acquaintance } = start()
    const reply_markup = JSON.stringify({ inline_keyboard: [[{ text: 'a', callback_data: 'b' }]] })
    const body = form({ chat_id: `${acquaintance().chat.id}`, text: 'hi', reply_markup })
    const response = await api.request(`/bot${TOKEN}/sendMessage`, { method: 'POST', body })
    expect((await response.json()).result.reply_markup.inline_keyboard[0][0].text).toBe('a')
  })

  it('keeps an uploaded document, by field or attached, and gives it back', async () => {
    const { api, page, call, acquaintance } = start()
    const chat_id = `${acquaintance().chat.id}`
    for (const [field, extra] of [
      ['document', {}],
      ['part0', { document: 'attach://part0' }],
    ] as const) {
      const body = form({ chat_id, ...extra })
      body.append(field, new File(['BEGIN:VCALENDAR'], 'termin.ics'))
      const response = await api.request(`/bot${TOKEN}/sendDocument`, { method: 'POST', body })
      const { document } = (await response.json()).result
      expect(document).toMatchObject({ file_name: 'termin.ics', mime_type: 'text/calendar' })
      const content = await page.request(`/files/${document.file_id}`)
      expect(await content.text()).toBe('BEGIN:VCALENDAR')
      expect((await call('sendDocument', { chat_id, document: document.file_id })).ok).toBe(true)
    }
  })

  it('sends places', async () => {
    const { call, acquaintance } = start()
    const chat_id = acquaintance().chat.id
    const place = { chat_id, latitude: 51.43, longitude: '6.76' }
    const location = { latitude: 51.43, longitude: 6.76 }
    expect(
      (await call('sendVenue', { ...place, title: 'RSC', address: 'Hufstraße 1' })).result,
    ).toMatchObject({ location, venue: { location, title: 'RSC', address: 'Hufstraße 1' } })
  })

  it('keeps the profile by language and scope', async () => {
    const { call, world } = start()
    const german = [{ command: 'start', description: 'Anfangen' }]
    const english = [{ command: 'start', description: 'Begin' }]
    await call('setMyCommands', { commands: english })
    await call('setMyCommands', { commands: german, language_code: 'de' })
    expect(world.profile.commandsFor('de')).toEqual(german)
    expect(world.profile.commandsFor('ar')).toEqual(english)
    await call('setMyCommands', { commands: [], language_code: 'de' })
    expect(world.profile.commandsFor('de')).toEqual(english)
    await call('setMyDescription', { description: 'Hilft' })
    await call('setMyShortDescription', { short_description: 'Kurz', language_code: 'de' })
    expect(world.profile.text('description', 'ar')).toBe('Hilft')
    expect(world.profile.text('short_description', 'de')).toBe('Kurz')
  })

  it('remembers the calls of the bot, the refused ones with the reason', async () => {
    const { call, world } = start()
    await call('getMe')
    await call('sendMessage', { text: 'hi' })
    expect(world.calls().map(({ method }) => method)).toEqual(['getMe', 'sendMessage'])
    expect(world.calls('sendMessage')[0]?.error).toMatch(/chat_id is empty/)
  })
})

function form(fields: Record<string, string>) {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}
