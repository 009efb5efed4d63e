// Before the consent: pages to read, nothing stored.

import type { Deps } from '../../deps.ts'
import type { Command } from '../../domain/dialog/commanded.ts'
import type { LoadedPerson } from '../../domain/dialog/kept-talk.ts'
import { buttonsOf, offeredBefore } from '../../domain/dialog/offered.ts'
import { heardOf, type Input } from '../../domain/dialog/reduce.ts'
import { type Answering, line, type Screen } from '../../domain/dialog/screen.ts'
import { showLanguageMenu, showUnreadMenu } from '../../domain/dialog/show/languages.ts'
import { AGAIN, showLobby, showLobbyDanger } from '../../domain/dialog/show/lobby.ts'
import { showLanguagesNear, showLobbyNear } from '../../domain/dialog/show/near.ts'
import { showVouchAgain } from '../../domain/dialog/show/party.ts'
import { showLinkOver } from '../../domain/dialog/show/tie.ts'
import type { Facts } from '../../domain/dialog/talk.ts'
import { type Carried, emptiesChat, type LobbyPage, type Tap } from '../../domain/dialog/tap.ts'
import { say } from '../../domain/dialog/text.ts'
import { LONGEST_BARRIER } from '../../domain/people/barrier-report.ts'
import type { City } from '../city.ts'
import type { BarrierBefore } from './barrier-before.ts'
import { relationOf } from './party.ts'
import { factsOf, type Incoming, type Reply } from './step.ts'
import { understood, wished } from './understood.ts'

type LobbyTap = Extract<Tap, { do: 'lobby' }>

type Visiting = Pick<Incoming, 'input' | 'lastLanguage' | 'lastShown' | 'source'> & {
  carried?: Carried
}

/** A press that was typed; `of`: the sign its screen bears. */
type Pressed = { input: Extract<Input, { kind: 'tap' }>; of?: string }

/** The language in which this input agrees to the talk; `undefined` where it does not. */
export function agreedIn(deps: Deps, { input }: Incoming): string | undefined {
  const tap = input.kind === 'tap' ? input.tap : undefined
  if (tap?.do !== 'agree') return undefined
  return deps.i18n.languages.find(({ key }) => key === tap.language)?.key
}

/**
 * What is typed by somebody who has not agreed, held against the screen they were shown last: those it may
 * be, and the press of the one it surely is, with whom that is about.
 */
export function lobbyMeaning(
  deps: Deps,
  { profile }: City,
  { input, lastShown, lastLanguage = 'de' }: Visiting,
): { near: readonly Answering[]; pressed?: Pressed } | undefined {
  if (input.kind !== 'text' || input.heard || !lastShown) return undefined
  const offered = offeredBefore(lastShown, { profile })
  const reader = { language: lastLanguage, city: profile.city }
  const meant = understood(deps, input.text, offered, reader)
  const { of } = lastShown
  const pressed = (tap: Tap) => ({ input: { kind: 'tap', tap } as const, ...(of ? { of } : {}) })
  if (meant && 'sure' in meant) return { near: [meant.sure], pressed: pressed(meant.sure.tap) }
  if (wished(deps, input.text) === 'person') {
    const { do: _, ...from } = agreeOn(lastShown) ?? { do: 'agree', language: lastLanguage }
    const tap = { ...from, do: 'lobby', page: 'person', language: lastLanguage } as const
    return { near: [{ label: say('common.button.person'), tap }], pressed: pressed(tap) }
  }
  // What somebody agrees to is said by themselves, and never guessed.
  const near = (meant?.near ?? []).filter(({ tap }) => tap.do !== 'agree')
  return near.length > 0 ? { near } : undefined
}

function agreeOn({ rows }: Screen): Extract<Tap, { do: 'agree' }> | undefined {
  const taps = rows.flat().flatMap((one) => ('tap' in one ? [one.tap] : []))
  return taps.find((tap) => tap.do === 'agree')
}

/**
 * A step of a person who has not agreed, or not to the present text: nothing is stored. `language` is
 * that of somebody who agreed to an earlier text. `null` where nothing was said.
 */
export function lobbyStep(
  deps: Deps,
  city: City,
  incoming: Visiting,
  person: LoadedPerson | null,
  near?: readonly Answering[],
  barrier?: BarrierBefore,
): Reply | null {
  const reply = lobbyReply(deps, city, incoming, person, near, barrier)
  if (!reply) return null
  const { tap, ...rest } = reply
  const byItself = tap?.reads === 'little'
  const asks = tap ? { tap: { ...tap, sound: 'on' as const } } : {}
  return { ...rest, hears: { voice: reply.language, byItself, ...asks } }
}

/** `tap`: what leads to the screen, where something does. */
function lobbyReply(
  deps: Deps,
  city: City,
  incoming: Visiting,
  person: LoadedPerson | null,
  near?: readonly Answering[],
  barrier?: BarrierBefore,
): (Omit<Reply, 'hears'> & { tap?: LobbyTap }) | null {
  const language = person?.language
  const facts = factsOf(deps, city, deps.clock.now())
  const { input, lastLanguage, lastShown } = incoming
  if (near && !barrier && lastShown && lastLanguage) {
    const screen = showLobbyNear(near, lastShown, lastLanguage)
    return { language: lastLanguage, screen, attachments: [] }
  }
  const offered = (key: string | undefined) => key !== undefined && facts.reading.includes(key)
  const pressed = input.kind === 'tap' ? input.tap : undefined
  const reads = lastLanguage ?? facts.reading[0] ?? 'de'
  // Under a message from before everything was erased.
  const tap: Tap | undefined =
    pressed?.do === 'hide' ? { do: 'lobby', language: reads, page: 'hidden' } : pressed
  const heard = heardOf(input)
  const relation = person && relationOf(person)
  // For somebody else it is asked in other words; the numbers are the same.
  const isOfBarrier = barrier || (input.kind === 'command' && input.command === 'barrier')
  const isElsewhere = heard || isOfBarrier || (tap?.do === 'lobby' && tap.page !== 'consent')
  if (person && relation && !isElsewhere) {
    const screen = showVouchAgain(relation, person.party, person.language)
    return { language: person.language, screen, attachments: [] }
  }
  if (tap?.do === 'lobby' && offered(tap.language)) {
    // Nothing is known of what was written before.
    const hide = emptiesChat(tap) ? { hide: [] } : {}
    return { ...lobbyAt(tap, facts), ...hide, attachments: [] }
  }
  const from = incoming.carried ?? (incoming.source ? { source: incoming.source } : {})
  if (heard) {
    const reading =
      [language, heard.language, lastLanguage].find((key) => key && offered(key)) ?? 'de'
    const aside = barrier === 'kept' ? ({ via: 'barrier-sent' } as const) : {}
    const screen = showLobbyDanger(reading, facts, from, heard.kinds, aside)
    return { language: reading, screen, attachments: [] }
  }
  const reader = [language, lastLanguage].find(offered)
  if (barrier && reader)
    return { ...barrierAnswered(barrier, reader, facts, from), attachments: [] }
  // What was written before is not kept, so nobody knows whether it says anything new.
  if (input.kind === 'unreadable' && input.what === 'edited') return null
  // The text has changed since they agreed: they are asked again, in their language.
  if (language && offered(language)) {
    const page = asksMore(input) ?? ({ page: 'consent' } as const)
    return { ...lobbyAt({ do: 'lobby', language, ...page }, facts), attachments: [] }
  }
  if (input.kind === 'tied') {
    const screen = showLinkOver(facts)
    return { language: facts.reading[0] ?? 'de', isGuessed: true, screen, attachments: [] }
  }
  const begins = input.kind === 'command' && BEGINNINGS.includes(input.command)
  if (lastLanguage && offered(lastLanguage) && !begins) {
    const isAsked = lastShown !== undefined && ASKED.test(lastShown.id) && !asksOwn(input)
    const again = isAsked ? { page: 'consent', section: AGAIN } : { page: 'nothing' }
    const shown = asksMore(input) ?? (again as { page: LobbyPage; section?: string })
    const nothing = { do: 'lobby', language: lastLanguage, ...shown, ...from } as const
    return { ...lobbyAt(nothing, facts), attachments: [] }
  }
  const first = facts.reading[0] ?? 'de'
  const isOwn = asksOwn(input)
  const asked = barrier === 'kept' ? 'barrier-sent' : barrier ? 'barrier' : asksMore(input)?.page
  const page = asked ?? (isOwn ? 'nothing' : 'consent')
  const menu = showLanguageMenu(facts, from, page, isOwn)
  const isUnread = input.kind === 'text' && !barrier
  if (isUnread) {
    const reader = { language: first, city: facts.profile.city }
    const languages = buttonsOf(menu, facts).filter(({ speech }) => speech !== undefined)
    const meant = understood(deps, input.text, languages, reader)
    const sure = meant && 'sure' in meant ? meant.sure.tap : undefined
    if (sure?.do === 'lobby') {
      const { language: read } = sure
      const chosen = { do: 'lobby', language: read, page: 'consent', ...from } as const
      return { ...lobbyAt(chosen, facts), attachments: [] }
    }
    if (meant && 'near' in meant) {
      return {
        language: first,
        isGuessed: true,
        screen: showLanguagesNear(meant.near, first, from),
        attachments: [],
      }
    }
  }
  if (isUnread) {
    const screen = showUnreadMenu(menu, facts, from)
    return { language: first, isGuessed: true, screen, attachments: [] }
  }
  const all = { do: 'lobby', language: first, page: 'languages', ...from } as const
  const found = page === 'consent' && begins ? { tap: all } : {}
  return { language: first, isGuessed: true, screen: menu, attachments: [], ...found }
}

/** The screen a tap leads to, with the tap. */
function lobbyAt(tap: LobbyTap, facts: Facts) {
  const { do: _, language, page, sound: __, ...from } = tap
  return { language, screen: showLobby(page, language, facts, from), tap }
}

/** What is said of a barrier that was told of: that it has arrived, or why it was not taken, where it was typed. */
function barrierAnswered(barrier: BarrierBefore, language: string, facts: Facts, from: Carried) {
  const tap = { do: 'lobby', language, ...from } as const
  if (barrier === 'kept') return lobbyAt({ ...tap, page: 'barrier-sent' }, facts)
  const why =
    barrier === 'long'
      ? line('notice.too-long', { most: String(LONGEST_BARRIER) })
      : line('message.reply.enough')
  const { screen, ...shown } = lobbyAt({ ...tap, page: 'barrier' }, facts)
  return { ...shown, screen: { ...screen, lines: [why, ...screen.lines] } }
}

/** What is read before the consent of data, and that a barrier can be told of, where a command asks for it. */
function asksMore(input: Visiting['input']): { page: 'more' | 'barrier' } | undefined {
  if (input.kind !== 'command') return undefined
  if (input.command === 'barrier') return { page: 'barrier' }
  return input.command === 'privacy' ? { page: 'more' } : undefined
}

// Where the consent is asked for, or was left for no more than a look aside: nobody has said no.
const ASKED = /^(consent|lobby\.(near|person))/

const asksOwn = (input: Visiting['input']) =>
  input.kind === 'command' && OWN.includes(input.command)

const BEGINNINGS: readonly Command[] = ['start', 'language']
// About what is held: nothing, which is then said once more in the language that is chosen.
const OWN: readonly Command[] = ['mydata', 'delete', 'appointment']
