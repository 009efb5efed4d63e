import { describe, expect, it } from 'vitest'
import { everyScreen } from '../../../scripts/gallery/every-talk.ts'
import { factsAt, MONDAY } from '../../../scripts/gallery/talk-facts.ts'
import type { Screen } from '../../../src/domain/dialog/screen.ts'
import { showLobby } from '../../../src/domain/dialog/show/lobby.ts'

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

  it('is not said of a language that was reviewed', () => {
    expect(says(showLobby('consent', 'ar', facts), 'lobby.language.unreviewed')).toBe(0)
  })
})
