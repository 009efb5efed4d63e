// The handbooks name what stands on the desk, show pictures that are there, and weigh little.

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { HANDBOOKS } from '../browser/handbook-pictures.ts'
import { bold, notOnTheDesk } from '../support/desk-words.ts'

const FOLDER = 'docs/handbuch'
const PICTURES = `${FOLDER}/bilder`
const books = HANDBOOKS.map(({ file, pictures }) => {
  const text = readFileSync(`${FOLDER}/${file}.md`, 'utf8')
  const shown = [...text.matchAll(/bilder\/([\w-]+)\.webp/g)].map(([, name = '']) => name)
  return { file, text, shown, taken: pictures.map(({ name }) => name) }
})

/** What is printed bold for another reason than that it stands on a page. */
const STRESSED = [
  'fett',
  'getrennt',
  '72 Stunden',
  'Lotse ruft niemanden an und alarmiert niemanden.',
]

const unknown = (text: string) => notOnTheDesk(text, STRESSED)

describe.each(books)('the handbook $file', ({ text, shown, taken }) => {
  it('names buttons and pages as they stand on the desk', () => {
    expect(unknown(text)).toEqual([])
    expect(bold(text).length).toBeGreaterThan(3)
  })

  it('shows the pictures that are taken for it, each with words for who does not see it', () => {
    expect(shown.toSorted()).toEqual(taken.toSorted())
    for (const [, said = ''] of text.matchAll(/!\[(.*?)\]\(/g))
      expect(said.length).toBeGreaterThan(10)
    for (const [, said = ''] of text.matchAll(/<img [^>]*?alt="(.*?)"/g))
      expect(said.length).toBeGreaterThan(10)
  })

  it('leads to papers that are there', () => {
    for (const [, to = ''] of text.matchAll(/\]\(([^)#]+\.md)\)/g))
      expect(statSync(`${FOLDER}/${to}`).isFile(), to).toBe(true)
  })
})

it('a word that no page has is found, and one that stands there is not', () => {
  expect(unknown('Drücken Sie **Abschicken** oder **Senden**.')).toEqual(['Abschicken'])
})

it('has no picture for nothing, each 390 or 1280 wide, all of them light', () => {
  const files = readdirSync(PICTURES).toSorted()
  expect(files).toEqual(
    books.flatMap(({ taken }) => taken.map((name) => `${name}.webp`)).toSorted(),
  )
  let sum = 0
  for (const file of files) {
    const bytes = readFileSync(`${PICTURES}/${file}`)
    sum += bytes.length
    expect([file, bytes.toString('latin1', 0, 4), bytes.toString('latin1', 8, 16)]).toEqual([
      file,
      'RIFF',
      'WEBPVP8X',
    ])
    // As Chromium writes it: after the flags the width less one, in three bytes (RFC 9649, 2.7).
    expect([390, 1280], file).toContain(bytes.readUIntLE(24, 3) + 1)
  }
  expect(sum).toBeLessThan(1_500_000)
})
