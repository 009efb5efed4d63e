// Writes that are ready in one turn of the event loop share one commit: it costs more than the statements in it,
// and most pages it writes are the others', too (decision 77).

import { setImmediate } from 'node:timers'
import type Sqlite from 'better-sqlite3'
import type { Erasures } from './erasures-node.ts'

type Waiting = { work: () => unknown; give: (given: never) => void; fail: (fault: unknown) => void }

export type Commits = {
  /**
   * Does work that writes, all of it at once, in the order of the calls; resolves when it is committed. Where it
   * throws nothing of it is done. It may run twice: what it does beside writing must bear that.
   */
  join: <Given>(work: () => Given) => Promise<Given>
  /** Commits what waits, now. */
  flush: () => void
}

/** Commits on an open connection. */
export function commitsOn(
  connection: Sqlite.Database,
  erasures: Pick<Erasures, 'tell' | 'undo'>,
): Commits {
  let waiting: Waiting[] = []

  const asOne = connection.transaction((group: readonly Waiting[]) =>
    group.map(({ work }) => {
      const given = work()
      erasures.tell()
      return given
    }),
  )

  function eachAlone(group: readonly Waiting[]): void {
    for (const { work, give, fail } of group) {
      try {
        give(work() as never)
      } catch (fault) {
        fail(fault)
      }
    }
  }

  // Nothing waits in here, so nobody else is heard before it has ended.
  function flush(): void {
    const group = waiting
    waiting = []
    if (group.length > 1) groupAsOne(group)
    else eachAlone(group)
  }

  function groupAsOne(group: readonly Waiting[]): void {
    try {
      const given = asOne.immediate(group)
      for (const [at, { give }] of group.entries()) give(given[at] as never)
    } catch (fault) {
      erasures.undo()
      // Somebody else writes, and has for as long as anybody may be kept waiting.
      if (isBusy(fault)) for (const { fail } of group) fail(fault)
      // One of them failed, or the commit: each then fails or succeeds as if it had come by itself.
      else eachAlone(group)
    }
  }

  return {
    join: (work) =>
      new Promise((give, fail) => {
        // With those that become ready in this turn; in a file that is one transaction there is no commit to share.
        if (waiting.length === 0 && !connection.inTransaction) setImmediate(flush)
        waiting.push({ work, give, fail })
        if (connection.inTransaction) flush()
      }),
    flush,
  }
}

const isBusy = (fault: unknown) =>
  String(Reflect.get(Object(fault), 'code')).startsWith('SQLITE_BUSY')
