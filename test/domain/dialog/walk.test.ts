import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factsAt, MONDAY } from '../../../scripts/gallery/talk-facts.ts'
import { COMMANDS } from '../../../src/domain/dialog/commanded.ts'
import type { Input } from '../../../src/domain/dialog/reduce.ts'
import { beginTalk, placeBefore } from '../../../src/domain/dialog/talk.ts'
import type { Tap } from '../../../src/domain/dialog/tap.ts'
import { runs } from '../../support/runs.ts'
import { carriedOut, look, tapsOf, type World } from './walked.ts'

const anyTap: fc.Arbitrary<Tap> = fc.oneof(
  fc.constantFrom<Tap>(
    { do: 'back' },
    { do: 'on' },
    { do: 'times' },
    { do: 'days' },
    { do: 'centres' },
    { do: 'move' },
    { do: 'cancel' },
    { do: 'cancel-yes', booking: 'a1' },
    { do: 'cancel-yes', booking: 'somebody-else' },
    { do: 'wait' },
    { do: 'wait-still' },
    { do: 'waiting' },
    { do: 'stop-waiting' },
    { do: 'wish', about: 'days', option: '1' },
    { do: 'wish', about: 'days', option: '7' },
    { do: 'wish', about: 'parts', option: 'evening' },
    { do: 'wish', about: 'centres', option: 'atlantis' },
    { do: 'wish-on', about: 'days' },
    { do: 'wish-on', about: 'centres' },
    { do: 'take', booking: 'o1' },
    { do: 'decline', booking: 'o1' },
    { do: 'details' },
    { do: 'details-yes' },
    { do: 'again' },
    { do: 'appointment' },
    { do: 'remind' },
    { do: 'withdraw', scope: 'details' },
    { do: 'delete-yes' },
    { do: 'call-back', by: 'phone' },
    { do: 'done', question: 'topics' },
    { do: 'skip', question: 'age' },
    { do: 'answer', question: 'urgent', option: 'yes' },
    { do: 'answer', question: 'topics', option: 'no-such-topic' },
    { do: 'answer', question: 'spoken', option: 'ckb' },
    { do: 'centre', centre: 'atlantis' },
    { do: 'day', centre: 'hochfeld', day: '2026-02-30' },
    { do: 'time', centre: 'hochfeld', startsAt: MONDAY - 1 },
    { do: 'book', centre: 'hochfeld', startsAt: MONDAY, remind: 'yes' },
    { do: 'language', language: 'xx' },
    { do: 'agree', language: 'de' },
  ),
)

const move = fc.oneof(
  { weight: 6, arbitrary: fc.record({ press: fc.nat(40) }) },
  {
    weight: 3,
    arbitrary: fc
      .oneof(
        anyTap.map((tap): Input => ({ kind: 'tap', tap })),
        fc.constantFrom(...COMMANDS).map((command): Input => ({ kind: 'command', command })),
        fc
          .oneof(
            fc.string(),
            fc.constantFrom('47119', '٤٧٠٥٣', '47001', '45127', '0203 123456', 'x'.repeat(500)),
          )
          .map((text): Input => ({ kind: 'text', text })),
        fc
          .constantFrom('photo', 'voice', 'sticker', 'file', 'edited', 'other')
          .map((what): Input => ({ kind: 'unreadable', what }) as Input),
        fc
          .record({ phone: fc.constantFrom('', '4917612345678', '110'), isOwn: fc.boolean() })
          .map((shared): Input => ({ kind: 'contact', ...shared })),
        fc
          .record({ latitude: fc.double(), longitude: fc.double() })
          .map((shared): Input => ({ kind: 'location', ...shared })),
        fc.constant<Input>({ kind: 'unknown-button' }),
      )
      .map((input) => ({ input })),
  },
)

describe('the talk under any input in any order', () => {
  it('never throws and never ends in a screen without a way on and a way to a person', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(move, fc.nat(20)), { minLength: 50, maxLength: 100 }),
        (moves) => {
          const talk = beginTalk('ar')
          const facts = factsAt(MONDAY)
          let world: World = { talk, facts, screen: look(talk, facts) }
          for (const [step, luck] of moves) {
            const taps = tapsOf(world.screen)
            const tap = 'press' in step ? taps[step.press % taps.length] : undefined
            const input =
              'input' in step ? step.input : tap ? ({ kind: 'tap', tap } as const) : undefined
            if (!input) throw new Error(`no button on ${world.screen.id}`)
            world = carriedOut(world, input, luck)
            const kinds = tapsOf(world.screen).map((one) =>
              one.do === 'open' ? `open ${one.page}` : one.do,
            )
            const { id } = world.screen
            expect(kinds.length, id).toBeGreaterThan(0)
            expect(kinds.includes('open person') || id === 'person', `a person from ${id}`).toBe(
              true,
            )
            const before = placeBefore(world.talk, world.facts)
            expect(kinds.includes('back'), `back from ${id}`).toBe(before !== undefined)
            expect(world.talk.trail.length).toBeLessThanOrEqual(12)
          }
        },
      ),
      // 150 walks of 50 to 100 inputs each: at least 10,000 inputs a run.
      { numRuns: runs(150) },
    )
  })

  it('reaches an appointment from wherever a walk has ended', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 40 }), (presses) => {
        const talk = beginTalk('ckb')
        const facts = factsAt(MONDAY)
        let world: World = { talk, facts, screen: look(talk, facts) }
        for (const press of presses) {
          const taps = tapsOf(world.screen)
          const tap = taps[press % taps.length]
          if (tap) world = carriedOut(world, { kind: 'tap', tap }, 1)
        }
        for (let i = 0; i < 30 && world.facts.appointment?.state !== 'booked'; i++) {
          const tap = forward(tapsOf(world.screen), i)
          world = carriedOut(world, { kind: 'tap', tap }, 1)
        }
        expect(world.facts.appointment?.state).toBe('booked')
      }),
      { numRuns: runs(300) },
    )
  })
})

/** What a person who wants an appointment would press. */
function forward(taps: Tap[], step: number): Tap {
  const want = [
    'book',
    'time',
    'centre',
    'answer',
    'on',
    'times',
    'centres',
    'appointment',
    'done',
    'skip',
    'back',
  ]
  for (const kind of want) {
    const fitting = taps.filter((tap) => tap.do === kind && !isDanger(tap))
    const tap = fitting[step % Math.max(1, fitting.length)]
    if (tap) return tap
  }
  throw new Error(`no way forward among ${taps.map((tap) => tap.do).join(' ')}`)
}

const isDanger = (tap: Tap): boolean => tap.do === 'answer' && tap.option === 'danger'
