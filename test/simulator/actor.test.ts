import { Bot, InlineKeyboard, InputFile, webhookCallback } from 'grammy'
import { describe, expect, it } from 'vitest'
import { createActor } from '../support/actor.ts'
import { start, TOKEN } from './start.ts'

/** A real grammY bot behind a webhook, its own calls going to the simulator. */
async function withBot(set: (bot: Bot) => void) {
  let handle: (request: Request) => Promise<Response> = async () => new Response('')
  const simulator = start((url, init) => handle(new Request(url, init)))
  const bot = new Bot(TOKEN, { client: { fetch: simulator.telegramFetch as never } })
  set(bot)
  handle = webhookCallback(bot, 'std/http')
  await bot.api.setWebhook('https://bot.example/telegram')
  return { ...simulator, bot }
}

const menu = new InlineKeyboard()
  .text('\u2068Ja\u2069', 'yes')
  .text('Nein', 'no')
  .row()
  .copyText('Adresse', 'Hufstraße 1')
  .url('Stadt', 'https://duisburg.de')

function talkative(bot: Bot) {
  bot.command('start', (context) => context.reply('Hallo?', { reply_markup: menu }))
  bot.callbackQuery('yes', async (context) => {
    await context.answerCallbackQuery('Schön')
    await context.editMessageText('Danke')
    await context.replyWithDocument(new InputFile(new TextEncoder().encode('BEGIN'), 'termin.ics'))
  })
  bot.callbackQuery('no', (context) =>
    context.answerCallbackQuery({ text: 'Nein!', show_alert: true }),
  )
  bot.on('message:photo', (context) => context.deleteMessage())
  bot.on(['message:sticker', 'message:voice'], (context) => context.reply('Bitte schreiben'))
  bot.on('edited_message:text', (context) => context.reply(`statt: ${context.editedMessage.text}`))
  bot.on('my_chat_member', () => {})
  bot.on('message', () => {})
}

describe('An actor', () => {
  it('talks: sends, sees, taps, gets toasts and documents', async () => {
    const { world } = await withBot(talkative)
    const user = createActor(world, { name: 'Amal', languageCode: 'ar' })
    await user.sends('/start')
    const screen = user.sees('Hallo')
    expect(user.buttons()).toEqual(['\u2068Ja\u2069', 'Nein', 'Adresse', 'Stadt'])
    await user.taps('Ja')
    user.sees(/^Danke$/)
    user.sees('termin.ics')
    expect(user.screen()).toBeUndefined()
    expect(user.toasts()).toEqual([{ text: 'Schön', alert: false }])
    expect(user.documents()).toEqual([{ name: 'termin.ics', type: 'text/calendar', text: 'BEGIN' }])
    expect(user.transcript()).toContain('bot (edited): Danke')
    await user.taps(1, { message: screen })
    expect(user.toasts().at(-1)).toEqual({ text: 'Nein!', alert: true })
    expect(user.unansweredTaps()).toBe(0)
  })

  it('copies, opens links, and may forge data', async () => {
    const { world, bot } = await withBot(talkative)
    const forged: string[] = []
    bot.on('callback_query:data', (context) => {
      forged.push(context.callbackQuery.data)
    })
    const user = createActor(world)
    await user.sends('/start')
    await user.taps('Adresse')
    expect(user.clipboard()).toBe('Hufstraße 1')
    expect(await user.taps(/Stadt/)).toBe('https://duisburg.de')
    await user.tapsData('forged')
    expect(forged).toEqual(['forged'])
    expect(user.unansweredTaps()).toBe(1)
    await user.tapsData(/^ye/)
    user.sees('Danke')
    await expect(user.taps('Ja')).rejects.toThrow(/No button Ja in sight/)
  })

  it('says what it saw instead', async () => {
    const { world } = await withBot(talkative)
    const user = createActor(world)
    await user.sends('/start')
    expect(() => user.sees('Lebewohl')).toThrow(
      /does not see Lebewohl[\s\S]*bot: Hallo\?\n {4}\[.*Ja/,
    )
  })

  it('sends a photo, which may be deleted, a sticker, a voice, an edit', async () => {
    const { world } = await withBot(talkative)
    const user = createActor(world)
    await user.sendsPhoto()
    expect(user.messages()).toEqual([])
    await user.sendsSticker()
    user.sees('Bitte schreiben')
    await user.sendsVoice()
    user.sees('Bitte schreiben')
    await user.sends('47053')
    await user.edits('47119')
    user.sees('statt: 47119')
  })

  it('blocks and unblocks', async () => {
    const members: string[] = []
    const { world, bot } = await withBot((it) => {
      it.on('my_chat_member', (context) => {
        members.push(context.myChatMember.new_chat_member.status)
      })
      talkative(it)
    })
    const user = createActor(world)
    await user.sends('/start')
    await user.blocks()
    await expect(bot.api.sendMessage(user.chatId, 'hi')).rejects.toThrow(/403: Forbidden: bot was/)
    await expect(user.sends('hi')).rejects.toThrow(/has blocked the bot/)
    await user.unblocks()
    await bot.api.sendMessage(user.chatId, 'hi')
    expect(members).toEqual(['kicked', 'member'])
  })

  it('in a group is heard with commands only', async () => {
    const heard: unknown[] = []
    const { world } = await withBot((bot) =>
      bot.on('message', (context) => {
        heard.push([context.chat.type, context.message.text])
      }),
    )
    const group = world.group({ title: 'Familie' })
    const user = createActor(world, { group })
    await user.sends('hello all')
    await user.sends('/start@lotse_demo_bot')
    expect(heard).toEqual([['group', '/start@lotse_demo_bot']])
  })

  it('works with a bot that polls', async () => {
    const { world, telegramFetch } = start()
    const bot = new Bot(TOKEN, { client: { fetch: telegramFetch as never } })
    talkative(bot)
    const running = bot.start({ timeout: 5 })
    const user = createActor(world)
    await user.sends('/start')
    user.sees('Hallo')
    await bot.stop()
    await running
  })
})
