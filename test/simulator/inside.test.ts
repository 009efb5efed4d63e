// Nothing in a demo leads outside: no page of any role, no poster, no page of a talk, no redirect.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoAccounts, demoPassword, demoWithCode } from '../../src/flows/sign-in/demo-account.ts'
import { insideOf } from '../../src/simulator/stay-inside.ts'
import { type Demo, startDemo } from '../support/demo-process.ts'
import { createFormsOnly } from '../support/forms-only.ts'

let demo: Demo
beforeAll(async () => {
  demo = await startDemo({}, { hasTown: true })
}, 180_000)
afterAll(async () => {
  expect(await demo.stop()).toBe(0)
})

// Enough for every kind of page there is; of one kind three, since what stands on them differs.
const MOST = 120
const ALIKE = 3

/** A browser that knows links and forms; each address outside that it is sent is noted. */
function visitor() {
  const outside: string[] = []
  const browser = createFormsOnly({
    async request(path: string, init: RequestInit = {}) {
      const headers = { ...Object(init.headers), origin: demo.url }
      const answer = await fetch(demo.url + path, { ...init, redirect: 'manual', headers })
      const to = answer.headers.get('location') ?? ''
      const text = await answer.clone().text()
      const leads = [...text.matchAll(/(?:href|src|action|content|data)="([^"]*)"/g)]
      for (const address of [to, ...leads.map(([, one = '']) => one)]) {
        if (!isOwn(address)) outside.push(`${path}: ${address}`)
      }
      return answer
    },
  })
  return { browser, outside }
}

/** Signs in; at the second factor, where there is one. */
async function signedIn(email: string) {
  const one = visitor()
  await one.browser.post('/staff/sign-in', { email, password: demoPassword })
  return one
}

const isOwn = (address: string) =>
  !/^(https?:)?\/\//.test(address) || address.startsWith(`${demo.url}/`)

const kindOf = (path: string) => path.replace(/[?#].*/, '').replace(/[^/]*\d[^/]*/g, '*')

describe.each(demoAccounts.map(({ email, role }) => [role, email]))('as %s', (_, email) => {
  test('no page leads outside', async () => {
    const { browser, outside } = await signedIn(email)
    expect(browser.html).toContain('class="account"')
    const alike = new Map<string, number>()
    const known = new Set(['/staff'])
    const waiting = ['/staff']
    for (let page = 0; page < MOST; page++) {
      const path = waiting.shift()
      if (!path) break
      await browser.visit(path)
      for (const [, href = ''] of browser.html.matchAll(/href="(\/staff[^"#]*)/g)) {
        const next = href.replaceAll('&amp;', '&')
        const times = (alike.get(kindOf(next)) ?? 0) + 1
        if (known.has(next) || times > ALIKE || /sign-out|\.csv|\.ics/.test(next)) continue
        known.add(next)
        alike.set(kindOf(next), times)
        waiting.push(next)
      }
    }
    expect(known.size).toBeGreaterThan(3)
    expect(outside).toEqual([])
  }, 120_000)
})

test('no poster, and no page of a talk leads outside', async () => {
  const { browser, outside } = visitor()
  await browser.visit('/?lang=de&centre=hamborn')
  expect(browser.html).toContain('href="/simulator')
  for (const step of [/~ag~/, /an~urgent~no/, /an~topics~housing/, /an~district/, /an~spoken/])
    await browser.press(step)
  for (const step of [/~tm~/, /~bo~/]) await browser.press(step)
  await browser.press(/op~way$/)
  expect(browser.html).toContain('/demo/outside?to=https%3A%2F%2Fwww.openstreetmap.org')
  await browser.visit('/talk')
  for (const step of [/ap$/, /op~ways$/, /tt~chat/]) await browser.press(step)
  expect(browser.html).toMatch(/href="\/simulator\?start=tie_[\w-]+"/)
  for (const path of ['/sos', '/exit/limits', '/accessibility', '/exit']) await browser.visit(path)
  expect(outside).toEqual([])
}, 60_000)

test('what would lead outside says where, and offers no link there', async () => {
  const { browser } = visitor()
  await browser.visit('/demo/outside?to=https://map.example/%3Cb%3E?a=1')
  expect(browser.html).toContain('https://map.example/&lt;b&gt;?a=1')
  expect(browser.html).not.toMatch(/href="https?:/)
  // No whole address, and to a browser another host.
  await browser.visit('/demo/outside?to=//map.example/a')
  expect(browser.html).toContain('<code>//map.example/a</code>')
})

test.each([
  ['https://t.me/lotse_demo_bot?start=tie_abc', '/simulator?start=tie_abc'],
  ['https://t.me/lotse_demo_bot', '/simulator'],
  ['https://t.me/bot?startgroup=x', '/demo/outside?to=https%3A%2F%2Ft.me%2Fbot%3Fstartgroup%3Dx'],
  ['http://localhost:3000/with/abc?a=1', '/with/abc?a=1'],
  ['http://127.0.0.1:3000//elsewhere.example/x', '/elsewhere.example/x'],
  ['http://localhost:3001/', '/demo/outside?to=http%3A%2F%2Flocalhost%3A3001%2F'],
  ['mailto:a@b.example', 'mailto:a@b.example'],
])('%s leads to %s', (address, inside) => {
  expect(insideOf(address, 3000)).toBe(inside)
})

test('who signs in with a second factor finds the code in the demo, and it is good once', async () => {
  const { browser } = await signedIn(demoWithCode.email)
  expect(browser.html).toContain('href="/demo/code"')
  await browser.visit('/demo/code')
  const code = /id="code">([\d ]+)</.exec(browser.html)?.[1] ?? ''
  const enter = async (one: typeof browser, typed: string) => {
    await one.post('/staff/sign-in/code', { code: typed })
    return one.html.includes('class="account"')
  }
  const wrong = `${(Number(code.slice(0, 3)) + 1) % 1000}`.padStart(3, '0') + code.slice(3)
  expect(await enter(browser, wrong)).toBe(false)
  expect(await enter(browser, code)).toBe(true)
  const second = await signedIn(demoWithCode.email)
  expect(await enter(second.browser, code)).toBe(false)
})
