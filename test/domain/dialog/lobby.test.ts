import { describe, expect, it } from 'vitest'
import { everyScreen } from '../../../scripts/gallery/every-talk.ts'
import { factsAt, MONDAY } from '../../../scripts/gallery/talk-facts.ts'
import { reduce } from '../../../src/domain/dialog/reduce.ts'
import type { Screen } from '../../../src/domain/dialog/screen.ts'
import { beginTalk } from '../../../src/domain/dialog/talk.ts'
import { locales } from '../../../src/generated/locales.ts'
import { createI18n } from '../../../src/i18n/index.ts'

const facts = { ...factsAt(MONDAY), unreviewed: ['ckb'] }

function says(screen: Screen, key: string): number {
  return screen.lines.filter((line) => 'text' in line && line.text.key === key).length
}

describe('a language nobody has reviewed', () => {
  it('says so with the first question, in its own words, to whoever goes on in it', () => {
    const first = (language: string) =>
      reduce(beginTalk(language), { kind: 'tap', tap: { do: 'agree', language } }, facts)
    expect(first('ckb').notice).toEqual({ key: 'lobby.language.unreviewed' })
    expect(first('ar').notice).toBeUndefined()
  })

  it('says so once: on no screen of its own', () => {
    for (const screen of everyScreen('ckb'))
      expect(says(screen, 'lobby.language.unreviewed')).toBe(0)
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
})
