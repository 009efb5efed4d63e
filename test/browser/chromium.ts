// A browser for tests: the machine's own Chromium, which makes no call of its own accord.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const HEARS = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream']

/**
 * Opens Chromium with a profile of its own, which goes when it is closed; `scripts`: whether it runs any;
 * `microphone`: a WAV that it hears, over and over.
 */
export async function openChromium({ scripts = true, microphone = '' } = {}) {
  const profile = await mkdtemp(join(tmpdir(), 'lotse-chromium-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: microphone
      ? [...QUIET, ...HEARS, `--use-file-for-fake-audio-capture=${microphone}`]
      : QUIET,
    javaScriptEnabled: scripts,
  })
  return {
    context,
    async close() {
      await context.close()
      await rm(profile, { recursive: true, force: true })
    },
  }
}
