import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { createSimulator } from '../../src/simulator/simulator.ts'
import { freePort } from './demo-process.ts'

type Fetch = (request: Request) => Response | Promise<Response>

/** A Telegram that goes on living, and the settings of a Lotse in front of it that may be killed and started again. */
export async function openLastingTelegram(
  name: string,
  answering: (telegram: Fetch) => Fetch = (telegram) => telegram,
) {
  const token = `4242:${name}`
  const folder = await mkdtemp(join(tmpdir(), `lotse-${name}-`))
  const file = join(folder, 'lotse.db')
  const { api, world } = createSimulator({
    token,
    clock: { now: () => Date.now(), advance: () => {} },
    fetch: (url, init) => fetch(url, init),
    staffUrl: '/staff',
  })
  const [telegramPort, port] = [await freePort(), await freePort()]
  const server = serve({
    fetch: answering((request) => api.fetch(request)),
    port: telegramPort,
    hostname: '127.0.0.1',
  })
  const settings: Record<string, string> = {
    BOT_TOKEN: token,
    TRIAL: 'yes',
    TELEGRAM_API_ROOT: `http://127.0.0.1:${telegramPort}`,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    PORT: String(port),
    WEBHOOK_SECRET: randomBytes(16).toString('hex'),
    DATABASE_URL: `file:${file}`,
  }
  return {
    world,
    settings,
    file,
    async close() {
      server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
