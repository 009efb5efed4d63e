// The sound of pages outside the talk: their words are the same for everybody, so what is heard is named in the address.

import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Deps } from '../deps.ts'
import type { HeardKinds } from '../domain/danger/cry-list.ts'
import { codeOfHeard, heardOfCode } from '../domain/danger/heard-code.ts'
import { type Line, line, type Screen } from '../domain/dialog/screen.ts'
import { callingLines } from '../domain/dialog/show/danger.ts'
import type { Values } from '../domain/dialog/text.ts'
import { cityLately } from '../flows/city.ts'
import { factsOf } from '../flows/conversation/step.ts'
import { type Sounding, soundingOf, soundOf } from '../flows/spoken/sounding.ts'
import { soundAnswer } from '../http/sound-answer.ts'
import { frameLines } from './frame-lines.ts'

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
  forget: {
    lines: ['page.forget.ask', 'page.forget.stays', 'return.what-for'],
    buttons: ['page.forget.button'],
  },
  'forget-stays': {
    lines: ['page.forget.ask', 'page.forget.stays'],
    buttons: ['page.forget.button'],
  },
  'forget-anew': {
    lines: ['page.forget.ask', 'page.forget.anew'],
    buttons: ['page.forget.button'],
  },
  forgotten: {
    lines: ['page.forget.title', 'page.forget.stays'],
    buttons: ['common.button.continue'],
  },
  'forgotten-anew': { lines: ['page.forget.title'], buttons: ['common.button.continue'] },
  accessibility: {
    lines: [
      'standing.accessibility.title',
      'standing.accessibility.tell',
      ...['title', 'what', 'reach'].map((key) => `barrier.${key}`),
    ],
  },
  barrier: {
    lines: ['barrier.sent', 'barrier.next'],
    buttons: ['common.button.continue'],
  },
  // Its lines are the numbers of the city, which also stand above other pages after a cry for help.
  sos: { lines: [] },
  // Of the page that asks for a language, in each of them.
  'return-menu': { lines: ['return.title', 'lobby.language.own-name'] },
  // What it tells stands above.
  told: { lines: [], buttons: ['common.button.continue'] },
} as const satisfies Record<string, Words>

/** What a page tells that says one thing and leads on. */
const TOLD: readonly string[] = [
  'notice.fault',
  'page.missing',
  'notice.older-button',
  'refusal.too-many-messages',
  'crowd.too-much',
  'voice.too-large',
  'ways.notice.link-over',
]

/** What may be said above a page, where it is so. */
const ABOVE: readonly string[] = [
  ...['return.not-together', 'return.other-request', 'return.wait'],
  ...TOLD,
]

/**
 * A page by its name, with what stands above it, and first the numbers for `danger`. In its words stand a `count`, the
 * `id` of a fault, or `when` something goes on (epoch ms).
 */
type Said = {
  of: keyof typeof WORDS
  above?: readonly string[]
  danger?: HeardKinds | undefined
  count?: number
  id?: string
  when?: number
}

/** What a page says, as keys in its order. */
export const keysOf = (of: keyof typeof WORDS): readonly string[] => WORDS[of].lines

const PATH = '/page-sound'
const FOR_ALL = 'public, max-age=3600'

/**
 * The player of a page; nothing where it cannot be heard whole. Without a language its lines are said in each that has
 * a voice, as they stand there. Mostly no statement.
 */
export async function pageSound(
  deps: Deps,
  language: string | undefined,
  said: Said,
): Promise<HtmlEscapedString | ''> {
  // A page that tells of a fault is shown without a database, too.
  const sounding = await soundingIn(deps, language, said).catch(() => undefined)
  if (!sounding) return ''
  const { of, above = [], ...rest } = said
  const query = new URLSearchParams({ of, is: sounding.name })
  if (language !== undefined) query.set('lang', language)
  for (const key of above) query.append('above', key)
  for (const [name, value] of Object.entries(rest)) {
    if (value === undefined) continue
    query.set(name, typeof value === 'object' ? codeOfHeard(value) : String(value))
  }
  const { i18n, clock } = deps
  const label = i18n.t(language ?? firstOf(deps), { key: 'common.button.hear' }, clock.now())
  return html`<p class="heard"><span aria-hidden="true">🔊</span><audio controls preload="none" src="${PATH}?${query}" aria-label="${label}"></audio></p>`
}

/** The player of a page that only tells a sentence, by its key; nothing where that is not read aloud. */
export async function toldSound(
  deps: Deps,
  language: string | undefined,
  key: string,
  more: Pick<Said, 'danger' | 'id'> = {},
) {
  if (!TOLD.includes(key)) return ''
  return await pageSound(deps, language, { of: 'told', above: [key], ...more })
}

/** Where the players get their sound: before anything that asks who it is, or how many there are. */
export function pageSoundRoutes(app: Hono, deps: Deps): void {
  app.get(PATH, async (c) => (await played(c, deps)) ?? c.notFound())
}

async function played(c: Context, deps: Deps): Promise<Response | undefined> {
  const { of = '', lang, is, id, ...asked } = c.req.query()
  if (!isPage(of) || !(lang === undefined || deps.i18n.speaks(lang))) return undefined
  const above = (c.req.queries('above') ?? []).filter((key) => ABOVE.includes(key))
  const danger = heardOfCode(asked['danger'] ?? '')
  const [count, when] = [wholeIn(asked['count']), wholeIn(asked['when'])]
  const said: Said = {
    of,
    above,
    danger,
    ...(count === undefined ? {} : { count }),
    ...(when === undefined ? {} : { when }),
    ...(id === undefined ? {} : { id }),
  }
  const sounding = await soundingIn(deps, lang, said)
  if (sounding?.name !== is) return undefined
  const sound = sounding && (await soundOf(deps, sounding))
  return sound && soundAnswer(c, sound, FOR_ALL)
}

function wholeIn(written: string | undefined): number | undefined {
  const number = Number(written)
  return Number.isInteger(number) && number > 0 ? number : undefined
}

const isPage = (name: string): name is keyof typeof WORDS => Object.hasOwn(WORDS, name)

const firstOf = ({ i18n }: Deps) => i18n.languages[0]?.key ?? 'de'

async function soundingIn(
  deps: Deps,
  language: string | undefined,
  said: Said,
): Promise<Sounding | undefined> {
  // Who speaks at a number is said in the reader's language alone.
  if (said.danger && language === undefined) return undefined
  const city = await cityLately(deps)
  const { buttons = [] }: Words = WORDS[said.of]
  const tap = { do: 'here' } as const
  const rows = language === undefined ? [] : buttons.map((key) => [{ label: { key }, tap }])
  const calling = () =>
    callingLines(factsOf(deps, city, deps.clock.now()), language ?? firstOf(deps), said.danger)
  const lines = [
    ...frameLines(deps),
    ...(said.of === 'sos' || said.danger ? calling() : []),
    ...linesOf(WORDS[said.of], said),
  ]
  const inAll = () =>
    deps.i18n.languages.flatMap(({ key }) => lines.map((one) => ({ ...one, language: key })))
  const screen: Screen = { id: said.of, lines: language === undefined ? inAll() : lines, rows }
  return await soundingOf(deps, city.profile, screen, { voice: language ?? firstOf(deps) })
}

function linesOf({ lines }: Words, { above = [], count, id, when }: Said): Line[] {
  const values: Values = {
    example: EXAMPLE.replace('\u2011', '-'),
    ...(count === undefined ? {} : { count }),
    ...(id === undefined ? {} : { id }),
    ...(when === undefined ? {} : { when: { when } }),
  }
  return [...above, ...lines].map((key) => line(key, values))
}
