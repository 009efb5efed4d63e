import { describe, expect, test } from 'vitest'
import { everyScreen } from '../../../scripts/gallery/every-talk.ts'
import { MONDAY } from '../../../scripts/gallery/talk-facts.ts'
import { asPage } from '../../../src/domain/dialog/show/on-page.ts'
import { partsOf } from '../../../src/domain/spoken/parts.ts'
import { book, keys } from './books.ts'

// What somebody is called by name is typed, and pressed there; the others have a stop or a programme
// that the profile of the book does not know.
const WITHOUT_VOICE = ['people', 'programmes', 'way']

describe.each(keys)('%s', (language) => {
  const listening = { language, book, now: MONDAY, withAnswers: true }

  test.each([
    ['in a chat', everyScreen(language)],
    ['on a page', everyScreen(language).map(asPage)],
  ])('every screen can be heard %s', (_where, screens) => {
    const lacking = screens.flatMap((screen) => {
      const spoken = partsOf(screen, listening)
      return 'lacks' in spoken && !WITHOUT_VOICE.includes(screen.id)
        ? [[screen.id, spoken.lacks]]
        : []
    })
    expect(lacking).toEqual([])
  })

  test('a screen says something first and last', () => {
    for (const screen of everyScreen(language)) {
      const spoken = partsOf(screen, listening)
      if (!('parts' in spoken)) continue
      expect(spoken.parts.length, screen.id).toBeGreaterThan(0)
      expect('clip' in (spoken.parts.at(-1) ?? {}), screen.id).toBe(true)
      expect('clip' in (spoken.parts[0] ?? {}), screen.id).toBe(true)
    }
  })

  test('a hash is that of the words of the book', () => {
    const clips = everyScreen(language).flatMap((screen) => {
      const spoken = partsOf(screen, listening)
      return 'parts' in spoken ? spoken.parts : []
    })
    for (const part of clips) {
      if ('pause' in part) continue
      expect(book(part.language ?? language).clips.get(part.clip)?.hash).toBe(part.hash)
    }
  })
})
