// npm run bench -- heard: what it costs to listen, at both doors: Bot API calls, statements, milliseconds and bytes.

import { createActor } from '../../test/support/actor.ts'
import { bookedPerson } from '../../test/support/booked.ts'
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

const HEAR = lotse.deps.i18n.t('de', { key: 'common.button.hear-sign' }, 0)
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

// The floor: the same person presses what changes nothing and is not heard.
const PRESSES = 200
async function cpuOf(press: () => Promise<unknown>): Promise<number> {
  for (let nth = 0; nth < PRESSES / 4; nth++) await press()
  const before = process.cpuUsage()
  for (let nth = 0; nth < PRESSES; nth++) {
    // Nobody is told to wait for pressing so often.
    lotse.clock.at += 10_000
    await press()
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / PRESSES
}
const floor = await cpuOf(() => first.tapsData('1~he'))
const heard = await cpuOf(() => first.taps(HEAR))
const cpu = [
  ['a tap that changes nothing', floor.toFixed(2), '1.00'],
  ['🔊 again', heard.toFixed(2), (heard / floor).toFixed(2)],
]

// A reminder in one tick, to somebody who reads and to somebody for whom it is hard.
const DAYS = 6.3
const ticks: string[][] = []
for (const reads of ['well', 'little', 'little'] as const) {
  const own = await startLotse()
  await giveVoice(own.db, own.deps, 'de')
  await bookedPerson(own, { day: '2026-03-25', ...(reads === 'little' ? { reads } : {}) })
  if (ticks.length === 2) {
    // Somebody was sent this sound before: the second of two reminders for the same hour.
    await bookedPerson(own, { day: '2026-03-25', name: 'Bela', reads: 'little' })
  }
  own.clock.at += DAYS * 86_400_000
  const [calls, statements, began] = [
    own.world.calls().length,
    own.count.statements,
    process.cpuUsage(),
  ]
  await own.tick()
  const { user, system } = process.cpuUsage(began)
  const costs = [own.world.calls().length - calls, own.count.statements - statements]
  const to = ['one who reads', 'one who listens', 'two who listen'][ticks.length] ?? ''
  ticks.push([to, ...costs.map(String), ((user + system) / 1000).toFixed(0)])
  await own.stop()
}

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

for (const [head, body] of [
  [['what', 'Bot API calls', 'statements', 'ms'], rows],
  [['a press', 'ms of CPU', 'against the floor'], cpu],
  [['a tick with a reminder to', 'Bot API calls', 'statements', 'ms of CPU'], ticks],
] as const) {
  process.stdout.write(`${table([...head], body)}\n\n`)
}
