// A process that is killed between any two taps, in front of a Telegram that goes on living.

import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import { afterAll, beforeAll, it } from 'vitest'
import { createActor } from '../../src/simulator/actor.ts'
import { createSimulator } from '../../src/simulator/simulator.ts'
import { type Demo, freePort, startDemo } from '../support/demo-process.ts'

const TOKEN = '4242:kill'
let folder: string
let telegram: ServerType
let world: ReturnType<typeof createSimulator>['world']
let settings: Record<string, string>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lotse-kill-'))
  const simulator = createSimulator({
    token: TOKEN,
    clock: { now: () => Date.now(), advance: () => {} },
    fetch: (url, init) => fetch(url, init),
    staffUrl: '/staff',
  })
  world = simulator.world
  const [telegramPort, port] = [await freePort(), await freePort()]
  telegram = serve({ fetch: simulator.api.fetch, port: telegramPort, hostname: '127.0.0.1' })
  settings = {
    BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: `http://127.0.0.1:${telegramPort}`,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    PORT: String(port),
    WEBHOOK_SECRET: randomBytes(16).toString('hex'),
    DATABASE_URL: `file:${join(folder, 'lotse.db')}`,
  }
})
afterAll(async () => {
  telegram.close()
  await rm(folder, { recursive: true, force: true })
})

it('loses nothing when it is killed after every tap', async () => {
  const user = createActor(world, { patienceMs: 30_000 })
  let lotse: Demo = await startDemo(settings)
  const again = async () => {
    await lotse.kill()
    lotse = await startDemo(settings)
  }
  await user.sends('/start')
  for (const label of [
    'Deutsch',
    'Ich stimme zu',
    'Nicht dringend',
    'Wohnung',
    'Mitte',
    'العربية',
  ]) {
    await user.taps(label)
    await again()
  }
  await user.tapsData(/~tm~hochfeld/)
  await again()
  await user.taps('Ja, mit Erinnerung')
  user.sees('Ihr Termin steht fest')
  await again()
  await user.sends('/appointment')
  user.sees('Brückenstraße 30, Duisburg')
  await lotse.stop()
}, 120_000)

it('answers after the restart what was sent while it was down', async () => {
  const user = createActor(world, { name: 'Azad', patienceMs: 60_000 })
  let lotse: Demo = await startDemo(settings)
  await user.sends('/start')
  await lotse.kill()
  const tap = user.taps('Deutsch')
  lotse = await startDemo(settings)
  await tap
  user.sees('Willkommen bei Lotse')
  await lotse.stop()
}, 120_000)
