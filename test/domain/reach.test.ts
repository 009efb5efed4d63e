import { describe, expect, test } from 'vitest'
import type { Channel } from '../../src/domain/people/address.ts'
import { arrives, canBeWrittenTo, comingSoon, waysTo } from '../../src/domain/people/reach.ts'

const CASES: [channels: Channel[], unreachable: string | null, hasPhone: boolean, ways: string][] =
  [
    [['telegram'], null, false, 'chat'],
    [['telegram'], null, true, 'chat phone'],
    [['telegram'], 'blocked', false, ''],
    [['telegram'], 'deactivated', true, 'phone'],
    [['web'], null, false, 'page'],
    [['web'], null, true, 'page phone'],
    [['web'], 'no-chat', false, ''],
    [['web', 'telegram'], null, false, 'chat page'],
    // The chat is gone, the page is not.
    [['web', 'telegram'], 'blocked', false, 'page'],
    [['web', 'web'], null, false, 'page'],
    [['staff'], 'no-chat', true, 'phone'],
    [['staff'], 'no-chat', false, ''],
    [[], null, false, ''],
  ]

describe('the ways to a person', () => {
  test.each(CASES)(
    '%j, unreachable %s, phone %s: "%s"',
    (channels, unreachable, hasPhone, ways) => {
      const to = { channels, unreachable, hasPhone }
      expect(waysTo(to).join(' ')).toBe(ways)
      expect(arrives(to)).toBe(ways.includes('chat'))
      expect(canBeWrittenTo(to)).toBe(/chat|page/.test(ways))
    },
  )
})

describe('who comes soon is called where no reminder comes', () => {
  const at = (text: string) => Date.parse(text)
  test.each([
    // now, until when; as the clock on the wall in Germany has it
    ['a Monday morning', '2026-11-23T07:00:00Z', '2026-11-24T23:00:00Z'],
    ['before midnight', '2026-11-23T22:59:00Z', '2026-11-24T23:00:00Z'],
    ['after midnight', '2026-11-23T23:01:00Z', '2026-11-25T23:00:00Z'],
    ['a Friday: over the weekend', '2026-11-27T09:00:00Z', '2026-11-30T23:00:00Z'],
    ['before Easter: Friday and Monday are off', '2026-04-02T09:00:00Z', '2026-04-07T22:00:00Z'],
    ['before All Saints, a Sunday', '2026-10-30T09:00:00Z', '2026-11-02T23:00:00Z'],
    ['into summer time', '2026-03-27T09:00:00Z', '2026-03-30T22:00:00Z'],
    ['into winter time', '2026-10-23T09:00:00Z', '2026-10-26T23:00:00Z'],
  ])('%s', (_, now, until) => {
    expect(comingSoon('NW', at(now))).toEqual({ from: at(now), until: at(until) })
  })
})
