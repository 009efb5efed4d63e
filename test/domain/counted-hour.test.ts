import { expect, test } from 'vitest'
import { countedHour } from '../../src/domain/figures/counted-hour.ts'
import { weeksOfBlock } from '../../src/domain/figures/periods.ts'

test('an hour is counted where calendar and clock in Germany show it, through ten years', () => {
  const faults: string[] = []
  const until = Date.parse('2034-01-10T00:00:00Z')
  for (let at = Date.parse('2023-12-24T00:30:00Z'); at < until; at += 7 * 3_600_000) {
    const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/Berlin')
    const { week, block, weekday, hour } = countedHour(at)
    const monday = wall.toPlainDate().subtract({ days: wall.dayOfWeek - 1 })
    const right =
      week === monday.toString() &&
      weekday === wall.dayOfWeek &&
      hour === wall.hour &&
      weeksOfBlock(block).includes(week)
    if (!right) faults.push(wall.toString())
  }
  expect(faults).toEqual([])
})

test.each([
  ['2026-03-29T00:59:59Z', '2026-03-23', 7, 1],
  ['2026-03-29T01:00:00Z', '2026-03-23', 7, 3],
  ['2026-03-29T22:00:00Z', '2026-03-30', 1, 0],
  ['2026-10-25T00:30:00Z', '2026-10-19', 7, 2],
  ['2026-10-25T01:30:00Z', '2026-10-19', 7, 2],
  ['2026-10-25T23:00:00Z', '2026-10-26', 1, 0],
  ['2026-12-31T23:30:00Z', '2026-12-28', 5, 0],
])('%s counts in the week of %s, on weekday %i at %i o’clock', (text, week, weekday, hour) => {
  expect(countedHour(Date.parse(text))).toMatchObject({ week, weekday, hour })
})
