// What a database has said of itself in its faults, on either engine: `/readyz` asks for it.

/** disk: it cannot be written, being full or failing · damaged: what stands in it is not whole. */
type Trouble = 'disk' | 'damaged'

export type Troubles = {
  now: () => Trouble | null
  /** Writing has worked again. What is damaged stays so. */
  over: () => void
  /** The same work, whose faults are noted. */
  noting: <Given extends unknown[], Result>(
    work: (...given: Given) => Promise<Result>,
  ) => (...given: Given) => Promise<Result>
}

// In the words of SQLite, the file system and D1: Prisma hands none of their codes on.
const SAID: readonly (readonly [RegExp, Trouble])[] = [
  [/is malformed|is not a database/, 'damaged'],
  [/disk is full|disk I\/O error|ENOSPC|exceeded maximum DB size/i, 'disk'],
]

export function watchTroubles(): Troubles {
  let known: Trouble | null = null
  const note = (fault: unknown) => {
    const text = wordsOf(fault)
    const [, trouble] = SAID.find(([words]) => words.test(text)) ?? []
    if (trouble && known !== 'damaged') known = trouble
  }
  return {
    now: () => known,
    over: () => {
      if (known === 'disk') known = null
    },
    noting:
      (work) =>
      async (...given) => {
        try {
          return await work(...given)
        } catch (fault) {
          note(fault)
          throw fault
        }
      },
  }
}

/** What a fault says, and what it was made of. */
function wordsOf(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault)
  const { originalMessage = '' } = (fault.cause ?? {}) as { originalMessage?: string }
  return `${fault.message} ${originalMessage}`
}
