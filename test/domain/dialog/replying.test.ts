import { describe, expect, it } from 'vitest'
import { factsAt, MONDAY } from '../../../scripts/gallery/talk-facts.ts'
import { reduce } from '../../../src/domain/dialog/reduce.ts'
import { LONGEST_REPLY, MOST_REPLIES } from '../../../src/domain/dialog/replying.ts'
import { beginTalk, type Place, type Written } from '../../../src/domain/dialog/talk.ts'

const written: Written = { person: 'p1', request: 'i1', centre: 'hochfeld', replies: 0 }

const types = (text: string, place: Place, to: Written | null = written) =>
  reduce(
    { ...beginTalk('ckb'), place },
    { kind: 'text', text },
    { ...factsAt(MONDAY), written: to },
  )

describe('what is typed', () => {
  it.each<Place>([
    { at: 'appointment' },
    { at: 'sent' },
    { at: 'times' },
    { at: 'page', page: 'help' },
    { at: 'page', page: 'replied' },
    { at: 'question', id: 'topics' },
  ])('at $at $page $id is an answer to what staff wrote', (place) => {
    const step = types('  من دێم \u202E\n', place)
    expect(step.intents).toEqual([{ do: 'reply', request: 'i1', text: 'من دێم' }])
    expect(step.talk.place).toEqual({ at: 'page', page: 'replied' })
  })

  it.each<Place>([
    { at: 'question', id: 'note' },
    { at: 'question', id: 'alias' },
    { at: 'question', id: 'district' },
    { at: 'phone' },
  ])('at $at $id, where the talk asks for text, is not', (place) => {
    expect(types('0203', place).intents.filter((intent) => intent.do === 'reply')).toEqual([])
  })

  it('presses the button it names exactly, also after staff wrote', () => {
    const press = { label: { key: 'common.button.language' }, tap: { do: 'languages' } } as const
    const step = (meant: { sure: typeof press } | { near: [typeof press] }) =>
      reduce(
        { ...beginTalk('de'), place: { at: 'page', page: 'help' } },
        { kind: 'text', text: 'Sprache', meant },
        { ...factsAt(MONDAY), written },
      )
    expect(step({ sure: press })).toMatchObject({
      talk: { place: { at: 'languages' } },
      intents: [],
    })
    expect(step({ near: [press] }).intents).toMatchObject([{ do: 'reply', text: 'Sprache' }])
  })

  it('is no answer where staff wrote nothing', () => {
    const step = types('Hallo', { at: 'appointment' }, null)
    expect(step).toMatchObject({ notice: { key: 'notice.use-buttons' }, intents: [] })
  })

  it('has to be something, and not too long; the person is told', () => {
    const place: Place = { at: 'appointment' }
    expect(types('\u200B', place)).toMatchObject({ notice: { key: 'notice.use-buttons' } })
    expect(types('x'.repeat(LONGEST_REPLY), place).intents).toHaveLength(1)
    expect(types('x'.repeat(LONGEST_REPLY + 1), place)).toMatchObject({
      notice: { key: 'notice.too-long', values: { most: '1000' } },
      intents: [],
    })
  })

  it('leads to the telephone once there were many answers', () => {
    const step = types('noch etwas', { at: 'sent' }, { ...written, replies: MOST_REPLIES })
    expect(step).toMatchObject({
      notice: { key: 'message.reply.enough' },
      talk: { place: { at: 'page', page: 'person' } },
      intents: [],
    })
  })
})
