// Who may have read what, judged by the rows alone: what people and staff have written bears marks, and each page or
// answer is searched for them.

import type { LongRun } from './lotse.ts'
import type { Troubles } from './troubles.ts'

export type Holder = { role?: string; centres: readonly string[]; body: string | null }

type Case = {
  id: string
  personId: string
  centreId: string | null
  bodyId: string | null
  urgency: string | null
}

const PRESSING = ['red', 'orange']

/** `plus` counts; `faults` takes what somebody was shown that was not theirs. */
export function createWall(
  run: LongRun,
  { state }: Pick<Troubles, 'state'>,
  { faults, plus }: { faults: string[]; plus: (what: string, by?: number) => void },
) {
  let cases: Case[] = []
  // As they ever stood: a page may have been made just before a request changed hands.
  const ever = new Map<string, Case>()
  const persons = new Map<string, string>()

  // Several look at once: troubles go on when the last has looked.
  let looking = 0
  let wasOn = false

  async function undisturbed<T>(work: () => Promise<T>): Promise<T> {
    if (looking === 0) wasOn = state.on
    looking += 1
    state.on = false
    try {
      return await work()
    } finally {
      looking -= 1
      if (looking === 0) state.on = wasOn
    }
  }

  async function look(): Promise<void> {
    cases = await undisturbed(() =>
      run.db.$queryRawUnsafe<Case[]>(
        'SELECT "id", "personId", "centreId", "bodyId", "urgency" FROM "Intake"',
      ),
    )
    for (const one of cases) ever.set(Object.values(one).join(' '), one)
  }

  const isAt = ({ centres }: Holder, { centreId }: Case) =>
    centreId !== null && centres.includes(centreId)
  const works = ({ role }: Holder) => role === undefined || /counsellor|lead/.test(role)
  const mayRead = (holder: Holder, one: Case) =>
    works(holder) &&
    isAt(holder, one) &&
    (one.bodyId === null ? PRESSING.includes(one.urgency ?? '') : one.bodyId === holder.body)

  async function personIn(chat: string): Promise<string | undefined> {
    const now = run.clock.at
    const when = { now, since: now, writtenSince: now }
    const address = { channel: 'telegram', id: chat } as const
    const { person } = await undisturbed(() =>
      run.deps.store.talks.load('duisburg', address, 'looked at', when),
    )
    if (person) persons.set(chat, person.id)
    return persons.get(chat)
  }

  /** Whether the holder may have read all that stands in a text. `look` has to be called before it was made. */
  async function judge(text: string, holder: Holder, what: string): Promise<void> {
    for (const [, centre = '', body = ''] of text.matchAll(/Pult~(\w+)~([\w-]+)~/g)) {
      plus('wordsOfStaffShown')
      const isOwn = holder.centres.includes(centre) || body === holder.body
      if (!isOwn) faults.push(`${what} showed what ${centre}, ${body} had written`)
    }
    const owners = new Set([...text.matchAll(/Marke(\d+)x/g)].map(([, owner = '']) => owner))
    const noted = new Set([...text.matchAll(/Wand~([\w-]+)~/g)].map(([, id = '']) => id))
    if (owners.size + noted.size === 0) return
    await look()
    const all = [...ever.values()]
    for (const owner of owners) {
      plus('wordsShownToStaff')
      const person = await personIn(owner)
      const theirs = all.filter(({ personId }) => personId === person)
      if (theirs.length > 0 && !theirs.some((one) => mayRead(holder, one))) {
        plus('foreignReads')
        faults.push(`${what} showed what ${owner} had written: ${JSON.stringify(theirs)}`)
      }
    }
    for (const id of noted) {
      plus('notesShownToStaff')
      const stood = all.filter((one) => one.id === id && one.bodyId !== null)
      if (!stood.some((one) => mayRead(holder, one))) {
        plus('foreignReads')
        faults.push(`${what} showed a note about ${id}: ${JSON.stringify(stood)}`)
      }
    }
  }

  /** Counts a request for a record that the holder may not read. */
  function noteTry(path: string, holder: Holder): void {
    const id = /intakes\/([\w-]+)/.exec(path)?.[1]
    const stood = [...ever.values()].filter((one) => one.id === id)
    if (stood.length > 0 && !stood.some((one) => mayRead(holder, one))) plus('foreignReadsTried')
  }

  return { look, judge, noteTry, ids: () => cases.map(({ id }) => id) }
}
