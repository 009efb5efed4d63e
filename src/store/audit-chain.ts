// The chain of the audit: every row is signed with what the one before it was. Who has the database but not
// DATA_KEY can neither change it nor make another one; its beginning and end are noted beside it.

import type { ChainEnds, ChainPlace, ChainVerdict } from '../domain/people/audit.ts'
import { createChainKeys } from './chain-keys.ts'
import type { Database } from './engine/database.ts'
import { type ChainKey, hmacOf, type Seal } from './engine/seal.ts'
import { CHAIN } from './sql/audit.ts'
import { FACT } from './sql/meta.ts'
import type { RowOf } from './sql/statement.ts'

const FIRST = 'begin'
const PAGE = 1000
const BEGIN = 'audit-begin'
const END = 'audit-end'

/** What a row says; `subjects` in the order of their code points, as SQLite sorts. */
export type Said = Record<
  'at' | 'staffId' | 'action' | 'outcome' | 'subject' | 'centreId' | 'client',
  string | null
> & { subjects: readonly string[] }

export function createAuditChain(db: Database, seal: Seal) {
  const { audit, meta } = db
  const keys = createChainKeys(db, seal)

  const signed = (of: readonly unknown[], { name, key }: ChainKey = seal.chain[0]) =>
    `${name}.${hmacOf(key, JSON.stringify(of))}`

  function hashOf(previous: string, row: Said, key?: ChainKey): string {
    const { at, staffId, action, outcome, subject, centreId, client, subjects } = row
    return signed(
      [previous, at, staffId, action, outcome, subject, centreId, client, subjects],
      key,
    )
  }

  const last = () => audit.findFirst({ orderBy: { id: 'desc' }, select: { id: true, hash: true } })

  type Note = ChainPlace & { at: string; signed: string }
  async function note(key: typeof BEGIN | typeof END): Promise<Note | null> {
    const found = await db.first(FACT(key))
    return found ? (JSON.parse(found.value) as Note) : null
  }
  /** A place beside the chain, signed like a row of it. */
  function noting(key: typeof BEGIN | typeof END, { id, hash }: ChainPlace, at: string) {
    const value = JSON.stringify({ id, hash, at, signed: signed([key, id, hash, at]) })
    return meta.upsert({ where: { key }, create: { key, value }, update: { value } })
  }
  async function isGenuine(key: string, { id, hash, at, signed: by }: Note): Promise<boolean> {
    const signer = await keys.named(by)
    return signer !== undefined && by === signed([key, id, hash, at], signer)
  }

  /** Where a chain begins that was followed up to a row before; `null` for the very beginning. */
  async function hashAt(id: number | null): Promise<string | undefined> {
    if (id === null) return (await note(BEGIN))?.hash ?? FIRST
    return (await audit.findUnique({ where: { id }, select: { hash: true } }))?.hash
  }

  /** What is wrong with a row that should follow the one with the hash `previous`. */
  async function faultOf(row: RowOf<typeof CHAIN>, previous: string | undefined) {
    if (row.previous !== previous) return 'gap'
    const signer = await keys.named(row.hash)
    const said = { ...row, subjects: JSON.parse(row.subjects) as string[] }
    return signer && row.hash === hashOf(row.previous, said, signer) ? null : 'changed'
  }

  /** Whether what was noted beside the chain still holds: its beginning, and an end it once had. */
  async function faultOfNotes(): Promise<{ broken: number; why: 'note' | 'end' } | null> {
    const [begin, end] = [await note(BEGIN), await note(END)]
    if (begin && !(await isGenuine(BEGIN, begin))) return { broken: begin.id, why: 'note' }
    if (!end) return null
    if (!(await isGenuine(END, end))) return { broken: end.id, why: 'note' }
    if (begin && end.id < begin.id) return null
    const isThere = end.hash === begin?.hash || (await holds(end))
    return isThere ? null : { broken: end.id, why: 'end' }
  }

  const holds = async ({ id, hash }: ChainPlace) => (await audit.count({ where: { id, hash } })) > 0

  return {
    last,
    holds,
    hashOf,

    /** What the next row follows: the newest one, or what was pruned last. */
    end: async () => (await last())?.hash ?? (await hashAt(null)) ?? FIRST,

    /** Writes down, beside the rows, that they begin after this one: in the batch that prunes up to it. */
    beginningAfter: (place: ChainPlace, at: string) => noting(BEGIN, place, at),

    /** Writes down the end there is now; which it is, and since when rows are there. */
    async noteEnd(at: string): Promise<ChainEnds> {
      const [begin, end] = [await note(BEGIN), await last()]
      if (end) await noting(END, end, at)
      return { begin: begin && { id: begin.id, hash: begin.hash }, end }
    },

    /**
     * Follows the chain from after a row (`null`: from its beginning) through so many pages of a thousand
     * rows. Others have their turn between two pages.
     */
    async verify(
      after: number | null = null,
      most = Number.POSITIVE_INFINITY,
    ): Promise<ChainVerdict> {
      const wrong = after === null ? await faultOfNotes() : null
      if (wrong) return wrong
      let previous = await hashAt(after)
      let id = after ?? 0
      let rows = 0
      for (let page = 0; page < most; page += 1) {
        const found = await db.all(CHAIN(id, PAGE))
        for (const row of found) {
          const why = await faultOf(row, previous)
          if (why) {
            const isFirst = why === 'gap' && rows === 0 && after === null
            return { broken: row.id, why: isFirst ? 'begin' : why }
          }
          previous = row.hash
          id = row.id
          rows += 1
        }
        if (found.length < PAGE) return { broken: null, rows, left: null }
        await othersFirst()
      }
      return { broken: null, rows, left: id }
    },
  }
}

/** Lets what waits be done: a promise alone would keep its turn. */
const othersFirst = () => new Promise<void>((go) => setTimeout(go))
