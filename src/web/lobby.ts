// `/`: before the consent. Links that carry what is needed, no cookie and no row.

import type { Context, Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Carried, Tap } from '../domain/dialog/tap.ts'
import { decodeTap, encodeTap } from '../domain/dialog/tap-code.ts'
import type { Conversation } from '../flows/conversation/conversation.ts'
import type { Reply } from '../flows/conversation/step.ts'
import { visit, visitTyped } from '../flows/conversation/visit.ts'
import { lobbyPath } from './buttons.ts'
import { addressIn, forget, leftAddressIn, newAddress } from './cookie.ts'
import { answer, wordsIn } from './frame.ts'
import { presetTap, withChat } from './landing.ts'
import { playerOf } from './player.ts'
import { returnLink } from './return-page.ts'
import { screenPage } from './screen-page.ts'
import { type Fields, formOf } from './sent.ts'
import { taken } from './taken.ts'

type LobbyTap = Extract<Tap, { do: 'lobby' }>

/** The pages before the consent, and the consent. */
export function lobbyRoutes(app: Hono, deps: Deps, conversation: Conversation): void {
  app.get('/', async (c) => {
    if (isOfBefore(c)) return c.redirect('/kiosk/next', 303)
    const isBare = new URL(c.req.url).search === ''
    const start = c.get('sitting')?.start
    if (isBare && start) return c.redirect(`/?${start}`, 302)
    const code = c.req.query('t') ?? ''
    const address = code === '' ? addressIn(c, deps) : undefined
    if (address) {
      // A link says where to begin, also to whoever comes with a cookie of somebody who is gone.
      const isGone = !isBare && (await conversation.look(address)).of === 'nobody'
      if (!isGone) return c.redirect('/talk', 302)
      forget(c, deps)
    }
    const tap = code === '' ? await presetTap(c, deps) : lobbyTap(code)
    if (tap?.page === 'barrier') return c.redirect(lobbyPath(tap), 302)
    const input = tap
      ? ({ kind: 'tap', tap } as const)
      : ({ kind: 'command', command: 'start' } as const)
    const reply = await visit(deps, { input })
    return await shown(c, deps, reply, tap)
  })

  app.post('/', async (c) => {
    if (isOfBefore(c)) return c.redirect('/kiosk/next', 303)
    const sent = await formOf(c)
    const tap = decodeTap(sent.t ?? '')?.tap
    if (tap?.do === 'agree' && deps.i18n.speaks(tap.language)) {
      return await agreed(c, deps, conversation, tap)
    }
    return await typedByNobody(c, deps, sent)
  })
}

/** Agreeing makes the address. Pressed twice at once it may make two: one is never heard of again. */
async function agreed(
  c: Context,
  deps: Deps,
  conversation: Conversation,
  tap: Extract<Tap, { do: 'agree' }>,
): Promise<Response> {
  // Who left by the exit goes on where they were.
  const before = addressIn(c, deps) ?? leftAddressIn(c, deps)
  const isKnown = before && (await conversation.look(before)).of !== 'nobody'
  const address = isKnown ? before : newAddress(deps)
  const input = { kind: 'tap', tap } as const
  const { language } = tap
  const incoming = { address, id: deps.newId(), input, lastLanguage: language }
  return await taken(c, deps, conversation, { incoming, language })
}

/** Answers what is typed by somebody who has not agreed, or is forgotten: at once, and it is kept nowhere. */
export async function typedByNobody(
  c: Context,
  deps: Deps,
  { text = '', from = '' }: Pick<Fields, 'text' | 'from'>,
): Promise<Response> {
  const tap = lobbyTap(from)
  const read = {
    input: { kind: 'text', text } as const,
    ...(tap && !MENUS.includes(tap.page) ? { lastLanguage: tap.language } : {}),
    ...(tap ? { carried: carriedBy(tap) } : {}),
  }
  const came = tap ? await visitTyped(deps, read, tap) : await visit(deps, read)
  if (came && 'to' in came) return c.redirect(lobbyPath(came.to), 303)
  return await shown(c, deps, came, tap)
}

/** What its buttons carry. */
function carriedBy(tap: LobbyTap): Carried {
  const {
    do: _,
    language: __,
    page: ___,
    via: ____,
    section: _____,
    sound: ______,
    ...carried
  } = tap
  return carried
}

// On them nobody has chosen a language yet.
const MENUS: readonly string[] = ['languages', 'sos']

/** On a kiosk: a page of somebody who was there before, gone back to. */
function isOfBefore(c: Context): boolean {
  const [sitting, of] = [c.get('sitting'), c.req.query('k')]
  return sitting !== undefined && of !== undefined && of !== sitting.id
}

function lobbyTap(code: string): LobbyTap | undefined {
  const tap = decodeTap(code)?.tap
  return tap?.do === 'lobby' ? tap : undefined
}

async function shown(c: Context, deps: Deps, reply: Reply | null, tap: LobbyTap | undefined) {
  if (!reply) return c.redirect('/', 303)
  const { screen, language, isGuessed } = reply
  const isBeginning = isGuessed || /^(consent|lobby\.nothing)/.test(screen.id)
  const words = wordsIn(deps, language)
  const hasLink = screen.rows.flat().some((one) => 'open' in one)
  const foot = isBeginning && !hasLink ? returnLink(words, isGuessed ? undefined : language) : ''
  const from = tap ? encodeTap(tap, false) : ''
  const sitting = c.get('sitting')?.id
  const field = { as: 'beside' } as const
  const player = await playerOf(deps, screen, { hears: reply.hears, language })
  const page = screenPage(deps, screen, { language, field, from, foot, sitting, player })
  // On a tablet of a centre nobody has a chat.
  if (sitting) return answer(c, deps, page)
  return answer(c, deps, await withChat(deps, page, { screen: screen.id, source: tap?.source }))
}
