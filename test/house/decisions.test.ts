import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const FOLDER = 'docs/decisions'
const names = readdirSync(FOLDER).filter((name) => name !== 'README.md')

test('each decision has a number of its own, which its heading says too', () => {
  const numbers = names.map((name) => Number(name.slice(0, 4)))
  expect(numbers).toEqual([...new Set(numbers)])
  for (const [index, name] of names.entries()) {
    const [heading = ''] = readFileSync(`${FOLDER}/${name}`, 'utf8').split('\n')
    expect([name, heading]).toEqual([name, expect.stringMatching(`^# ${numbers[index]}\\. \\S`)])
  }
})

test('each says what led to it, what was decided and what follows', () => {
  for (const name of names) {
    const text = readFileSync(`${FOLDER}/${name}`, 'utf8')
    const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)
    expect([name, headings]).toEqual([name, ['Context', 'Decision', 'Consequences']])
  }
})
