// The run over the web door: people who follow links and press buttons, go back, use old pages and those
// of others, and forgers; and what must hold after each of it.

import fc from 'fast-check'
import { createBrowser } from './browser.ts'
import { type Figures, faultsInLog, UNWATCHED, type Watch } from './figures.ts'
import { PEOPLE, type Recipe, recipe } from './presses.ts'
import { ticking } from './run.ts'
import { openTroubledRun } from './troubled.ts'
import type { Rates } from './troubles.ts'

const BATCH = 1000
const TELL_EVERY = 5000
/** Virtual milliseconds between two requests: fast, but below what is refused as a flood. */
const BETWEEN = 400
const A_TICK = 60_000

/** Sends `count` requests to the web door, or fewer where `watch` ends it. A seed sends the same ones. */
export async function fuzzPages(
  count: number,
  seed: number,
  rates: Rates,
  watch: Watch = UNWATCHED,
): Promise<Figures> {
  const { troubles, telegram, run, seen, figures } = await openTroubledRun(seed, rates)
  const { faults } = figures
  const tick = ticking(run.deps, run)
  let lastTick = run.clock.at
  const people = Array.from({ length: PEOPLE }, (_, i) =>
    createBrowser(async (request) => await run.app.fetch(request, from(`198.51.100.${i}`))),
  )
  const last = new Map<number, Asked>()
  let batch: Recipe[] = []
  let sent = 0
  try {
    for (; sent < count && !watch.isOver(); sent++) {
      if (sent % BATCH === 0) {
        if (sent > 0 && sent % TELL_EVERY === 0) watch.tell(sent, figures)
        await new Promise((resolve) => setImmediate(resolve))
        batch = fc.sample(recipe, { seed: seed + sent, numRuns: BATCH })
      }
      run.clock.at += BETWEEN
      troubles.state.on = true
      if (run.clock.at - lastTick >= A_TICK) {
        lastTick = run.clock.at
        await tick().catch(() => {})
      }
      const who = (sent * 7919) % PEOPLE
      const browser = people[who]
      const drawn = batch[sent % BATCH]
      if (!browser || !drawn) break
      const whose = drawn.do === 'steal' ? people[drawn.whose] : undefined
      const asked = drawn.do === 'again' ? last.get(who) : requestOf(drawn, who, browser, whose)
      if (!asked) continue
      last.set(who, asked)
      const said = `${JSON.stringify(drawn).slice(0, 200)} (${asked.path.slice(0, 40)})`
      const before = troubles.count()
      const answers = await browser.go(asked.method, asked.path, asked.body)
      const isClear = troubles.count() === before
      for (const came of answers) {
        figures.note(came.status)
        if (came.status >= 500 && isClear) faults.push(`${came.status} for ${said}`)
        const inside = seen.inside(came.text)
        if (inside) faults.push(`${inside} after ${said}`)
        for (const [, owner] of came.text.matchAll(/Marke(\d+)x/g)) {
          if (Number(owner) !== who) faults.push(`${who} saw what ${owner} had written: ${said}`)
        }
      }
      const { type = '', text = '' } = answers.at(-1) ?? {}
      if (!type.startsWith('text/html')) continue
      if (!text.includes('<h1>')) faults.push(`a page without a heading after ${said}`)
      if (!text.includes('🆘') && !text.includes('href="tel:')) faults.push(`no 🆘 after ${said}`)
    }
    troubles.state.on = false
    faults.push(...faultsInLog(run.errors, troubles.count()))
    const [broken] = await run.db.$queryRawUnsafe<object[]>('PRAGMA foreign_key_check')
    if (broken) faults.push(`a row points nowhere: ${JSON.stringify(broken)}`)
    return figures.of(sent, telegram.calls(), troubles.met)
  } finally {
    troubles.end()
    await run.stop()
  }
}

// Without a proxy, the address is that of the connection.
const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } })

type Asked = { method: 'GET' | 'POST'; path: string; body?: string }
type Browser = ReturnType<typeof createBrowser>

function requestOf(
  drawn: Exclude<Recipe, { do: 'again' }>,
  who: number,
  browser: Browser,
  whose: Browser | undefined,
): Asked | undefined {
  const shown = browser.shown()
  const pick = (some: readonly string[], which: number) => some[which % Math.max(1, some.length)]
  const post = (fields: Record<string, string>, to = shown.action): Asked => ({
    method: 'POST',
    path: to,
    body: new URLSearchParams({ form: shown.form, ...fields }).toString(),
  })
  const get = (to: string | undefined): Asked => ({ method: 'GET', path: to ?? '/' })
  switch (drawn.do) {
    case 'link':
      return get(pick(shown.links, drawn.which))
    case 'press':
      return shown.codes.length > 0
        ? post({ t: pick(shown.codes, drawn.which) ?? '' })
        : get(pick(shown.links, drawn.which))
    case 'back':
      return get(browser.before(drawn.ago).url)
    case 'old': {
      const { form, codes, action } = browser.before(drawn.ago)
      return post({ form, t: pick(codes, drawn.which) ?? '' }, action)
    }
    case 'text':
      return post({ text: drawn.text })
    case 'mark':
      return post({ text: `Marke${who}x` })
    case 'forge':
      return post({ t: drawn.code })
    case 'mutate': {
      const code = pick(shown.codes, drawn.which) ?? '1~on'
      const broken = (text: string) => {
        const at = drawn.at % (text.length + 1)
        return text.slice(0, at) + drawn.char + text.slice(at + 1)
      }
      if (drawn.what === 'form') return post({ form: broken(shown.form), t: code })
      if (drawn.what === 'code') return post({ t: broken(code) })
      const at = new URL(shown.url, 'http://localhost').searchParams.get('at') ?? ''
      return get(`/talk?at=${encodeURIComponent(broken(at).toWellFormed())}`)
    }
    case 'steal': {
      const theirs = whose?.shown()
      if (!theirs) return undefined
      if (drawn.what === 'url') return get(theirs.url)
      if (drawn.what === 'link') return get(pick(theirs.links, drawn.which))
      return post({ form: theirs.form, t: pick(theirs.codes, drawn.which) ?? '' }, theirs.action)
    }
    case 'forget':
      return post({}, '/forget')
    case 'query':
      return get(`${drawn.path}?${new URLSearchParams(wellFormed(drawn.words))}`)
    case 'body':
      return post(wellFormed(drawn.words), drawn.path)
  }
}

const wellFormed = (words: Record<string, string>) =>
  Object.fromEntries(Object.entries(words).map(([name, value]) => [name, value.toWellFormed()]))
