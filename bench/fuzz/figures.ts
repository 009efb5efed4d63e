// What a run counts, and what it is told by.

export type Figures = {
  seed: number
  count: number
  seconds: number
  perSecond: number
  calls: number
  statuses: Record<string, number>
  /** What went wrong around it, by kind. */
  troubles: Record<string, number>
  counts: Record<string, number>
  /** Resident memory in MB. */
  rssMb: { start: number; middle: number; end: number }
  faults: string[]
}

/** For runs that take long: told how far it has come, asked whether it should end here. */
export type Watch = {
  tell: (sent: number, figures: Pick<ReturnType<typeof figuresOf>, 'seconds' | 'faults'>) => void
  isOver: () => boolean
}

export const UNWATCHED: Watch = { tell: () => {}, isOver: () => false }

const WEIGHED_EVERY = 10_000

export function figuresOf(seed: number) {
  const began = performance.now()
  const statuses: Record<string, number> = {}
  const faults: string[] = []
  const counts: Record<string, number> = {}
  const rejected = (fault: unknown) => faults.push(`nobody caught ${String(fault).slice(0, 300)}`)
  process.on('unhandledRejection', rejected)
  const rss = () => Math.round(process.memoryUsage().rss / 2 ** 20)
  const weighed = [rss()]
  const weighing = setInterval(() => weighed.push(rss()), WEIGHED_EVERY)
  const seconds = () => (performance.now() - began) / 1000
  return {
    faults,
    counts,
    seconds,
    note(status: number) {
      statuses[status] = (statuses[status] ?? 0) + 1
    },
    of(count: number, calls: number, troubles: Record<string, number>): Figures {
      clearInterval(weighing)
      process.off('unhandledRejection', rejected)
      const took = seconds()
      return {
        seed,
        count,
        seconds: Math.round(took),
        perSecond: Math.round(count / took),
        calls,
        statuses,
        troubles,
        counts,
        rssMb: {
          start: weighed[0] ?? 0,
          middle: weighed[Math.floor(weighed.length / 2)] ?? 0,
          end: rss(),
        },
        faults,
      }
    },
  }
}

/** Faults that may be logged where something outside failed; any other is ours. */
const THEIRS =
  /^(SqliteError|GrammyError|HttpError|PrismaClient\w*|DriverAdapterError|InOtherHands|APIError)$/
/** better-auth says no more of it. */
const OF_SIGN_IN = 'sign-in fault'

/** What the log tells that no trouble explains: a fault of ours, or what somebody wrote. */
export function faultsInLog(errors: readonly string[], troubles: number): string[] {
  const ours = errors.filter((line) => {
    const { fault, event } = JSON.parse(line) as { fault?: string; event: string }
    if (troubles > 0 && event === OF_SIGN_IN) return false
    return troubles === 0 || !fault || !THEIRS.test(fault)
  })
  const told = errors
    .filter((line) => /Marke\d/.test(line))
    .map(() => 'the log tells what was written')
  return [...new Set(ours.map((line) => line.replace(/"(at|faultId)":"[^"]*",?/g, '')))]
    .slice(0, 20)
    .concat(told)
}
