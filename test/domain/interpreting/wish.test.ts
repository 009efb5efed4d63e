import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atWall } from '../../../src/domain/calendar/wall-clock.ts'
import type { InterpreterOrder } from '../../../src/domain/interpreting/order.ts'
import { interpretingOf } from '../../../src/domain/interpreting/orders.ts'
import { askOf, wishGivenUp } from '../../../src/domain/interpreting/wish.ts'
import type { Pool } from '../../../src/domain/profile/interpreting.ts'
import { cityWith, needingAt, orderFor, poolOf } from '../../support/interpreting.ts'

type Wish = InterpreterOrder['gender']
const mode = 'telephone'
const startsAt = atWall('2026-12-09', 14 * 60)
const said = (gender: Wish) => ({ pool: 'phone', mode, gender }) as const

describe('a pool', () => {
  it.each<[string, Partial<Pool>, Wish, Wish[], Wish | 'nothing']>([
    ['is asked with the wish first', {}, 'woman', [], 'woman'],
    ['that has no woman is asked without the wish', {}, 'woman', ['woman'], null],
    ['that takes wishes, too', { genderWish: true }, 'man', ['man'], null],
    ['that has nobody is asked no more', {}, 'woman', ['woman', null], 'nothing'],
    ['that had nobody at all has no woman', {}, 'woman', [null], 'nothing'],
    ['that takes no wish has nobody', { genderWish: false }, 'woman', ['woman'], 'nothing'],
    ['without a wish is asked once', {}, null, [null], 'nothing'],
    ['is asked with another wish', {}, 'man', ['woman'], 'man'],
    ['is asked where the wish is gone', {}, null, ['woman'], null],
  ])('%s', (_, pool, wish, refused, asked) => {
    const ask = askOf({ pool: poolOf(pool), mode }, wish, refused.map(said))
    expect(ask ? ask.gender : 'nothing').toBe(asked)
  })

  it('is asked again before the next one is, and not for what another refused', () => {
    const other = poolOf({ id: 'other' })
    const talk = needingAt(startsAt, { need: { language: 'ti', gender: 'woman' } })
    const found = interpretingOf(
      talk,
      [orderFor(talk, { state: 'refused' })],
      cityWith([poolOf(), other]),
      atWall('2026-12-01', 600),
    )
    const asks = found.state === 'needed' ? found.asks : []
    expect(asks.map(({ pool, gender }) => [pool.id, gender])).toEqual([
      ['phone', null],
      ['other', 'woman'],
    ])
  })

  it('is never asked the same twice, whatever is wished when', () => {
    const wishes = fc.constantFrom<Wish>('woman', 'man', null)
    fc.assert(
      fc.property(fc.array(wishes, { maxLength: 8 }), (wished) => {
        const refused: ReturnType<typeof said>[] = []
        for (const wish of wished) {
          const ask = askOf({ pool: poolOf(), mode }, wish, refused)
          if (ask) refused.push(said(ask.gender))
        }
        // Never the same twice, and nothing after it was asked for anybody.
        const genders = refused.map(({ gender }) => gender)
        expect(new Set(genders).size).toBe(genders.length)
        expect([-1, genders.length - 1]).toContain(genders.indexOf(null))
      }),
    )
  })
})

describe('a wish', () => {
  const talk = needingAt(startsAt)
  const without = orderFor(talk, { id: 'SM-2' })
  const refused = orderFor(talk, { state: 'refused', gender: 'woman' })
  it.each<[string, Wish, InterpreterOrder[], Wish]>([
    ['was given up where the pool refused it', 'woman', [refused, without], 'woman'],
    ['was not where there is none', null, [refused, without], null],
    ['was not where it came later', 'woman', [without], null],
    ['was not where another was refused', 'man', [refused, without], null],
    ['was not at another time', 'woman', [{ ...refused, startsAt: 0 }, without], null],
    ['was not by another pool', 'woman', [{ ...refused, pool: 'other' }, without], null],
    ['was not where the order waits', 'woman', [{ ...refused, state: 'ordered' }, without], null],
  ])('%s', (_, wish, orders, givenUp) => {
    expect(wishGivenUp(without, wish, orders)).toBe(givenUp)
  })
})
