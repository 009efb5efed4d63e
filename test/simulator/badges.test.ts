// The numbers in the desk's navigation, in a town that has lived: each is the same on every page of a member of staff, and
// what the list behind it shows.

import { type HTMLElement, parse } from 'node-html-parser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoAccounts, demoPassword } from '../../src/flows/sign-in/demo-account.ts'
import { type Demo, startDemo } from '../support/demo-process.ts'

let demo: Demo
beforeAll(async () => {
  demo = await startDemo({}, { hasTown: true })
})
afterAll(() => demo.stop())

type Ask = (path: string) => Promise<HTMLElement>

async function signedIn(email: string): Promise<Ask> {
  const answer = await fetch(`${demo.url}/staff/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: demo.url },
    body: new URLSearchParams({ email, password: demoPassword }),
  })
  const cookie = answer.headers.getSetCookie().map((line) => line.split(';', 1)[0])
  return async (path) => {
    const page = await fetch(demo.url + path, { headers: { cookie: cookie.join('; ') } })
    expect([path, page.status]).toEqual([path, 200])
    return parse(await page.text())
  }
}

/** The numbers of the navigation, by where its links lead. */
const badgesOf = (page: HTMLElement): Record<string, number> =>
  Object.fromEntries(
    page.querySelectorAll('header.top nav a[href]').flatMap((link) => {
      const badge = link.querySelector('.badge')
      return badge ? [[link.getAttribute('href') ?? '', Number(badge.text)]] : []
    }),
  )

// One of each kind is enough: of records, accounts, centres, languages, chapters, days.
const OF_MANY =
  /\/(intakes|chapters|voices|posters|bodies|admin\/(?:staff|centres|pools|templates|mappings))\/[^/?]+/

/** What pages have in common that differ only in whose or which they are. */
function kindOf(href: string): string {
  const { pathname, searchParams } = new URL(href, demo.url)
  const names = [...searchParams.keys()].sort().join('&')
  return `${pathname.replace(OF_MANY, '/$1/*')}?${names} ${searchParams.get('box') ?? ''}`
}

const NO_PAGE = /\.(csv|json|ics|zip)|\/(file|sound|clip)/

/** Every page of the desk that its links lead to, one of each kind. */
async function eachPage(ask: Ask, look: (path: string, page: HTMLElement) => void) {
  const open = ['/staff']
  const queued = new Set(open.map(kindOf))
  for (let path = open.shift(); path; path = open.shift()) {
    const page = await ask(path)
    look(path, page)
    for (const link of page.querySelectorAll('a[href^="/staff"]:not([download])')) {
      const [to = ''] = (link.getAttribute('href') ?? '').split('#')
      if (NO_PAGE.test(to) || queued.has(kindOf(to))) continue
      queued.add(kindOf(to))
      open.push(to)
    }
  }
}

/** The rows of a list, over all its pages. */
async function rows(ask: Ask, path: string, selector: string): Promise<number> {
  let found = 0
  for (let next: string | undefined = path; next; ) {
    const page: HTMLElement = await ask(next)
    found += page.querySelectorAll(selector).length
    next = page.querySelector('nav.pages a[href*="after="]')?.getAttribute('href')
    if (next?.startsWith('?')) next = path + next
  }
  return found
}

/** How much of each list there is, counted by what it shows. */
const SHOWN: Record<string, (ask: Ask) => Promise<number>> = {
  '/staff/intakes': (ask) => rows(ask, '/staff/intakes', 'tbody tr'),
  '/staff/calls': (ask) => rows(ask, '/staff/calls', 'tbody tr'),
  '/staff/interpreting': (ask) =>
    rows(
      ask,
      '/staff/interpreting',
      'section[aria-labelledby=cancel] tbody tr, section[aria-labelledby=order] tbody tr',
    ),
  '/staff/undelivered': async (ask) => {
    const page = await ask('/staff/undelivered')
    const counts = page.querySelectorAll('tbody td').filter((one) => /^\d+$/.test(one.text.trim()))
    return counts.reduce((sum, one) => sum + Number(one.text), 0)
  },
  '/staff/oversight': (ask) => rows(ask, '/staff/oversight', 'form[action$="/release"]'),
}

const seen = new Set<string>()

test.each(demoAccounts)('$role: one number a link, on every page', async ({ email }) => {
  const ask = await signedIn(email)
  const first = badgesOf(await ask('/staff'))
  const other: Record<string, Record<string, number>> = {}
  let pages = 0
  await eachPage(ask, (path, page) => {
    pages += 1
    const badges = badgesOf(page)
    if (JSON.stringify(badges) !== JSON.stringify(first)) other[path] = badges
  })
  expect(other).toEqual({})
  expect(pages).toBeGreaterThan(3)
  const navigation = (await ask('/staff')).querySelectorAll('header.top nav a[href]')
  for (const link of navigation.map((one) => one.getAttribute('href') ?? '')) {
    const shown = await SHOWN[link]?.(ask)
    if (shown === undefined) continue
    expect([link, first[link] ?? 0]).toEqual([link, shown])
    if (shown > 0) seen.add(link)
  }
})

test('the town had something of most', () => {
  expect([...seen]).toContain('/staff/intakes')
  // The town lives up to the moment it is looked at: who is to be called, or asked for, changes by the hour.
  expect(seen.size).toBeGreaterThanOrEqual(2)
})
