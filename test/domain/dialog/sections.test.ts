// What one small screen does not hold stands on several: nothing is lost between them, and each leads back.

import { describe, expect, it } from 'vitest'
import { factsAt, MONDAY, shownFacts } from '../../../scripts/gallery/talk-facts.ts'
import { NO_WISHES } from '../../../src/domain/appointment/wishes.ts'
import { reduce } from '../../../src/domain/dialog/reduce.ts'
import type { Line, Screen } from '../../../src/domain/dialog/screen.ts'
import { MOST_CHOICES } from '../../../src/domain/dialog/show/choices.ts'
import { showLobby } from '../../../src/domain/dialog/show/lobby.ts'
import { show } from '../../../src/domain/dialog/show/show.ts'
import { beginTalk, go, type ShownFacts, type Talk } from '../../../src/domain/dialog/talk.ts'
import type { Page, Tap } from '../../../src/domain/dialog/tap.ts'
import { decodeTap, encodeTap } from '../../../src/domain/dialog/tap-code.ts'
import { duisburg } from '../../support/duisburg.ts'
import { cityWith, poolOf } from '../../support/interpreting.ts'

const facts = shownFacts(factsAt(MONDAY))
const CODES = 'ABCDEFGHIJ'

/** Duisburg with as many centres as asked for, all of the same kind. */
function withCentres(count: number): ShownFacts {
  const [first] = duisburg().centres
  if (!first) throw new Error('no centre')
  const centres = Array.from({ length: count }, (_, nth) => ({
    ...first,
    ...{ id: `centre-${nth}`, name: `Centre ${nth}`, code: `C${CODES[nth]}` },
  }))
  return { ...facts, profile: { ...facts.profile, centres, defaultCentre: 'centre-0' } }
}

const lobby = ({ do: _, language, page, ...from }: Extract<Tap, { do: 'lobby' }>, world = facts) =>
  showLobby(page, language, world, from)

const tapsOf = ({ rows }: Screen): Tap[] =>
  rows.flat().flatMap((button) => ('tap' in button ? [button.tap] : []))
const keysOf = (lines: readonly Line[]) =>
  lines.flatMap((line) => ('text' in line ? [line.text.key] : []))
const phonesOf = (lines: readonly Line[]) =>
  lines.flatMap((line) => ('phone' in line ? [line.phone] : []))

/** Every screen that the buttons which open `pages` lead to from the first of them. */
function sectionsOf(pages: readonly Page[], talk: Talk, world: ShownFacts): Screen[] {
  const found = new Map<string, Screen>()
  const look = (at: Talk) => {
    const screen = show(at, world)
    const name = JSON.stringify(at.place)
    if (found.has(name)) return
    found.set(name, screen)
    for (const tap of tapsOf(screen)) {
      if (tap.do !== 'open' || !pages.includes(tap.page)) continue
      const next = reduce(at, { kind: 'tap', tap }, world).talk
      expect(reduce(next, { kind: 'tap', tap: { do: 'back' } }, world).talk.place).toEqual(at.place)
      look(next)
    }
  }
  const [page] = pages
  if (page) look(go(talk, { at: 'page', page }))
  return [...found.values()]
}

const talk: Talk = {
  ...beginTalk('de'),
  done: true,
  ref: 'HO-7F3K',
  agreed: { details: true, reminders: true },
  answers: {
    ...{ urgent: 'no', topics: ['housing', 'violence'], district: 'mitte', spoken: 'ar' },
    ...{ alias: 'Sara', age: '27-plus', document: 'duldung', household: 'alone', german: 'none' },
    ...{ counsellor: 'woman', needs: ['wheelchair'], note: 'Hallo' },
  },
}

describe('what is held about a person', () => {
  const consents = [{ scope: 'booking', givenAt: MONDAY }]
  const world = { ...facts, consents, waiting: { ...NO_WISHES, days: [1] } }
  const screens = sectionsOf(['my-data'], talk, world)
  const lines = screens.flatMap((screen) => screen.lines)

  it('stands on one of the screens, every answer once', () => {
    const items = lines.flatMap((line) =>
      'text' in line && line.text.key === 'pages.my-data.item'
        ? [JSON.stringify(line.text.values)]
        : [],
    )
    expect(new Set(items).size).toBe(items.length)
    // The language and the code stand with them.
    expect(items).toHaveLength(Object.keys(talk.answers).length + 2)
    const keys = keysOf(lines)
    for (const key of ['chat', 'notes', 'consent']) expect(keys).toContain(`pages.my-data.${key}`)
    expect(keys).toContain('waiting.title')
  })

  it('can be taken along, taken back, stopped and erased from them', () => {
    const does = new Set(screens.flatMap(tapsOf).map((tap) => tap.do))
    for (const one of ['export', 'withdraw', 'stop-waiting', 'hide', 'open'] as const) {
      expect(does, one).toContain(one)
    }
  })
})

describe('the numbers for danger', () => {
  it('are all there, the first three at once, and so is how to ask for help', () => {
    const screens = sectionsOf(['danger'], beginTalk('de'), facts)
    const known = facts.profile.numbers.filter(({ confirmed }) => confirmed)
    expect(screens.flatMap(({ lines }) => phonesOf(lines))).toEqual(known.map((one) => one.number))
    expect(phonesOf(screens[0]?.lines ?? [])).toHaveLength(3)
    expect(screens.flatMap(({ lines }) => keysOf(lines))).toContain('danger.say')
  })
})

describe('what becomes of what is said', () => {
  it('is told in full, before the consent and after it', () => {
    const told = ['who-reads', 'stored', 'delete', 'telegram', 'never']
    const keys = told.map((key) => `lobby.privacy.${key}`)
    const pools = 'lobby.privacy.interpreter'
    expect(
      sectionsOf(['privacy'], beginTalk('de'), facts)
        .flatMap((one) => keysOf(one.lines))
        .includes(pools),
    ).toBe(false)
    // What a pool of interpreters hears, where there is one.
    const profile = cityWith([poolOf()])
    const asking = sectionsOf(['privacy'], beginTalk('de'), { ...facts, profile })
    expect(keysOf(asking[0]?.lines ?? [])).toContain(pools)
    const after = sectionsOf(['privacy'], beginTalk('de'), facts)
    expect(after.flatMap(({ lines }) => keysOf(lines))).toEqual(expect.arrayContaining(keys))
    const first = showLobby('more', 'de', facts)
    const next = tapsOf(first).find((tap) => tap.do === 'lobby' && tap.section)
    if (next?.do !== 'lobby') throw new Error('leads nowhere')
    const rest = lobby(next)
    expect(keysOf([...first.lines, ...rest.lines])).toEqual(expect.arrayContaining(keys))
  })
})

describe.each([1, 2, 3, 5, 6, 8, 9, 10])('in a city with %i centres', (count) => {
  const world = withCentres(count)
  const names = world.profile.centres.map(({ name }) => name)

  it('each can be chosen for a time, few enough at a time', () => {
    const chosen: string[] = []
    let at = go(talk, { at: 'centres' })
    for (let more: Tap | undefined = { do: 'centres' }; more; ) {
      at = reduce(at, { kind: 'tap', tap: more }, world).talk
      const { rows } = show(at, world)
      expect(rows.slice(0, -1).flat().length).toBeLessThanOrEqual(MOST_CHOICES)
      const taps = tapsOf(show(at, world))
      chosen.push(...taps.flatMap((tap) => (tap.do === 'centre' ? [tap.centre] : [])))
      more = taps.find((tap) => tap.do === 'centres')
      if (more) expect(decodeTap(encodeTap(more, false))?.tap).toEqual(more)
    }
    expect(chosen).toEqual(world.profile.centres.map(({ id }) => id))
    const back = reduce(at, { kind: 'tap', tap: { do: 'back' } }, world).talk
    expect(back.place).not.toEqual(at.place)
  })

  it.each(['walk-in', 'person'] as const)('%s leads to each of them', (page) => {
    const screens = sectionsOf([page, 'centre'], beginTalk('de'), world)
    const told = screens.filter(({ lines }) => phonesOf(lines).length > 0)
    const shown = told.flatMap(({ lines }) => JSON.stringify(lines))
    for (const name of names) expect(shown.some((text) => text.includes(`"${name}"`))).toBe(true)
    for (const { id, rows } of screens) {
      expect(rows.slice(0, -1).flat().length, id).toBeLessThanOrEqual(MOST_CHOICES)
    }
  })

  it('each can be looked at before the consent, and left again', () => {
    const seen = new Set<string>()
    const look = (tap: Extract<Tap, { do: 'lobby' }>, from?: string) => {
      const code = encodeTap(tap, false)
      const screen = lobby(tap, world)
      const taps = tapsOf(screen).filter((one) => one.do === 'lobby' && one.page === 'centres')
      if (from) expect(taps.map((one) => encodeTap(one, false))).toContain(from)
      expect(screen.rows.slice(0, -1).flat().length).toBeLessThanOrEqual(MOST_CHOICES)
      if (phonesOf(screen.lines).length > 0) seen.add(JSON.stringify(screen.lines))
      for (const one of taps) {
        if (one.do !== 'lobby' || !one.section || encodeTap(one, false) === code) continue
        // From a later screenful it leads to the first.
        look(one, tap.section || /^\d/.test(one.section) ? undefined : code)
      }
    }
    look({ do: 'lobby', language: 'de', page: 'centres', via: 'declined' })
    for (const name of names) {
      expect([...seen].some((text) => text.includes(`"${name}"`))).toBe(true)
    }
  })
})

it('a button before the consent carries all it must within what Telegram takes', () => {
  const codes = new Set<string>()
  const look = (tap: Extract<Tap, { do: 'lobby' }>) => {
    for (const one of tapsOf(lobby(tap))) {
      const code = encodeTap(one, true)
      if (codes.has(code)) continue
      codes.add(code)
      if (one.do === 'lobby') look(one)
    }
  }
  for (const danger of [['violence'], ['violence', 'suicide', 'young']] as const) {
    const carried = { source: 'ho-integreat-123', danger, reads: 'little' } as const
    look({ do: 'lobby', language: 'kmr', page: 'consent', ...carried })
  }
  expect(codes.size).toBeGreaterThan(100)
  expect([...codes].filter((code) => new TextEncoder().encode(code).length > 64)).toEqual([])
})
