// "Back" leads where one came from, after any walk.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factsAt, MONDAY } from '../../../scripts/gallery/talk-facts.ts'
import { beginTalk, type Place } from '../../../src/domain/dialog/talk.ts'
import type { Tap } from '../../../src/domain/dialog/tap.ts'
import { runs } from '../../support/runs.ts'
import { carriedOut, look, tapsOf, type World } from './walked.ts'

const BACK = { kind: 'tap', tap: { do: 'back' } } as const
const ERRANDS = new Set(['check', 'wish', 'fitting', 'cancel', 'phone', 'safe'])
// What ends an errand, or begins the talk anew: there is no way back into it. A wish changes in place.
const ENDS: ReadonlySet<Tap['do']> = new Set<Tap['do']>([
  ...(['book', 'cancel-yes', 'wish-on', 'wait-still', 'stop-waiting', 'take'] as const),
  ...(['decline', 'vouch'] as const),
  ...(['wish', 'coming', 'late', 'delete-yes', 'again', 'language', 'withdraw', 'remind'] as const),
])

const begun = (): World => {
  const [talk, facts] = [beginTalk('ar'), factsAt(MONDAY)]
  return { talk, facts, screen: look(talk, facts) }
}
const press = (world: World, tap: Tap, luck = 1) => carriedOut(world, { kind: 'tap', tap }, luck)
const name = (place: Place) => JSON.stringify(place)

/** One press of a walk: what was seen before it, and after. */
type Press = { before: World; tap: Tap; after: World }

function walk(presses: readonly (readonly [number, number])[]): Press[] {
  const walked: Press[] = []
  let world = begun()
  for (const [which, luck] of presses) {
    const taps = tapsOf(world.screen)
    const tap = taps[which % taps.length]
    if (!tap) break
    const after = press(world, tap, luck)
    walked.push({ before: world, tap, after })
    world = after
  }
  return walked
}

const anyWalk = fc.array(fc.tuple(fc.nat(40), fc.nat(20)), { minLength: 10, maxLength: 60 })

describe('back', () => {
  it('shows the screen before it, whatever was opened from where', () => {
    fc.assert(
      fc.property(anyWalk, (presses) => {
        for (const { before, tap, after } of walk(presses)) {
          const isNew = name(before.talk.place) !== name(after.talk.place)
          if (tap.do === 'back' || ENDS.has(tap.do) || !isNew) continue
          const back = carriedOut(after, BACK, 1)
          expect(back.talk.place, `${tap.do} from ${before.screen.id}`).toEqual(before.talk.place)
          expect(back.screen.id).toBe(before.screen.id)
        }
      }),
      { numRuns: runs(300) },
    )
  })

  it('leads into no errand that is over, and to the page on data only from the first question', () => {
    fc.assert(
      fc.property(anyWalk, (presses) => {
        const seen = new Set([name(begun().talk.place)])
        for (const { tap, after } of walk(presses)) {
          if (ENDS.has(tap.do) && after.talk.trail.length > 0) {
            const back = carriedOut(after, BACK, 1).talk.place
            const isPassed = ['book', 'cancel-yes', 'stop-waiting', 'take'].includes(tap.do)
            const isArrived = !ERRANDS.has(after.talk.place.at)
            if (isPassed && isArrived) expect(ERRANDS.has(back.at), tap.do).toBe(false)
            expect(
              seen.has(name(back)) || back.at === 'appointment',
              `${tap.do}: ${name(back)}`,
            ).toBe(true)
          }
          seen.add(name(after.talk.place))
        }
      }),
      { numRuns: runs(300) },
    )
  })

  it('comes to an end: pressed again and again it never goes round in a loop', () => {
    fc.assert(
      fc.property(anyWalk, (presses) => {
        let world = walk(presses).at(-1)?.after ?? begun()
        const isFirst = () => world.talk.place.at === 'question' && world.talk.trail.length === 0
        for (let times = 0; times < 16; times++) {
          if (isFirst() || !tapsOf(world.screen).some(({ do: what }) => what === 'back')) return
          world = carriedOut(world, BACK, 1)
        }
        expect.unreachable(`still going back at ${world.screen.id}`)
      }),
      { numRuns: runs(300) },
    )
  })

  it('from a booked time and from the waiting list leads to the times, not to the page on data', () => {
    const toTimes: Tap[] = [
      { do: 'answer', question: 'urgent', option: 'no' },
      { do: 'answer', question: 'topics', option: 'housing' },
      { do: 'answer', question: 'district', option: 'mitte' },
      { do: 'answer', question: 'spoken', option: 'ar' },
    ]
    const times = toTimes.reduce((world, tap) => press(world, tap), begun())
    const waiting: Tap[] = [
      { do: 'wait' },
      ...(['days', 'parts', 'centres'] as const).map(
        (about) => ({ do: 'wish-on', about }) as const,
      ),
    ]
    // Whether or not what is free already has to be looked at first.
    const seesFree = waiting.reduce((world, tap) => press(world, tap), times)
    expect(seesFree.screen.id).toBe('fitting')
    const atOnce = waiting.reduce((world, tap) => press(world, tap, 3), times)
    for (const waits of [press(seesFree, { do: 'wait-still' }), atOnce]) {
      expect(waits.screen.id).toBe('waiting')
      expect(carriedOut(waits, BACK, 1).talk.place.at).toBe('times')
    }
    const stopped = press(press(seesFree, { do: 'waiting' }), { do: 'stop-waiting' })
    expect(ERRANDS.has(carriedOut(stopped, BACK, 1).talk.place.at)).toBe(false)

    const time = tapsOf(times.screen).find(({ do: what }) => what === 'time')
    if (!time) throw new Error('no time')
    const check = press(times, time)
    const book = tapsOf(check.screen).find(({ do: what }) => what === 'book')
    if (!book) throw new Error('no last look')
    const booked = press(check, book)
    expect(booked.screen.id).toBe('appointment')
    expect(carriedOut(booked, BACK, 1).talk.place.at).toBe('times')
  })
})
