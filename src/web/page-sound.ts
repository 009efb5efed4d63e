// The sound of pages outside the talk: their words are the same for everybody, so what is heard is named in the address.

import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Deps } from '../deps.ts'
import { type Line, line, type Screen } from '../domain/dialog/screen.ts'
import { callingLines } from '../domain/dialog/show/danger.ts'
import { cityLately } from '../flows/city.ts'
import { factsOf } from '../flows/conversation/step.ts'
import { type Sounding, soundingOf, soundOf } from '../flows/spoken/sounding.ts'
import { soundAnswer } from '../http/sound-answer.ts'
import { type Html, wordsIn } from './frame.ts'

/** What is said: the keys of a page in its order, then those of its buttons. */
type Words = { lines: readonly string[]; buttons?: readonly string[] }

/** A code as there are many, to show what one looks like; its hyphen keeps it in one line. */
export const EXAMPLE = '7F3\u2011K2D'

const WORDS = {
  'exit-limits': {
    lines: ['limits', 'what', 'after', 'again', 'history', 'clear', 'private', 'screen'].map(
      (key) => `exit.${key}`,
    ),
  },
  return: {
    lines: ['return.title', 'return.where', 'return.no-code', 'return.no-pin', 'return.lost'],
    buttons: ['common.button.continue', 'lobby.declined.button.centres'],
  },
  'still-there': {
    lines: ['kiosk.still-there', 'kiosk.soon'],
    buttons: ['kiosk.button.more', 'kiosk.button.finished'],
  },
  noted: {
    lines: ['kiosk.before', 'kiosk.forgets', 'kiosk.note'],
    buttons: ['kiosk.button.finished'],
  },
  open: { lines: ['kiosk.before', 'kiosk.open'], buttons: ['kiosk.button.finished'] },
  crowd: {
    lines: ['crowd.title', 'crowd.later', 'centres.person.phone'],
    buttons: ['crowd.button.again'],
  },
  with: { lines: ['ways.with.title', 'ways.with.how'], buttons: ['ways.with.button'] },
  forgotten: {
    lines: ['page.forget.title', 'page.forget.stays'],
    buttons: ['common.button.continue'],
  },
  accessibility: {
    lines: ['standing.accessibility.title', 'standing.accessibility.tell'],
  },
  // Its lines are the numbers of the city.
  sos: { lines: [] },
} as const satisfies Record<string, Words>

/** What may be said above a page, where it is so. */
const ABOVE: readonly string[] = ['return.not-together', 'return.other-request']

/** A page by its name, with what stands above it; `count` is the number in its words. */
type Said = { of: keyof typeof WORDS; above?: readonly string[]; count?: number }

const PATH = '/page-sound'
const FOR_ALL = 'public, max-age=3600'

/** The player of a page; nothing where it cannot be heard whole. Mostly no statement. */
export async function pageSound(deps: Deps, language: string, said: Said): Promise<Html> {
  // A page that tells of a fault is shown without a database, too.
  const sounding = await soundingIn(deps, language, said).catch(() => undefined)
  if (!sounding) return ''
  const { of, above = [], count } = said
  const query = new URLSearchParams({ of, lang: language, is: sounding.name })
  for (const key of above) query.append('above', key)
  if (count !== undefined) query.set('count', String(count))
  const label = wordsIn(deps, language)('common.button.hear')
  return html`<p class="heard"><span aria-hidden="true">🔊</span><audio controls preload="none" src="${PATH}?${query}" aria-label="${label}"></audio></p>`
}

/** Where the players get their sound: before anything that asks who it is, or how many there are. */
export function pageSoundRoutes(app: Hono, deps: Deps): void {
  app.get(PATH, async (c) => (await played(c, deps)) ?? c.notFound())
}

async function played(c: Context, deps: Deps): Promise<Response | undefined> {
  const { of = '', lang = '', is, count } = c.req.query()
  if (!isPage(of) || !deps.i18n.speaks(lang)) return undefined
  const above = (c.req.queries('above') ?? []).filter((key) => ABOVE.includes(key))
  const number = Number(count)
  const counted = Number.isInteger(number) && number > 0 ? { count: number } : {}
  const sounding = await soundingIn(deps, lang, { of, above, ...counted })
  if (sounding?.name !== is) return undefined
  const sound = sounding && (await soundOf(deps, sounding))
  return sound && soundAnswer(c, sound, FOR_ALL)
}

const isPage = (name: string): name is keyof typeof WORDS => Object.hasOwn(WORDS, name)

async function soundingIn(deps: Deps, language: string, said: Said): Promise<Sounding | undefined> {
  const city = await cityLately(deps)
  const lines =
    said.of === 'sos'
      ? callingLines(factsOf(deps, city, deps.clock.now()), language)
      : linesOf(WORDS[said.of], said)
  const { buttons = [] }: Words = WORDS[said.of]
  const tap = { do: 'here' } as const
  const rows = buttons.map((key) => [{ label: { key }, tap }])
  const screen: Screen = { id: said.of, lines, rows }
  return await soundingOf(deps, city.profile, screen, { voice: language })
}

function linesOf({ lines }: Words, { above = [], count }: Said): Line[] {
  return [...above, ...lines].map((key) => {
    if (key === 'return.no-code') return line(key, { example: EXAMPLE.replace('\u2011', '-') })
    return count === undefined ? line(key) : line(key, { count })
  })
}
