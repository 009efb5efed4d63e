// Links to the first page: what they say, what of it is unknown, and what comes of it in the talk.

import { describe, expect, it, test } from 'vitest'
import { factsAt, MONDAY } from '../../../scripts/gallery/talk-facts.ts'
import { readPreset } from '../../../src/domain/dialog/preset.ts'
import { reduce } from '../../../src/domain/dialog/reduce.ts'
import { showLobby } from '../../../src/domain/dialog/show/lobby.ts'
import { suggestedCentre } from '../../../src/domain/dialog/suggestion.ts'
import { beginTalk } from '../../../src/domain/dialog/talk.ts'
import type { Tap } from '../../../src/domain/dialog/tap.ts'
import { decodeTap, encodeTap } from '../../../src/domain/dialog/tap-code.ts'
import { startPayload } from '../../../src/domain/profile/source.ts'
import { TOPICS } from '../../../src/domain/questionnaire/first-questions.ts'
import { carriedOut, look, tapsOf, type World } from './walked.ts'

const facts = factsAt(MONDAY)
const languages = facts.reading

describe('a link', () => {
  test.each(languages)('says everything, in %s', (lang) => {
    const query = { lang, centre: 'hochfeld', topic: 'housing', from: 'integreat' }
    const all = { language: lang, source: 'hf-integreat', topic: 'housing' }
    const source = `${facts.profile.centres.find(({ id }) => id === 'hochfeld')?.code.toLowerCase()}`
    expect(readPreset(query, facts)).toEqual({ ...all, source: `${source}-integreat` })
  })

  const unknown = ['', 'xx', 'ku', '../../etc', '<script>', 'a'.repeat(500), 'ü', 'null', ' ']
  describe.each(languages)('in %s', (lang) => {
    test.each(unknown)('with %j for the rest says the language alone', (value) => {
      const { source, ...read } = readPreset(
        { lang, centre: value, topic: value, from: value },
        facts,
      )
      expect(read).toEqual({ language: lang })
      // A place nobody knows is a place all the same, if it has the form of one.
      expect(source).toBe(/^[\w-]{1,16}$/.test(value) ? value : undefined)
    })
    test.each(unknown)('is said by nothing else: %j for the language', (value) => {
      expect(readPreset({ lang: value, topic: 'work' }, facts)).toEqual({ topic: 'work' })
    })
  })

  test.each([
    ['de-DE', 'de'],
    ['DE', 'de'],
    ['uk_UA', 'uk'],
    ['ckb-IQ', 'ckb'],
  ])('names a language as %s', (lang, language) => {
    expect(readPreset({ lang }, facts)).toEqual({ language })
  })

  test.each([
    [{}, {}],
    [{ centre: 'hochfeld' }, { source: 'ho' }],
    [{ centre: 'HO' }, { source: 'ho' }],
    [{ from: 'ho-school' }, { source: 'ho-school' }],
    [{ centre: 'hochfeld', from: 'ho-school' }, { source: 'ho-school' }],
    [{ centre: 'hochfeld', from: 'rh-school' }, { source: 'ho-rh-school' }],
    [{ centre: 'atlantis', from: 'integreat' }, { source: 'integreat' }],
    [{ centre: 'hochfeld', from: 'ü' }, { source: 'ho' }],
  ])('%j comes from %j', (query, expected) => expect(readPreset(query, facts)).toEqual(expected))

  test.each([
    ['ho-integreat', 'ho-integreat'],
    ['ho-0123456789abcdef', 'ho'],
    ['0123456789abcdefg', undefined],
  ])('leads on into Telegram with %s as %s', (source, payload) => {
    expect(startPayload(source)).toBe(payload)
  })
})

describe('what a link brought', () => {
  const agree: Tap = { do: 'agree', language: 'de', source: 'rh-integreat', topic: 'housing' }
  const agreed = (tap = agree): World => {
    const talk = beginTalk('de', tap.do === 'agree' ? tap.source : undefined)
    return pressed({ talk, facts, screen: look(talk, facts) }, tap)
  }
  const pressed = (world: World, tap: Tap) => carriedOut(world, { kind: 'tap', tap }, 1)
  const presses = (world: World, does: string) => {
    const tap = tapsOf(world.screen).find((one) => encodeTap(one, false).includes(does))
    if (!tap) throw new Error(`no ${does} on ${world.screen.id}`)
    return pressed(world, tap)
  }
  const atCheck = (world = agreed()) =>
    ['an~urgent~no', 'an~district', 'an~spoken', 'tm~'].reduce(presses, world)
  const keys = ({ screen }: World) =>
    screen.lines.flatMap((line) => ('text' in line ? [line.text.key] : []))

  test.each(TOPICS)('goes with every button before the consent: %s', (topic) => {
    for (const page of ['consent', 'more', 'declined', 'danger', 'languages', 'centres'] as const) {
      for (const tap of tapsOf(showLobby(page, 'ckb', facts, { source: 'ho-integreat', topic }))) {
        expect(tap).toMatchObject({ source: 'ho-integreat', topic })
        expect(decodeTap(encodeTap(tap, false))?.tap).toEqual(tap)
      }
    }
  })

  it('is said before anybody agrees, and nothing is for a topic that is none', () => {
    const said = (topic: string) =>
      showLobby('consent', 'de', facts, { topic }).lines.filter(
        (line) => 'text' in line && line.text.key === 'booking.check.topic',
      )
    expect(said('housing')).toHaveLength(1)
    expect(said('atlantis')).toHaveLength(0)
  })

  it('is never asked: the topic is answered, the centre’s times come first', () => {
    let world = presses(agreed(), 'an~urgent~no')
    expect(world.talk.place).toEqual({ at: 'question', id: 'district' })
    world = presses(presses(world, 'an~district'), 'an~spoken')
    expect(world.talk.place).toEqual({ at: 'times' })
    expect(suggestedCentre(world.talk, facts)?.centre).toBe('rheinhausen')
    expect(tapsOf(world.screen)).toContainEqual(
      expect.objectContaining({ do: 'time', centre: 'rheinhausen' }),
    )
    // The others are a tap away.
    world = presses(presses(world, 'wy'), 'cs')
    expect(tapsOf(world.screen)).toContainEqual({ do: 'centre', centre: 'hochfeld' })
  })

  it('is shown at the check, changed there with two taps, and leads back to it', () => {
    const check = atCheck()
    expect(keys(check)).toContain('booking.check.topic')
    const asked = presses(check, 'mr~topics')
    expect(asked.talk.place).toEqual({ at: 'question', id: 'topics' })
    const back = presses(asked, 'an~topics~residence')
    expect(back.talk.place).toEqual(check.talk.place)
    expect(back.talk.answers['topics']).toEqual(['residence'])
    expect(keys(back)).not.toContain('booking.check.topic')
    expect(presses(back, 'bo~').talk.done).toBe(true)
  })

  it('stays where it is right: "continue" leads back as well', () => {
    const check = atCheck()
    const back = presses(presses(check, 'mr~topics'), 'dn~topics')
    expect(back.talk.place).toEqual(check.talk.place)
    expect(back.talk.answers['topics']).toEqual(['housing'])
    expect(presses(check, 'bk').talk.answers['topics']).toEqual(['housing'])
  })

  it('is a topic like another once it is booked', () => {
    const { talk } = presses(atCheck(), 'bo~')
    expect(talk).toMatchObject({ done: true, answers: { topics: ['housing'] } })
  })

  it('is not in question again when the appointment is moved', () => {
    const there = ['bo~', 'mo'].reduce(presses, atCheck())
    const booked = there.facts.appointment?.startsAt
    const other = tapsOf(there.screen).find((tap) => tap.do === 'time' && tap.startsAt !== booked)
    if (!other) throw new Error('there is no other time')
    const moving = pressed(there, other)
    expect(moving.screen.id).toBe('check.move')
    expect(keys(moving)).not.toContain('booking.check.topic')
  })

  it('is not asked after an urgent request either', () => {
    let world = presses(agreed(), 'an~urgent~yes')
    world = presses(presses(world, 'an~reason~letter'), 'tm~')
    expect(keys(world)).toContain('booking.check.topic')
  })

  it('is nothing where no such topic is', () => {
    const { talk } = agreed({ do: 'agree', language: 'de', topic: 'atlantis' })
    expect(talk.answers).toEqual({})
    expect(talk.broughtTopic).toBeUndefined()
  })

  it('leaves a talk without it as it was', () => {
    const step = reduce(
      beginTalk('de'),
      { kind: 'tap', tap: { do: 'agree', language: 'de' } },
      facts,
    )
    expect(step.talk).toEqual(beginTalk('de'))
  })
})

describe('the code of a button', () => {
  it('leaves away what says nothing at its end', () => {
    expect(encodeTap({ do: 'agree', language: 'de' }, false)).toBe('1~ag~de')
    expect(encodeTap({ do: 'agree', language: 'de', topic: 'work' }, false)).toBe('1~ag~de~~~~work')
    expect(decodeTap('1~ag~de~~~~~')).toBeNull()
    expect(decodeTap('1~ag')).toBeNull()
    expect(decodeTap('1~ag~de~~~')?.tap).toEqual({ do: 'agree', language: 'de' })
  })
})
