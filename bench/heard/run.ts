// npm run bench -- heard: what it costs to listen, at both doors: Bot API calls, statements, milliseconds and bytes.

import { createActor } from '../../test/support/actor.ts'
import { createFormsOnly } from '../../test/support/forms-only.ts'
import { startLotse } from '../../test/support/lotse.ts'
import { giveVoice } from '../../test/support/voices.ts'
import { table } from '../taps/figures.ts'

const lotse = await startLotse()
await giveVoice(lotse.db, lotse.deps, 'de')
const rows: string[][] = []

async function measured(what: string, step: () => Promise<unknown>): Promise<void> {
  const { statements } = lotse.count
  const calls = lotse.world.calls().length
  const began = performance.now()
  await step()
  const took = performance.now() - began
  const costs = [lotse.world.calls().length - calls, lotse.count.statements - statements]
  rows.push([what, ...costs.map(String), took.toFixed(1)])
}

const HEAR = lotse.deps.i18n.t('de', { key: 'common.button.hear' }, 0)
const somebody = async (reads: 'well' | 'little' = 'well') => {
  const user = createActor(lotse.world)
  await user.sends('/start')
  await user.taps('Deutsch')
  if (reads === 'little') await user.tapsData(/~little/)
  await user.tapsData(/ag~/)
  return user
}

const first = await somebody()
await measured('a tap, nobody listens', () => first.tapsData(/urgent~no/))
await measured('🔊, the first time this screen is heard by anybody', () => first.taps(HEAR))
await measured('🔊 again', () => first.taps(HEAR))
await measured('the tap after it, which takes the sound away', () =>
  first.tapsData(/topics~housing/),
)
const second = await somebody()
await second.tapsData(/urgent~no/)
await measured('🔊, somebody else', () => second.taps(HEAR))
const third = await somebody('little')
await measured('a tap where the sound comes by itself', () => third.tapsData(/urgent~no/))

const browser = createFormsOnly(lotse.app)
await browser.visit('/')
await browser.press(/lo~de~consent/)
await browser.press(/ag~/)
await measured('a press on a page, with a player', () => browser.press(/urgent~no/))
const path = /<audio [^>]*src="([^"]+)"/.exec(browser.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ')
const play = async () =>
  await (await lotse.app.request(path, { headers: { cookie } })).arrayBuffer()
await measured('its sound, the first time', play)
await measured('its sound again', play)
await lotse.stop()

process.stdout.write(`${table(['what', 'Bot API calls', 'statements', 'ms'], rows)}\n`)
