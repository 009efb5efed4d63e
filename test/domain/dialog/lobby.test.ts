import { describe, expect, it } from 'vitest'
import { everyScreen } from '../../../scripts/gallery/every-talk.ts'
import { factsAt, MONDAY } from '../../../scripts/gallery/talk-facts.ts'
import { reduce } from '../../../src/domain/dialog/reduce.ts'
import type { Screen } from '../../../src/domain/dialog/screen.ts'
import { showLobby } from '../../../src/domain/dialog/show/lobby.ts'
import { beginTalk } from '../../../src/domain/dialog/talk.ts'
import { locales } from '../../../src/generated/locales.ts'
import { createI18n } from '../../../src/i18n/index.ts'
import { render } from '../../../src/telegram/render.ts'

const facts = { ...factsAt(MONDAY), unreviewed: ['ckb'] }

function says(screen: Screen, key: string): number {
  return screen.lines.filter((line) => 'text' in line && line.text.key === key).length
}

describe('a language nobody has reviewed', () => {
  it('says so with the first words, before the question', () => {
    const screen = showLobby('consent', 'ckb', facts)
    expect(says(screen, 'lobby.language.unreviewed')).toBe(1)
    expect(screen.lines.at(-1)).toEqual({ text: { key: 'lobby.consent.ask' } })
  })

  it('says so once: on no other screen', () => {
    const screens = everyScreen('ckb').filter(({ id }) => id !== 'consent')
    for (const screen of screens) expect(says(screen, 'lobby.language.unreviewed')).toBe(0)
  })

  it('says so in its own words, in every language', () => {
    const i18n = createI18n()
    expect(i18n.languages).toHaveLength(11)
    for (const { key } of i18n.languages) {
      const said = i18n.t(key, { key: 'lobby.language.unreviewed' }, MONDAY)
      const { text } = render(i18n, showLobby('consent', key, factsAt(MONDAY)), key, MONDAY)
      const tells = i18n.unreviewed.includes(key)
      expect(text.split(said), key).toHaveLength(tells ? 2 : 1)
    }
  })

  it('is never German, which is no translation, reviewed or not', () => {
    expect(locales['de']?.meta.reviewed).toBe(false)
    expect(createI18n().unreviewed).not.toContain('de')
    const talk = { ...beginTalk('ar'), place: { at: 'languages' } as const }
    const tap = { do: 'language', language: 'de' } as const
    expect(reduce(talk, { kind: 'tap', tap }, factsAt(MONDAY)).notice).toBeUndefined()
  })

  it('says so to somebody who changes to it in the middle of a talk', () => {
    const change = (language: string) => {
      const talk = { ...beginTalk('de'), place: { at: 'languages' } as const }
      return reduce(talk, { kind: 'tap', tap: { do: 'language', language } }, facts)
    }
    expect(change('ckb')).toMatchObject({
      talk: { language: 'ckb' },
      notice: { key: 'lobby.language.unreviewed' },
    })
    expect(change('ar').notice).toBeUndefined()
    expect(change('xx')).toMatchObject({ talk: { language: 'de' } })
  })

  it('is not said of a language that was reviewed', () => {
    expect(says(showLobby('consent', 'ar', facts), 'lobby.language.unreviewed')).toBe(0)
  })
})
