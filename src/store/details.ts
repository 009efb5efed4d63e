// What people said of their own accord, taken out of requests again.

import type { StoredTalk } from '../domain/dialog/kept-talk.ts'
import type { Database } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'
import { openedTalk } from './kept-talk.ts'

export function createDetails({ intake, voiceMessage }: Database, seal: Seal) {
  return {
    /**
     * Leaves only some of the answers in a person's requests, but for one that is in the hands of the
     * talk; a telephone number for a call-back stays. May run twice.
     */
    async drop(personId: string, but: string, kept: ReadonlySet<string>): Promise<void> {
      // Of the request in hand, too: what was said there is no part of the talk.
      await voiceMessage.deleteMany({
        where: {
          intake: { personId },
          NOT: [{ about: { startsWith: '.' } }, { about: { in: [...kept] } }],
        },
      })
      const rows = await intake.findMany({
        where: { personId, id: { not: but } },
        select: { id: true, version: true, talk: true, sealed: true },
      })
      for (const { id, version, ...row } of rows) {
        const { phone } = await openedTalk(row, seal)
        const { cityQuestions: _, ...held } = JSON.parse(row.talk) as StoredTalk
        const answers = Object.entries(held.answers).filter(([question]) => kept.has(question))
        const talk = JSON.stringify({ ...held, answers: Object.fromEntries(answers) })
        const sealed = phone === undefined ? null : await seal.seal(JSON.stringify({ phone }))
        await intake.updateMany({
          where: { id, version },
          data: { talk, sealed, version: { increment: 1 } },
        })
      }
    },
  }
}
