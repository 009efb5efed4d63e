// What people said instead of writing: files in base64, sealed, kept once for each input. Up to 1.8 MB a row.

import type { SoundType, VoiceMessage } from '../domain/voice-message/voice-message.ts'
import { type Database, fromText, toText, unlessThere } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'
import { ADD_REPLY } from './sql/requests.ts'

export type NewVoiceMessage = Omit<VoiceMessage, 'at'> & {
  request: string
  personId: string
  /** It answers what staff wrote, and is one of those answers; `language` is what the person reads. */
  asReply?: { language: string }
  file: Uint8Array
}

const isTold = { omit: { sealed: true, intakeId: true } } as const

export function createVoiceMessages(db: Database, seal: Seal) {
  const { voiceMessage, intake } = db
  return {
    /** Keeps a message with a request, where that is the person's; whether it is there then. */
    async keep(message: NewVoiceMessage, now: number): Promise<boolean> {
      const { request, personId, asReply, file, ...rest } = message
      const isTheirs = (await intake.count({ where: { id: request, personId } })) > 0
      if (!isTheirs) return false
      const sealed = await seal.seal(file.toBase64())
      const createdAt = toText(now)
      const added = voiceMessage.createMany({
        data: { ...rest, intakeId: request, sealed, createdAt },
      })
      const changed = intake.updateMany({ where: { id: request }, data: { recordAt: createdAt } })
      if (!asReply) {
        await unlessThere(db.batch([added, changed]))
        return true
      }
      // Among the answers it stands without words.
      const words = await seal.seal('')
      const { language } = asReply
      const reply = ADD_REPLY(request, personId, message.input, language, words, createdAt)
      await unlessThere(db.batch([reply, added, changed]))
      return true
    },

    /** Whether the message that came with an input (by its name) is kept. */
    async isKept(input: string): Promise<boolean> {
      return (await voiceMessage.count({ where: { input } })) > 0
    },

    /** How many there are with a request. */
    async countOf(request: string): Promise<number> {
      return await voiceMessage.count({ where: { intakeId: request } })
    },

    /** Those of a request without their sound, the earliest first. */
    async of(request: string): Promise<VoiceMessage[]> {
      const rows = await voiceMessage.findMany({
        where: { intakeId: request },
        orderBy: { createdAt: 'asc' },
        ...isTold,
      })
      return rows.map(({ createdAt, type, ...row }) => ({
        ...row,
        type: type as SoundType,
        at: fromText(createdAt),
      }))
    },

    /** The file of one of a request; `null` where there is none. */
    async file(request: string, id: string): Promise<{ type: string; file: Uint8Array } | null> {
      const where = { id, intakeId: request }
      const row = await voiceMessage.findFirst({ where, select: { type: true, sealed: true } })
      return row && { type: row.type, file: Uint8Array.fromBase64(await seal.open(row.sealed)) }
    },

    /** All of a person with their files in base64, for the person. */
    async soundsOf(personId: string) {
      const rows = await voiceMessage.findMany({
        where: { intake: { personId } },
        orderBy: { createdAt: 'asc' },
        omit: { id: true, input: true },
      })
      return await Promise.all(
        rows.map(async ({ intakeId: request, sealed, ...row }) => ({
          request,
          ...row,
          file: await seal.open(sealed),
        })),
      )
    },
  }
}
