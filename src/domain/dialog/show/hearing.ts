// The button by which a screen is heard.

import type { Button, Screen } from '../screen.ts'
import type { Tap } from '../tap.ts'
import { encodeTap } from '../tap-code.ts'
import { say } from '../text.ts'

// What Telegram carries on a button, in bytes.
const LONGEST_CODE = 64
const MOST_IN_A_ROW = 4

/**
 * The screen with its button at the end of the last row, where back, 🆘 and a person stand: a row of its own
 * would push what is asked out of sight on a small phone.
 */
export function withHearing(screen: Screen, tap: Tap): Screen {
  const code = encodeTap(tap, screen.keep ?? false, screen.of)
  if (new TextEncoder().encode(code).length > LONGEST_CODE) return screen
  const hear: Button = { label: say('common.button.hear-sign'), tap }
  const last = screen.rows.at(-1) ?? []
  const isFull = last.length >= MOST_IN_A_ROW
  const before = isFull ? screen.rows : screen.rows.slice(0, -1)
  return { ...screen, rows: [...before, isFull ? [hear] : [...last, hear]] }
}
