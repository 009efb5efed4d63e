import { describe, expect, test } from 'vitest'
import type { Button } from '../../src/domain/dialog/screen.ts'
import { say } from '../../src/domain/dialog/text.ts'
import {
  aloneFaults,
  foreignFaults,
  isolateFaults,
  rowFaults,
  rtlFaults,
} from './checks/screens.ts'

// Every check is shown a planted mistake: one that never fails would look just like a good screen.

const FSI = '\u2068'
const PDI = '\u2069'
const RLM = '\u200F'

describe('isolates', () => {
  test.each([
    ['left open', `العنوان: ${FSI}RSC`],
    ['closed twice', `العنوان: ${FSI}RSC${PDI}${PDI}`],
    ['closed before it is opened', `${PDI}العنوان${FSI}`],
    ['closed on the next line', `${FSI}RSC\nHochfeld${PDI}`],
    ['empty', `العنوان: ${FSI}${PDI}`],
    ['mixed with an override', '\u202Eعنوان\u202C'],
    ['mixed with an isolate of another kind', `\u2066RSC${PDI}`],
    ['mixed with a mark inside the line', `العنوان ${RLM}RSC`],
  ])('%s', (_what, text) => {
    expect(isolateFaults(text).length).toBeGreaterThan(0)
  })

  test('one after the other, or in each other, are right', () => {
    const text = `العنوان: ${FSI}RSC${PDI} ${FSI}سارا ${FSI}A${PDI}${PDI}\n${RLM}<code>${FSI}110${PDI}</code>`
    expect(isolateFaults(text)).toEqual([])
  })
})

describe('a right-to-left message', () => {
  test.each([
    ['a line that begins with a Latin word', 'الموعد\nRSC الموعد'],
    ['a line that begins with an isolated Latin word', `${FSI}RSC${PDI} الموعد`],
    ['a line that is nothing but an isolate', `${FSI}سارا${PDI}`],
    ['a Latin word outside an isolate', 'الموعد في RSC'],
  ])('%s is found', (_what, text) => {
    expect(rtlFaults(text).length).toBeGreaterThan(0)
  })

  test('a quote keeps its own direction', () => {
    expect(rtlFaults(`الموعد\n<blockquote>Guten Tag</blockquote>\n${RLM}${FSI}RSC${PDI}`)).toEqual(
      [],
    )
  })
})

describe('an address or a number', () => {
  const runs = ['110', 'Brückenstraße 30']

  test.each([
    'Die Polizei: 110',
    'Wir sind in der Brückenstraße 30.',
    'Polizei: <code>110</code>',
    '<code>110</code> <code>112</code>',
  ])('that shares its line is found: %s', (text) => {
    expect(aloneFaults(text, runs)).toHaveLength(1)
  })

  test.each([
    `${RLM}<code>${FSI}110${PDI}</code>`,
    'Wert: 0800 1110111',
    '<blockquote>Wie komme ich zu: Brückenstraße 30?</blockquote>',
  ])('that stands alone is right: %s', (text) => {
    expect(aloneFaults(text, runs)).toEqual([])
  })
})

describe('rows of buttons', () => {
  const button = (page: 'help' | 'way'): Button => ({ label: say('x'), tap: { do: 'open', page } })
  const key = (page: string) => ({ text: page, callback_data: `1~op~${page}` })
  const rows = [[button('help'), button('way')]]

  test('are mirrored for a right-to-left reader, and only then', () => {
    const plain = [[key('help'), key('way')]]
    const mirrored = [[key('way'), key('help')]]
    expect(rowFaults(rows, plain, false)).toEqual([])
    expect(rowFaults(rows, mirrored, true)).toEqual([])
    expect(rowFaults(rows, plain, true)).toHaveLength(1)
    expect(rowFaults(rows, mirrored, false)).toHaveLength(1)
  })

  test('may be broken up, and lose no button', () => {
    expect(rowFaults(rows, [[key('help')], [key('way')]], true)).toEqual([])
    expect(rowFaults(rows, [[key('help')]], true)).toEqual(['-1 buttons more than the screen has'])
  })
})

test('a line in another language is found, a name is not', () => {
  const own = new Set(['Guten Tag', 'RSC'])
  const others = new Set(['سلام', 'Merhaba', 'RSC'])
  const shown = ['<b>Guten Tag</b>\nRSC', `${RLM}${FSI}سلام${PDI}`, 'Merhaba', 'Sara']
  expect(foreignFaults(shown, own, others)).toEqual(['سلام', 'Merhaba'])
})
