import { describe, expect, it } from 'vitest'
import { factsAt, MONDAY } from '../../../scripts/gallery/talk-facts.ts'
import { asSeen, isThere } from '../../../src/domain/dialog/seen.ts'
import { ON_PAGE } from '../../../src/domain/dialog/show/on-page.ts'
import { beginTalk, type Place, type Talk } from '../../../src/domain/dialog/talk.ts'
import { createI18n } from '../../../src/i18n/index.ts'

const urgent: Place = { at: 'question', id: 'urgent' }
const topics: Place = { at: 'question', id: 'topics' }
const times: Place = { at: 'times' }
const tap = { kind: 'tap', tap: { do: 'back' } } as const
const talk: Talk = { ...beginTalk('de'), place: times, trail: [urgent, topics] }

describe('an answer on a page', () => {
  it('is given where the talk is, where the page shows that or says nothing', () => {
    expect(asSeen(talk, tap, times)).toEqual({ talk, input: tap })
    expect(asSeen(talk, tap, undefined)).toEqual({ talk, input: tap })
  })

  it('goes back to where its page is, and forgets the way from there', () => {
    const back = asSeen(talk, tap, topics)
    expect(back.talk).toEqual({ ...talk, place: topics, trail: [urgent] })
    expect(back.input).toBe(tap)
  })

  it('where its page is over, a button is left to the talk and a text is not taken for another', () => {
    const gone: Place = { at: 'phone' }
    expect(asSeen(talk, tap, gone)).toEqual({ talk, input: tap })
    expect(asSeen(talk, { kind: 'text', text: '0203' }, gone).input.kind).toBe('unknown-button')
    const cry = { kind: 'text', text: '…', heard: { kinds: ['help'], language: 'de' } } as const
    expect(asSeen(talk, cry, gone).input).toBe(cry)
  })
})

describe('what a page showed', () => {
  const facts = factsAt(MONDAY)
  it('is shown again while it is there', () => {
    for (const place of [urgent, times, { at: 'appointment' } as const]) {
      expect(isThere({ place }, talk, facts)).toBe(true)
    }
    expect(isThere({}, talk, facts)).toBe(true)
  })

  it('is not where it asks what is asked no more, or is about whom is gone', () => {
    expect(isThere({ place: { at: 'question', id: 'gone' } }, talk, facts)).toBe(false)
    expect(isThere({ place: { at: 'question', id: 'age' } }, talk, facts)).toBe(false)
    const agreed = { ...talk, agreed: { details: true, reminders: false } }
    expect(isThere({ place: { at: 'question', id: 'age' } }, agreed, facts)).toBe(true)
    expect(isThere({ place: { at: 'erase', whom: 'abcdef' } }, talk, facts)).toBe(false)
    expect(isThere({ place: { at: 'erase', whom: 'all' } }, talk, facts)).toBe(true)
    expect(isThere({ place: times, of: 'abcdef' }, talk, facts)).toBe(false)
  })
})

it('every sentence that is other on a page is there, and so is what stands for it', () => {
  const i18n = createI18n()
  const keys = Object.entries(ON_PAGE).flatMap(([chat, page]) => (page ? [chat, page] : [chat]))
  for (const { key: language } of i18n.languages) {
    expect(keys.filter((key) => !i18n.exists(key, language))).toEqual([])
  }
})
