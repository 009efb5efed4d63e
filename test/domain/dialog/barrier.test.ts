// What is typed of a barrier in the talk: kept as such and as nothing else, and a cry for help is heard there.

import { describe, expect, it, test } from 'vitest'
import { factsAt, MONDAY, shownFacts } from '../../../scripts/gallery/talk-facts.ts'
import { fieldAt } from '../../../src/domain/dialog/field.ts'
import { type Input, reduce } from '../../../src/domain/dialog/reduce.ts'
import { show } from '../../../src/domain/dialog/show/show.ts'
import { beginTalk, type Facts, go } from '../../../src/domain/dialog/talk.ts'
import { LONGEST_BARRIER } from '../../../src/domain/people/barrier-report.ts'

const facts = factsAt(MONDAY)
const at = { at: 'page', page: 'barrier' } as const
const talk = go(beginTalk('ar'), at)
const sends = (text: string, more: Partial<Extract<Input, { kind: 'text' }>> = {}, world = facts) =>
  reduce(talk, { kind: 'text', text, ...more }, world)

test('/barrier and the notice on data lead there, and back leads to where one was', () => {
  const step = reduce(beginTalk('ar'), { kind: 'command', command: 'barrier' }, facts)
  expect(step.talk.place).toEqual(at)
  const back = reduce(step.talk, { kind: 'tap', tap: { do: 'back' } }, facts)
  expect(back.talk.place).toEqual(beginTalk('ar').place)
  const rest = { at: 'page', page: 'privacy', section: 'rest' } as const
  const privacy = show(go(beginTalk('ar'), rest), shownFacts(facts))
  expect(JSON.stringify(privacy.rows)).toContain('"page":"barrier"')
})

describe('what is typed there', () => {
  it('is kept whole, and asked for in lines', () => {
    const step = sends(' zu klein\nund 17 Cent ')
    expect(step.intents).toEqual([{ do: 'tell-barrier', text: 'zu klein\nund 17 Cent' }])
    expect(step.talk.place).toEqual({ at: 'page', page: 'barrier-sent' })
    expect(fieldAt(talk, facts)).toEqual({ as: 'lines' })
  })

  it.each([
    ['', 'barrier.empty'],
    ['x'.repeat(LONGEST_BARRIER + 1), 'notice.too-long'],
  ])('is refused where it is nothing or too long, and the talk stays', (text, key) => {
    const step = sends(text)
    expect(step).toMatchObject({ talk: { place: at }, intents: [], notice: { key } })
  })

  it('is no answer to what staff wrote', () => {
    const written = { person: 'p', request: 'i', centre: 'hochfeld', replies: 0 }
    const world: Facts = { ...facts, written }
    expect(sends('klein', {}, world).intents).toEqual([{ do: 'tell-barrier', text: 'klein' }])
  })

  it('is kept where it is a cry for help, and the numbers stand above', () => {
    const step = sends('Hilfe', { heard: { kinds: ['violence'], language: 'de' } as never })
    expect(step.intents).toEqual([{ do: 'tell-barrier', text: 'Hilfe' }])
    expect(step.heard).toEqual({ kinds: ['violence'], asked: true })
    const shown = show(step.talk, shownFacts(facts), { heard: step.heard })
    expect(shown.id).toBe('barrier-sent')
    expect(shown.lines.some((line) => 'phone' in line)).toBe(true)
  })

  it('is a way where it names one', () => {
    const tap = { do: 'back' } as const
    const meant = { sure: { label: { key: 'common.button.back' }, tap } } as never
    expect(sends('zurück', { meant })).toMatchObject({
      intents: [],
      talk: { place: { at: 'question' } },
    })
  })

  it('is to be written: nobody hears a voice message about it', () => {
    const step = reduce(talk, { kind: 'unreadable', what: 'voice' }, facts)
    expect(step).toMatchObject({ intents: [], notice: { key: 'notice.voice-write' } })
  })
})
