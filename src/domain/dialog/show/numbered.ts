// Choices that no picture tells apart have a number before them, for who finds a button by what is heard.

import { keycap } from '../../spoken/icons.ts'
import type { Button } from '../screen.ts'
import type { Text, Value } from '../text.ts'

/** What is chosen by a name: a part of the city, a language, a voice, a centre, a day that would do, a relation. */
const CHOOSING: readonly string[] = ['answer', 'language', 'voice', 'centre', 'wish', 'bring']

/** The rows with 1️⃣, 2️⃣ … before each choice that has no icon, in the order in which they are heard. */
export function numbered(rows: readonly Button[][]): Button[][] {
  let number = 0
  return rows.map((row) =>
    row.map((button) => {
      if (!('tap' in button) || !CHOOSING.includes(button.tap.do) || hasIcon(button.label)) {
        return button
      }
      number += 1
      return { ...button, label: { ...button.label, icon: keycap(number) } }
    }),
  )
}

const hasIcon = ({ icon, values }: Text): boolean =>
  icon !== undefined || iconOf(values?.['option']) !== undefined

const iconOf = (value: Value | undefined): string | undefined =>
  typeof value === 'object' && 'key' in value ? value.icon : undefined
