import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everyScreen } from '../../scripts/gallery/every-talk.ts'
import { duisburgProfile, MONDAY } from '../../scripts/gallery/talk-facts.ts'
import { REFUSALS } from '../../src/domain/dialog/refusal.ts'
import type { Button } from '../../src/domain/dialog/screen.ts'
import { decodeTap, encodeTap } from '../../src/domain/dialog/tap-code.ts'
import { say } from '../../src/domain/dialog/text.ts'
import { createI18n } from '../../src/i18n/index.ts'
import { render } from '../../src/telegram/render.ts'
import { aloneFaults, isolateFaults, rowFaults, rtlFaults } from '../i18n/checks/screens.ts'

const i18n = createI18n()
const { centres, numbers } = duisburgProfile()
const RUNS = [
  ...numbers.map(({ number }) => number),
  ...centres.flatMap(({ address, phones }) => [address, ...phones]),
]
const bytes = (text: string): number => new TextEncoder().encode(text).length

describe.each(i18n.languages.map(({ key, direction }) => ({ key, direction })))(
  'every screen in $key',
  ({ key, direction }) => {
    const screens = everyScreen(key)

    it('has words for every line and button, within what Telegram takes', () => {
      for (const screen of screens) {
        const { text, keyboard } = render(i18n, screen, key, MONDAY)
        expect(text.trim().length, screen.id).toBeGreaterThan(0)
        expect(text.length, screen.id).toBeLessThanOrEqual(4096)
        for (const button of keyboard.flat()) {
          expect(button.text.trim(), screen.id).not.toBe('')
          if ('callback_data' in button) {
            expect(bytes(button.callback_data), screen.id).toBeLessThanOrEqual(64)
            expect(decodeTap(button.callback_data), button.callback_data).not.toBeNull()
          }
        }
      }
    })

    it('reads in the direction of the language, and nothing in it can turn round', () => {
      for (const screen of screens) {
        const { text, keyboard } = render(i18n, screen, key, MONDAY)
        const labels = keyboard.flat().map((button) => button.text)
        for (const shown of [text, ...labels]) expect(isolateFaults(shown), screen.id).toEqual([])
        // The language menu speaks to everybody, each line in its own direction.
        if (direction === 'rtl' && !screen.id.startsWith('language-menu')) {
          expect(rtlFaults(text), screen.id).toEqual([])
        }
      }
    })

    it('has each address and number alone on its line', () => {
      for (const screen of screens) {
        const { text } = render(i18n, screen, key, MONDAY)
        expect(aloneFaults(text, RUNS), screen.id).toEqual([])
      }
    })

    it('lays the buttons of a row out from the side where reading begins', () => {
      for (const screen of screens) {
        const { keyboard } = render(i18n, screen, key, MONDAY)
        expect(rowFaults(screen.rows, keyboard, direction === 'rtl'), screen.id).toEqual([])
      }
    })

    it('names every refusal', () => {
      for (const code of REFUSALS) expect(i18n.t(key, say(`refusal.${code}`), MONDAY)).not.toBe('')
    })
  },
)

describe('button codes', () => {
  it('read back as what was written', () => {
    const tap = { do: 'book', centre: 'rheinhausen', startsAt: MONDAY, remind: 'no' } as const
    expect(decodeTap(encodeTap(tap, true))).toEqual({ tap, keep: true })
    const of = '0a1b2c'
    for (const keep of [true, false]) {
      expect(decodeTap(encodeTap(tap, keep, of))).toEqual({ tap, keep, of })
    }
  })

  it('are refused, not misread, whatever a stranger sends', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `1~${text}`),
          fc.string().map((text) => `1@${text}~bk`),
        ),
        (data) => {
          const read = decodeTap(data)
          if (read) expect(encodeTap(read.tap, read.keep, read.of)).toBe(data)
        },
      ),
    )
  })
})

describe('a row of buttons', () => {
  const rowsOf = (...names: string[]): string[][] => {
    const row = names.map(
      (name): Button => ({ label: say('common.name', { name }), tap: { do: 'back' } }),
    )
    const { keyboard } = render(i18n, { id: 'test', lines: [], rows: [row] }, 'de', MONDAY)
    return keyboard.map((buttons) => buttons.map(({ text }) => text))
  }

  it('is broken up where a label would be cut off', () => {
    expect(rowsOf('Zurück', 'x'.repeat(18))).toEqual([['Zurück', 'x'.repeat(18)]])
    expect(rowsOf('Zurück', 'x'.repeat(19))).toEqual([['Zurück'], ['x'.repeat(19)]])
    expect(rowsOf('Zurück', `☎️ ${'x'.repeat(16)}`)).toHaveLength(2)
  })
})

it('a long message of signs that HTML writes longer keeps all its words and its end', () => {
  const quote = `${'<&>\n'.repeat(749)}Ende`
  const { text } = render(i18n, { id: 'announcement', lines: [{ quote }], rows: [] }, 'de', MONDAY)
  expect(text.endsWith('Ende</blockquote>')).toBe(true)
})
