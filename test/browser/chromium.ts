// A browser for tests: the machine's own Chromium, which makes no call of its own accord.
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A process to start costs as much as three pages to load: what draws lives with the browser, and all pages of a context with
  // each other.
  '--in-process-gpu',
  '--renderer-process-limit=1',
]

const HEARS = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream']

// The same engine without the windows around it, which nobody sees in a test and which cost a third of its time;
// `npm run soak` asks the whole one.
const SHELL = '/usr/bin/chromium-headless-shell'
const executablePath = process.env['CHROMIUM'] ?? (existsSync(SHELL) ? SHELL : '/usr/bin/chromium')

// One for all files of a test process, which end it with themselves: to start one takes longer than most files.
let shared: Promise<Browser> | undefined

/**
 * A Chromium of one's own, as far as anybody in it can tell: with cookies, storage and a cache of its own, which go
 * when it is closed. `scripts`: whether it runs any; `microphone`: a WAV that it hears, over and over; `locale`: the language
 * that it asks for.
 */
export async function openChromium({ scripts = true, microphone = '', locale = 'en-US' } = {}) {
  if (!microphone) shared ??= launch([])
  const browser = await (microphone
    ? launch([...HEARS, `--use-file-for-fake-audio-capture=${microphone}`])
    : (shared as Promise<Browser>))
  const before = new Set(browser.contexts())
  const context = await browser.newContext({ javaScriptEnabled: scripts, locale })
  return {
    context,
    async close() {
      if (microphone) return await browser.close()
      // With those that a test has opened beside it and left.
      for (const one of browser.contexts()) if (!before.has(one)) await one.close()
    },
  }
}

const launch = (more: readonly string[]) =>
  chromium.launch({ executablePath, args: [...QUIET, ...more] })
