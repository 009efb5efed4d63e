// Who lent their voice: their name is sealed, and all they said goes with them.

import type { Speaker } from '../domain/spoken/recording.ts'
import type { Speaker as Row } from '../generated/node/client.ts'
import { type Database, fromText, toText, unlessThere } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'

export function createSpeakers(db: Database, seal: Seal) {
  const { speaker, telegramFile, erased } = db

  const speakerOf = async (row: Row): Promise<Speaker> => {
    const { sealed, computer: isComputer, consentedAt, ...same } = row
    const name = sealed === null ? null : await seal.open(sealed)
    return { ...same, name, isComputer, consentedAt: fromText(consentedAt) }
  }

  return {
    /** The speakers of a voice, the first first. */
    async of(voice: string): Promise<Speaker[]> {
      const orderBy = [{ consentedAt: 'asc' }, { id: 'asc' }] as const
      return Promise.all(
        (await speaker.findMany({ where: { voice }, orderBy: [...orderBy] })).map(speakerOf),
      )
    },

    async find(id: string): Promise<Speaker | null> {
      const row = await speaker.findFirst({ where: { id } })
      return row && (await speakerOf(row))
    },

    /** False where there is one of this id. */
    async add({ name, isComputer, consentedAt, ...row }: Speaker): Promise<boolean> {
      const sealed = name === null ? null : await seal.seal(name)
      const data = { ...row, sealed, computer: isComputer, consentedAt: toText(consentedAt) }
      return await unlessThere(speaker.createMany({ data }))
    },

    /**
     * Takes everything back that somebody has said, and forgets who they are. Their id is written down, so that a
     * backup that is brought back is told.
     */
    async remove(id: string, now: number): Promise<boolean> {
      const gone = await db.batchIf([
        speaker.deleteMany({ where: { id } }),
        telegramFile.deleteMany({}),
        erased.deleteMany({ where: { id } }),
        erased.createMany({ data: { id, at: toText(now) } }),
      ])
      return gone !== null
    },
  }
}
