// What a minute and a page cost a Worker, D1 in the same process: `node bench/scale/minute.ts [times]`. CPU of workerd
// with all its threads, from /proc, beside a request that only says that the Worker lives.

import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createTestHarness } from 'wrangler'
import { type Bound, deployed, migratedCity } from '../../test/support/deployed.ts'
import { cpuOf } from '../taps/running.ts'

const TIMES = Number(process.argv[2] ?? 200)
const ROUNDS = 5
const ORIGIN = 'https://lotse.example'
const harness = createTestHarness({
  workers: [
    {
      config: {
        name: 'city',
        main: 'src/worker.ts',
        ...deployed,
        d1_databases: [{ binding: 'DB', database_id: 'city', migrations_dir: 'prisma/migrations' }],
        vars: {
          DOORS: 'web',
          TRIAL: 'yes',
          PUBLIC_URL: ORIGIN,
          DATA_KEY: randomBytes(32).toString('base64'),
        },
        send_metrics: false,
      },
    },
  ],
})
await harness.listen()
const worker = harness.getWorker<Bound>('city')
await migratedCity(worker)

/** Somebody begins a talk: a city that nobody uses yet is looked at anew for each request. */
async function begins(): Promise<void> {
  const consent = await worker.fetch(`${ORIGIN}/?t=1~lo~de~consent~~~~`)
  const [, t = ''] = /value="([^"]*~ag~[^"]*)"/.exec(await consent.text()) ?? []
  const body = new URLSearchParams({ t })
  const begun = await worker.fetch(ORIGIN, {
    method: 'POST',
    body: body.toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN },
    redirect: 'manual',
  })
  if (begun.status !== 303) throw new Error(`no talk began: ${begun.status}`)
}

/** Processes that this one began, and those that they began, by name. */
function descendants(of: number, name: string): number[] {
  const children = readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => {
      try {
        const [head = '', tail = ''] = readFileSync(`/proc/${entry}/stat`, 'utf8').split(') ')
        return Number(tail.split(' ')[1]) === of ? [{ pid: Number(entry), head }] : []
      } catch {
        return []
      }
    })
  return children.flatMap(({ pid, head }) => [
    ...(head.includes(name) ? [pid] : []),
    ...descendants(pid, name),
  ])
}

await begins()
const workers = descendants(process.pid, 'workerd')
const spent = () => workers.reduce((sum, pid) => sum + cpuOf(pid), 0)

async function cpuOfEach(act: (index: number) => Promise<unknown>): Promise<number> {
  const before = spent()
  for (let index = 0; index < TIMES; index += 1) await act(index)
  return (spent() - before) / TIMES
}

let at = Date.now()
const acts: Record<string, (index: number) => Promise<unknown>> = {
  'alive (/healthz)': () => worker.fetch(`${ORIGIN}/healthz`),
  'the first page': () => worker.fetch(`${ORIGIN}/?lang=ckb`),
  'a minute': () => {
    at += 60_000
    return worker.scheduled({ cron: '* * * * *', scheduledTime: new Date(at) })
  },
}
for (const act of Object.values(acts)) await cpuOfEach(act)
const figures = Object.fromEntries(Object.keys(acts).map((what) => [what, [] as number[]]))
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [what, act] of Object.entries(acts)) figures[what]?.push(await cpuOfEach(act))
}
for (const [what, rounds] of Object.entries(figures)) {
  const sorted = rounds.toSorted((a, b) => a - b)
  const [least, middle, most] = [sorted[0], sorted[ROUNDS >> 1], sorted.at(-1)].map((ms = 0) =>
    ms.toFixed(2),
  )
  console.log(`${what}: ${middle} ms of CPU (${least}–${most})`)
}
await harness.close()
