import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DayRoom, nextFree } from '../../src/domain/figures/next-free.ts'

const day = (date: number, free: number, of = 6): DayRoom => ({ day: `2026-12-0${date}`, free, of })

test.each<[string, DayRoom[], DayRoom | null, string | null]>([
  ['no hours', [], null, null],
  ['room at once', [day(1, 3), day(2, 0)], day(1, 3), null],
  ['room after full days', [day(1, 0), day(3, 0), day(4, 1)], day(4, 1), '2026-12-03'],
  ['no room at all', [day(1, 0), day(3, 0)], null, '2026-12-03'],
  ['days whose seats are kept', [day(1, 0, 0), day(3, 2)], day(3, 2), null],
  ['in any order', [day(4, 1), day(1, 0), day(3, 2)], day(3, 2), '2026-12-01'],
])('%s', (_case, days, free, full) => {
  expect(nextFree('hochfeld', days)).toEqual({ centre: 'hochfeld', free, full })
})

test('what is told as full is full, and nothing before the first free day is free', () => {
  const days = fc.uniqueArray(
    fc.record({ day: fc.integer({ min: 1, max: 9 }), free: fc.nat(3), of: fc.nat(3) }),
    { selector: (one) => one.day },
  )
  fc.assert(
    fc.property(days, (some) => {
      const rooms = some.map((one) => day(one.day, Math.min(one.free, one.of), one.of))
      const { free, full } = nextFree('x', rooms)
      for (const room of rooms) {
        if (room.day === full) expect(room).toMatchObject({ free: 0 })
        if (free && room.day < free.day) expect(room.free).toBe(0)
        if (!free) expect(room.free).toBe(0)
      }
    }),
  )
})
