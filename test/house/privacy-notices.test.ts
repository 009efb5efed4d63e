import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { privacyNotices } from '../../scripts/privacy-notices.ts'

const FOLDER = 'docs/privacy/hinweise'

it('the notices say what the chat says, in every language', () => {
  const made = privacyNotices()
  expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(made).sort())
  for (const [name, text] of Object.entries(made)) {
    const hint = `${name}: run node scripts/privacy-notices.ts`
    expect(readFileSync(`${FOLDER}/${name}`, 'utf8') === text, hint).toBe(true)
  }
})

it('name Telegram and the way to delete', () => {
  for (const text of Object.values(privacyNotices())) {
    expect(text).toMatch(
      /Telegram|تیلیگرام|تلگرام|تيليجرام|تيليغرام|تلغرام|تێلێگرام|تێلەگرام|تلگرام/i,
    )
    expect(text).toContain('/delete')
  }
})
