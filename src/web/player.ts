// The sound of a page: a player that loads nothing before it is pressed, and what it plays.

import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Deps } from '../deps.ts'
import type { Screen } from '../domain/dialog/screen.ts'
import { asPage } from '../domain/dialog/show/on-page.ts'
import { decodeTap, encodeTap } from '../domain/dialog/tap-code.ts'
import { cityLately } from '../flows/city.ts'
import { openSeen } from '../flows/conversation/carried.ts'
import type { Conversation } from '../flows/conversation/conversation.ts'
import { visit } from '../flows/conversation/visit.ts'
import { type Hears, type Sounding, soundingOf, soundOf } from '../flows/spoken/sounding.ts'
import { soundAnswer } from '../http/sound-answer.ts'
import { addressIn } from './cookie.ts'
import { type Html, wordsIn } from './frame.ts'
import { frameLines } from './frame-lines.ts'

/** Where a page of the talk gets its sound: `at` is what it shows, as in its own address. */
const ofTalk = '/talk/sound'
/** The same before the consent: whoever presses the same there hears the same. */
const ofLobby = '/sound'

// What is said there is said to everybody; a recording that is taken back is gone within the hour.
const FOR_ALL = 'public, max-age=3600'
const FOR_ONE = 'no-store'

/** `at`: what a page of the talk shows; `isFirst`: who listens finds it first. */
export type Player = { html: Html; isFirst: boolean }

/** The player of a page; `undefined` where it cannot be heard. Mostly no statement. */
export async function playerOf(
  deps: Deps,
  screen: Screen,
  { hears, language, at }: { hears: Hears | undefined; language: string; at?: string | undefined },
): Promise<Player | undefined> {
  const sounding = hears && (await onPage(deps, screen, hears))
  const path = sounding && pathOf(hears, sounding, at)
  if (!path) return undefined
  const label = wordsIn(deps, language)('common.button.hear')
  const player = html`<p class="heard"><span aria-hidden="true">🔊</span><audio controls preload="none" src="${path}" aria-label="${label}"></audio></p>`
  return { html: player, isFirst: hears.byItself }
}

async function onPage(
  deps: Deps,
  shown: Screen,
  { voice, tap }: Hears,
): Promise<Sounding | undefined> {
  const { profile } = await cityLately(deps)
  const page = asPage(shown)
  // What the frame says above a page is heard as long as somebody may still turn away.
  const above = tap?.do === 'lobby' ? frameLines(deps) : []
  const screen = { ...page, lines: [...above, ...page.lines] }
  return await soundingOf(deps, profile, screen, { voice, withAnswers: true })
}

function pathOf({ tap }: Hears, { name }: Sounding, at: string | undefined): string | undefined {
  if (tap?.do === 'lobby') {
    return `${ofLobby}?t=${encodeURIComponent(encodeTap(tap, false))}&is=${name}`
  }
  return tap && `${ofTalk}?${at ? `at=${at}&` : ''}is=${name}`
}

/** The sounds of both kinds of pages. */
export function soundRoutes(app: Hono, deps: Deps, conversation: Conversation): void {
  app.get(ofLobby, async (c) => {
    const tap = decodeTap(c.req.query('t') ?? '')?.tap
    const reply = tap?.do === 'lobby' && (await visit(deps, { input: { kind: 'tap', tap } }))
    return (reply && (await played(c, deps, reply, FOR_ALL))) || c.notFound()
  })

  app.get(ofTalk, async (c) => {
    const address = addressIn(c, deps)
    if (!address) return c.notFound()
    const at = c.req.query('at')
    const seen = at ? await openSeen(deps, address, at) : undefined
    const isKiosk = c.get('sitting') !== undefined
    const looked = await conversation.look(address, seen, { isKiosk })
    return (looked.of === 'talk' && (await played(c, deps, looked, FOR_ONE))) || c.notFound()
  })
}

/** The sound that the page was given the name of: where another would be heard by now, there is none. */
async function played(
  c: Context,
  deps: Deps,
  { screen, hears }: { screen: Screen; hears?: Hears },
  kept: string,
): Promise<Response | undefined> {
  const sounding = hears && (await onPage(deps, screen, hears))
  if (sounding?.name !== c.req.query('is')) return undefined
  const sound = sounding && (await soundOf(deps, sounding))
  return sound && soundAnswer(c, sound, kept)
}
