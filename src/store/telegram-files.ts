// What Telegram calls the sounds a bot has sent, so that each is sent to it once.

import { type Database, toText, unlessThere } from './engine/database.ts'

export function createTelegramFiles({ telegramFile }: Database) {
  return {
    /** `null` where the bot has not sent this sound yet. */
    async find(bot: string, hash: string): Promise<string | null> {
      const row = await telegramFile.findUnique({ where: { bot_hash: { bot, hash } } })
      return row?.fileId ?? null
    },

    async keep(bot: string, hash: string, fileId: string, now: number): Promise<void> {
      await unlessThere(telegramFile.createMany({ data: { bot, hash, fileId, at: toText(now) } }))
    },

    /** Forgets one that Telegram knows no longer. */
    async forget(bot: string, hash: string): Promise<void> {
      await telegramFile.deleteMany({ where: { bot, hash } })
    },
  }
}
