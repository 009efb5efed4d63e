import { describe, expect, it } from 'vitest'
import { factsAt, MONDAY, shownFacts } from '../../../scripts/gallery/talk-facts.ts'
import { nameOf } from '../../../src/domain/dialog/called.ts'
import { isAbout } from '../../../src/domain/dialog/party.ts'
import { type Input, reduce } from '../../../src/domain/dialog/reduce.ts'
import { show } from '../../../src/domain/dialog/show/show.ts'
import { beginTalk, type Place } from '../../../src/domain/dialog/talk.ts'
import type { Tap } from '../../../src/domain/dialog/tap.ts'
import {
  mayBring,
  memberBy,
  type PartyMember,
  type Relation,
  signOf,
} from '../../../src/domain/people/party.ts'
import { createI18n } from '../../../src/i18n/index.ts'

const i18n = createI18n()
const member = (id: string, relation: Relation | null, more: Partial<PartyMember> = {}) => ({
  id: `00000000-${id}`,
  relation,
  label: null,
  isMeant: false,
  ...more,
})
const own = member('000001', null)
const limits = { movesPerWeek: 3, cancellationsPerWeek: 3 }

const facts = (...party: PartyMember[]) => ({ ...shownFacts(factsAt(MONDAY)), party })
const at = (place: Place) => ({ ...beginTalk('de'), place })
const tap = (tap: Tap): Input => ({ kind: 'tap', tap })

describe('whether one more may come', () => {
  const three = [own, member('000002', 'mother'), member('000003', 'child')]
  it.each([
    ['one', [own], 0, {}, undefined],
    ['two', three.slice(0, 2), 5, {}, undefined],
    ['three', three, 0, {}, 'too-many-people'],
    ['three where five may', three, 0, { peopleTogether: 5 }, undefined],
    ['one where one may', [own], 0, { peopleTogether: 1 }, 'too-many-people'],
    ['six requests', [own], 6, {}, 'too-many-changes'],
  ] as const)('%s', (_what, party, requests, more, refused) => {
    expect(mayBring({ ...limits, ...more }, party, requests)).toBe(refused)
  })
})

describe('what somebody is called', () => {
  const words = (...party: PartyMember[]) =>
    party.map((one) => i18n.t('de', nameOf(one, party), MONDAY).replace(/[\u2066-\u2069]/g, ''))
  const fatma = (id: string, relation: Relation, label = 'Fatma') => member(id, relation, { label })

  it.each<[string, PartyMember[], string[]]>([
    ['two names', [own, fatma('2', 'mother')], ['🙋 Ich selbst', 'Fatma']],
    [
      'one name for a mother and a child',
      [own, fatma('2', 'mother'), fatma('3', 'child', 'fatma ')],
      ['🙋 Ich selbst', '👩 Meine Mutter: Fatma', '🧒 Mein Kind: fatma '],
    ],
    [
      'one name for two children',
      [own, fatma('2', 'child'), fatma('3', 'child')],
      ['🙋 Ich selbst', 'Fatma', 'Fatma 2'],
    ],
    [
      'one name for two children and a mother',
      [fatma('1', 'mother'), fatma('2', 'child'), fatma('3', 'child')],
      ['👩 Meine Mutter: Fatma', '🧒 Mein Kind: Fatma', '🧒 Mein Kind 2: Fatma'],
    ],
    [
      'two children without a name',
      [own, member('2', 'child'), member('3', 'child')],
      ['🙋 Ich selbst', '🧒 Mein Kind', '🧒 Mein Kind 2'],
    ],
  ])('%s', (_what, party, names) => {
    expect(words(...party)).toEqual(names)
    expect(new Set(names).size).toBe(names.length)
  })
})

describe('whom a button is about', () => {
  it.each([
    [{ do: 'cancel' }, undefined, 'self'],
    [{ do: 'cancel' }, '000002', '000002'],
    [{ do: 'for', whom: '000003' }, '000002', '000003'],
    [{ do: 'vouch', relation: 'mother' }, '000002', undefined],
    [{ do: 'erase-yes', whom: '000002' }, '000002', undefined],
    [{ do: 'agree', language: 'de' }, undefined, undefined],
  ] as const)('%o on a screen of %s', (pressed, of, whom) => {
    expect(isAbout(pressed, of)).toBe(whom)
  })

  it('is said by a sign that tells nothing and finds one of them', () => {
    const mother = member('000002', 'mother', { label: 'Fatma' })
    expect(signOf(own)).toBe('self')
    expect(signOf(mother)).toBe('000002')
    expect(memberBy([own, mother], '000002')).toBe(mother)
    expect(memberBy([own, mother], '000009')).toBeUndefined()
  })
})

describe('what they are called', () => {
  it('what they are, counted where several are the same, or as it was typed', () => {
    const party = [
      { ...own, isMeant: true },
      member('000002', 'child'),
      member('000003', 'child', { label: 'Amina' }),
      member('000004', 'child'),
    ]
    const { rows } = show(at({ at: 'people' }), facts(...party))
    const labels = rows.flat().map(({ label }) => label)
    expect(labels.slice(1, 4)).toEqual([
      { key: 'party.relation.option.child' },
      { key: 'common.name', values: { name: 'Amina' } },
      {
        key: 'party.numbered',
        values: { who: { key: 'party.relation.option.child' }, number: '2' },
      },
    ])
  })

  it.each([
    ['', 'notice.use-buttons', []],
    ['x'.repeat(31), 'notice.too-long', []],
    [' Amina\n', undefined, [{ do: 'label', label: 'Amina' }]],
  ])('%j', (text, notice, intents) => {
    const child = member('000002', 'child', { isMeant: true })
    const step = reduce(at({ at: 'label' }), { kind: 'text', text }, facts(own, child))
    expect(step.notice?.key).toBe(notice)
    expect(step.intents).toEqual(intents)
  })

  it('is no cry for help: the numbers stand alone and the question stays', () => {
    const child = member('000002', 'child', { isMeant: true })
    const cry: Input = {
      kind: 'text',
      text: 'Mein Mann schlägt mich',
      heard: { kinds: ['violence'], language: 'de' },
    }
    const step = reduce(at({ at: 'label' }), cry, facts(own, child))
    expect(step).toMatchObject({ heard: { kinds: ['violence'], asked: false }, intents: [] })
    expect(step.talk.place).toEqual({ at: 'label' })
  })
})

describe('erasing', () => {
  const party = [{ ...own, isMeant: true }, member('000002', 'mother')]
  it('asks once more, for whom it was asked, and for nobody else', () => {
    const asked = reduce(
      at({ at: 'people' }),
      tap({ do: 'erase', whom: '000002' }),
      facts(...party),
    )
    expect(asked.talk.place).toEqual({ at: 'erase', whom: '000002' })
    expect(asked.intents).toEqual([])
    const yes = (whom: string) =>
      reduce(asked.talk, tap({ do: 'erase-yes', whom }), facts(...party))
    expect(yes('000002').intents).toEqual([{ do: 'erase', whom: '000002' }])
    expect(yes('self').intents).toEqual([])
    expect(yes('all').intents).toEqual([])
    const done = (relation: string) => ({
      key: 'party.erase.done',
      values: { who: { key: `party.relation.option.${relation}` } },
    })
    expect(yes('000009').notice).toEqual(done('other'))
  })
})

it('a reply to what staff wrote to another of them turns to them first', () => {
  const written = { person: '00000000-000002', request: 'i2', centre: 'hochfeld', replies: 0 }
  const party = [{ ...own, isMeant: true }, member('000002', 'mother')]
  const world = { ...facts(...party), written }
  const step = reduce(at({ at: 'appointment' }), { kind: 'text', text: 'Sie kommt' }, world)
  expect(step.intents).toEqual([{ do: 'turn', person: written.person }])
})

it('what is typed at the question of another than staff wrote to stays there', () => {
  const written = { person: '00000000-000001', request: 'i1', centre: 'hochfeld', replies: 0 }
  const world = { ...facts(own, member('000002', 'mother', { isMeant: true })), written }
  const asked = at({ at: 'question', id: 'topics' })
  const step = reduce(asked, { kind: 'text', text: 'Fatma kommt auch' }, world)
  expect(step).toMatchObject({ notice: { key: 'notice.use-buttons' }, intents: [] })
  expect(step.talk.place).toEqual(asked.place)
  const heard = { kinds: ['violence'], language: 'de' } as const
  const cry = reduce(asked, { kind: 'text', text: 'Er schlägt mich', heard }, world)
  expect(cry).toMatchObject({ heard: { kinds: ['violence'], asked: false }, intents: [] })
})

it('after a cry the numbers stand alone, whoever the talk is about', () => {
  const heard = { kinds: ['violence'], asked: false } as const
  const party = facts(own, member('000002', 'mother', { isMeant: true }))
  const { lines, of } = show(at({ at: 'times' }), party, { heard })
  expect([JSON.stringify(lines).includes('party.person'), of]).toEqual([false, '000002'])
})

it('a screen bears the sign of whom it is about, and their name above all else but numbers', () => {
  const mother = member('000002', 'mother', { isMeant: true })
  const words = (place: Place) => {
    const screen = show(at(place), facts(own, mother))
    return [screen.of, JSON.stringify(screen.lines[0]).includes('party.person')]
  }
  expect(words({ at: 'times' })).toEqual(['000002', true])
  expect(words({ at: 'page', page: 'my-data' })).toEqual(['000002', true])
  expect(words({ at: 'page', page: 'danger' })).toEqual(['000002', false])
  expect(show(at({ at: 'times' }), facts({ ...own, isMeant: true })).of).toBeUndefined()
})
