// What a team would build: grammY conversations, their state kept with Prisma in SQLite, tuned as
// Lotse's own.

import {
  type Conversation,
  type ConversationFlavor,
  conversations,
  createConversation,
} from '@grammyjs/conversations'
import { serve } from '@hono/node-server'
import { Bot, type Context, webhookCallback } from 'grammy'
import { Hono } from 'hono'
import { openDatabase } from '../../../src/store/engine/open-node.ts'
import { client, type Language, languageOf, STEPS, screen } from './form.ts'

type Ctx = ConversationFlavor<Context>

const { env } = process
const db = await openDatabase((env['DATABASE_URL'] ?? '').replace('file:', ''))
const bot = new Bot<Ctx>(env['BOT_TOKEN'] ?? '', { client: client() })

bot.use(
  conversations({
    storage: {
      type: 'key',
      adapter: {
        read: async (key) => {
          const row = await db.meta.findUnique({ where: { key } })
          return row ? JSON.parse(row.value) : undefined
        },
        write: async (key, state) => {
          const value = JSON.stringify(state)
          await db.meta.upsert({ where: { key }, create: { key, value }, update: { value } })
        },
        delete: async (key) => {
          await db.meta.deleteMany({ where: { key } })
        },
      },
    },
  }),
)

async function form(conversation: Conversation<Ctx, Context>, ctx: Context): Promise<void> {
  const answers: number[] = []
  let language: Language = 'de'
  const first = screen(language, 0)
  await ctx.reply(first.text, first.options)
  for (let step = 0; step < STEPS; step++) {
    const pressed = await conversation.waitForCallbackQuery(new RegExp(`^f:${step}:(\\d+)$`))
    const option = Number(pressed.match[1])
    if (step === 0) language = languageOf(option)
    answers.push(option)
    await conversation.external(() => save(ctx.chat?.id, { language, answers }))
    const { text, options } = screen(language, step + 1)
    await Promise.all([pressed.answerCallbackQuery(), pressed.editMessageText(text, options)])
  }
}

// As each is given: what was answered is there for staff, however the talk ends.
async function save(chat: number | undefined, given: object): Promise<void> {
  const key = `answers ${chat}`
  const value = JSON.stringify(given)
  await db.meta.upsert({ where: { key }, create: { key, value }, update: { value } })
}

bot.use(createConversation(form))
bot.command('start', (ctx) => ctx.conversation.enter('form'))

const app = new Hono()
app.get('/readyz', (c) => c.json({ ready: true }))
app.post('/telegram', webhookCallback(bot, 'hono', { secretToken: env['WEBHOOK_SECRET'] ?? '' }))
serve({ fetch: app.fetch, port: Number(env['PORT']), hostname: env['HOST'] ?? '' })
