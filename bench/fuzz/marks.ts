// Marks that must not be read elsewhere: people book and write, each carrier takes requests over and writes about them.

import { parse } from 'node-html-parser'
import type { Desk } from './at-desk.ts'
import type { createLightTelegram, Shown } from './light-telegram.ts'
import type { LongRun } from './lotse.ts'
import { updateOf } from './update-of.ts'
import type { Recipe } from './updates.ts'

// More than the longest way to a booking and through all that is asked after it.
const MOST_STEPS = 60

/** What somebody does who books and then writes where words of their own are asked for. */
export function recipeForRecord(shown: Shown | undefined): Recipe | 'written' {
  const find = (pattern: RegExp) => shown?.taps.find((tap) => pattern.test(tap))
  if (find(/~sk~(alias|note)/)) return { do: 'mark' }
  if (shown?.text.startsWith('Danke.')) return 'written'
  const next = find(/^1[^~]*~dy$/) ?? find(/~sk~/) ?? find(/^1[^~]*~de$/)
  return next ? { do: 'forge', data: next } : { do: 'walk' }
}

/** Lets people of these chats book and write, and the desks in turn take them over; how many it could. */
export async function putMarks(
  run: LongRun,
  { chats: shows }: Pick<ReturnType<typeof createLightTelegram>, 'chats'>,
  desks: readonly Desk[],
  chats: readonly number[],
): Promise<{ written: number; taken: number }> {
  let written = 0
  let update = 1_000_000
  for (const chat of chats) {
    for (let step = 0; step < MOST_STEPS; step++) {
      const recipe = recipeForRecord(shows.get(chat))
      if (recipe === 'written') {
        written += 1
        break
      }
      run.clock.at += 1000
      await run.deliver(updateOf(recipe, ++update, chat, shows.get(chat)))
    }
  }
  let taken = 0
  const cases = await run.db.$queryRawUnsafe<{ id: string; centreId: string | null }[]>(
    'SELECT "id", "centreId" FROM "Intake" WHERE "submittedAt" IS NOT NULL ORDER BY "submittedAt"',
  )
  for (const [at, { id, centreId }] of cases.entries()) {
    // Some stay nobody's.
    const there = desks.filter(({ scope }) => scope.centres.includes(centreId ?? ''))
    const desk = at % 4 === 3 ? undefined : there[at % Math.max(1, there.length)]
    if (desk && (await takenOver(desk, id))) taken += 1
  }
  return { written, taken }
}

/** Takes a request over and writes a note that names its carrier's request alone. */
async function takenOver({ go, scope }: Desk, id: string): Promise<boolean> {
  const path = `/staff/intakes/${id}`
  const sent = async (what: string, own: Record<string, string>) => {
    const { text } = await go('get', path)
    const form = parse(text).querySelector(`form[action="${path}/${what}"]`)
    if (!form) return false
    const hidden = form.querySelectorAll('input[type="hidden"]').map((node) => {
      return [node.getAttribute('name') ?? '', node.getAttribute('value') ?? ''] as const
    })
    const { status } = await go('post', `${path}/${what}`, {
      ...Object.fromEntries(hidden),
      ...own,
    })
    return status === 200
  }
  if (!(await sent('take', {}))) return false
  return await sent('notes', { text: `Wand~${id}~ von ${scope.body}` })
}
