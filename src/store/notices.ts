// Where centres hear of requests: a group, a mailbox; and the codes that link a group.

import type { NoticeKind, NoticeTarget } from '../domain/people/notices.ts'
import type { Urgency } from '../domain/questionnaire/triage.ts'
import { type Database, fromText, toText } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'

export function createNotices(db: Database, seal: Seal) {
  const { noticeTarget, groupCode, intake, audit, staff } = db

  const setting = (centreId: string, kind: NoticeKind, data: Sealed) =>
    noticeTarget.upsert({
      where: { centreId_kind: { centreId, kind } },
      create: { centreId, kind, ...data },
      update: data,
      select: { kind: true },
    })

  return {
    /** Everything that is set, of all centres. */
    async list(): Promise<NoticeTarget[]> {
      const rows = await noticeTarget.findMany()
      return Promise.all(
        rows.map(async ({ centreId, kind, sealed, setAt, setBy }) => ({
          centre: centreId,
          kind: kind as NoticeKind,
          address: await seal.open(sealed),
          setAt: fromText(setAt),
          setBy,
        })),
      )
    },

    async set({ centre, kind, address, setAt, setBy }: NoticeTarget): Promise<void> {
      const sealed = await seal.seal(address)
      await setting(centre, kind, { sealed, setAt: toText(setAt), setBy })
    },

    async remove(centre: string, kind: NoticeKind): Promise<void> {
      await noticeTarget.deleteMany({ where: { centreId: centre, kind } })
    },

    /** Keeps the hash of a code for a group; codes that have expired go. */
    async addCode(
      code: { hash: string; centre: string; madeBy: string; expiresAt: number },
      now: number,
    ): Promise<void> {
      const { hash, centre: centreId, madeBy } = code
      await db.batch([
        groupCode.deleteMany({ where: { expiresAt: { lte: toText(now) } } }),
        groupCode.createMany({
          data: { hash, centreId, madeBy, expiresAt: toText(code.expiresAt) },
        }),
      ])
    },

    /**
     * Links a group to the centre of a code; `null` for no such code. The code is spent in the same
     * moment, and so are the others of the centre.
     */
    async link(
      hash: string,
      chat: string,
      now: number,
    ): Promise<{ centre: string; madeBy: string } | null> {
      const code = await groupCode.findUnique({ where: { hash } })
      if (!code) return null
      const { centreId, madeBy } = code
      const data = { sealed: await seal.seal(chat), setAt: toText(now), setBy: madeBy }
      const linked = await db.batchIf([
        groupCode.deleteMany({ where: { hash, expiresAt: { gt: toText(now) } } }),
        groupCode.deleteMany({ where: { centreId } }),
        setting(centreId, 'group', data),
      ])
      return linked && { centre: centreId, madeBy }
    },

    /** What a notice about a request says and where it goes; `null` where either is gone. */
    async of(
      id: string,
      kind: NoticeKind,
    ): Promise<{ ref: string; centre: string; urgency: Urgency; address: string } | null> {
      const about = await intake.findUnique({
        where: { id, status: { not: 'closed' } },
        select: { ref: true, centreId: true, urgency: true },
      })
      if (!about?.centreId) return null
      const { centreId } = about
      const target = await noticeTarget.findUnique({ where: { centreId_kind: { centreId, kind } } })
      if (!target) return null
      return {
        ref: about.ref ?? '',
        centre: centreId,
        urgency: about.urgency as Urgency,
        address: await seal.open(target.sealed),
      }
    },

    /** Whether nobody of staff has looked at a request, or taken it over, since an instant. */
    async isUnopened(id: string, centre: string, since: number): Promise<boolean> {
      const looks = await audit.findMany({
        where: {
          subject: id,
          centreId: centre,
          action: { in: ['see-record', 'take-over'] },
          outcome: 'done',
          at: { gte: toText(since) },
        },
        select: { staffId: true },
      })
      // What a machine fetched, nobody has read.
      const who = looks.flatMap(({ staffId }) => staffId ?? [])
      if ((await staff.count({ where: { id: { in: who } } })) > 0) return false
      return (await intake.count({ where: { id, status: { not: 'closed' } } })) > 0
    },
  }
}

type Sealed = { sealed: string; setAt: string; setBy: string }
