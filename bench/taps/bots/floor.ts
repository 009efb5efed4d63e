// The floor: bare grammY and Hono, state in memory. Forgets everything when it ends.

import { serve } from '@hono/node-server'
import { Bot, webhookCallback } from 'grammy'
import { Hono } from 'hono'
import { client, type Language, languageOf, screen } from './form.ts'

const { env } = process
const bot = new Bot(env['BOT_TOKEN'] ?? '', { client: client() })
const chats = new Map<number, { language: Language; answers: number[] }>()

bot.command('start', async (ctx) => {
  chats.set(ctx.chat.id, { language: 'de', answers: [] })
  const { text, options } = screen('de', 0)
  await ctx.reply(text, options)
})

bot.callbackQuery(/^f:(\d+):(\d+)$/, async (ctx) => {
  const [step, option] = [Number(ctx.match[1]), Number(ctx.match[2])]
  const state = chats.get(ctx.from.id) ?? { language: 'de', answers: [] }
  if (step === 0) state.language = languageOf(option)
  state.answers[step] = option
  chats.set(ctx.from.id, state)
  const { text, options } = screen(state.language, step + 1)
  await Promise.all([ctx.answerCallbackQuery(), ctx.editMessageText(text, options)])
})

const app = new Hono()
app.get('/readyz', (c) => c.json({ ready: true }))
app.post('/telegram', webhookCallback(bot, 'hono', { secretToken: env['WEBHOOK_SECRET'] ?? '' }))
serve({ fetch: app.fetch, port: Number(env['PORT']), hostname: env['HOST'] ?? '' })
