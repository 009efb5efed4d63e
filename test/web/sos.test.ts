import { afterEach, beforeEach, expect, test } from 'vitest'
import { CRY_KINDS } from '../../src/domain/danger/cry-list.ts'
import { currentCity } from '../../src/flows/city.ts'
import { SCRIPTS } from '../../src/web/scripts.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

const page = async (query = '') => {
  const response = await lotse.app.request(`/sos${query}`)
  return { response, text: await response.text() }
}
const calls = (text: string) => [...text.matchAll(/href="tel:(\d+)"/g)].map(([, digits]) => digits)
const confirmed = async () => {
  const { profile } = await currentCity(lotse.deps)
  return profile.numbers.filter((number) => number.confirmed)
}

test('every confirmed number calls with a tap, and no other is there', async () => {
  const { response, text } = await page('?lang=de')
  expect(response.status).toBe(200)
  const numbers = (await confirmed()).map(({ number }) => number.replace(/\D/g, ''))
  expect(numbers.length).toBeGreaterThan(2)
  expect(calls(text)).toEqual(numbers)
  expect(text).not.toContain('<code>')
})

test.each(CRY_KINDS)(
  'about %s it shows the numbers for that first, then all others',
  async (kind) => {
    const { text } = await page(`?lang=en&about=${kind}`)
    const all = await confirmed()
    const meant = all.filter((number) => number.for.includes(kind))
    const others = all.filter((number) => !meant.includes(number))
    expect(meant.length).toBeGreaterThan(0)
    expect(calls(text)).toEqual(
      [...meant, ...others].map(({ number }) => number.replace(/\D/g, '')),
    )
  },
)

test('every language has it in its own words and direction, and leads to the others', async () => {
  const { i18n } = lotse.deps
  for (const { key, direction } of i18n.languages) {
    const { text } = await page(`?lang=${key}`)
    expect(text).toContain(`<html lang="${key}" dir="${direction}">`)
    expect(text).toContain(i18n.t(key, { key: 'danger.title' }, 0))
    expect(text.match(/href="\/sos\?lang=/g)).toHaveLength(i18n.languages.length - 1)
    // What is to be said to 110 stays German, whatever is read.
    expect(text).toMatch(/<blockquote lang="de" dir="ltr">.*Ich bin in Gefahr/)
  }
})

test('says nothing of a chat, which it is none', async () => {
  const { text } = await page('?lang=de')
  expect(text).not.toContain('Chat')
})

test('tells nobody: no cookie, nothing kept or passed on, no script but the one that leaves', async () => {
  const { response, text } = await page('?lang=fa&about=violence')
  expect(response.headers.get('set-cookie')).toBeNull()
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('referrer-policy')).toBe('no-referrer')
  expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'/)
  expect(text.match(/<script[^>]*>/g)).toEqual([`<script src="${SCRIPTS.exit.path}" defer>`])
  expect(text).not.toMatch(/<form|<img|https?:/)
  expect(lotse.logged.join('\n')).not.toContain('violence')
  const style = await lotse.app.request(/href="(\/style[^"]+)"/.exec(text)?.[1] ?? '')
  expect(style.headers.get('content-type')).toContain('text/css')
})

test.each([
  '?lang=xx',
  '?lang=',
  '',
  '?lang=__proto__&about=constructor',
  '?lang=%22%3E%3Cscript%3E&about=%3Cscript%3E',
  `?lang=${'a'.repeat(2000)}`,
  '?lang=de&lang=ar&about=violence&about=help',
])('whatever is asked for (%#), the numbers are there', async (query) => {
  const { response, text } = await page(query)
  expect(response.status).toBe(200)
  expect(calls(text)).toContain('110')
  expect(text).not.toContain('<script>')
})

test.each([
  ['/ckb', 'ckb'],
  ['/uk/', 'uk'],
  ['/nowhere', 'ar'],
  ['/ckb/more?about=fire', 'ckb'],
])('a path below it is the page: %s', async (path, language) => {
  const { response, text } = await page(path)
  expect(response.headers.get('content-type')).toContain('text/html')
  expect(text).toContain(`<html lang="${language}"`)
  expect(calls(text).length).toBeGreaterThan(0)
})
